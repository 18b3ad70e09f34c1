// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import PassCulture

/// An answer of the countermark routes as the platform gives it, to try out what a partner's software makes of it.
public struct SampleAnswer: Sendable, CustomStringConvertible {
    /// Where the wording comes from.
    public enum Source: Hashable, Sendable {
        /// The countermark document (23).
        case documented
        /// The service of December 2018 (`contract 2018-12 §2`).
        case observed
    }

    /// What the answer is about, in words.
    public let name: String

    /// Where the wording comes from.
    public let source: Source

    /// The methods that get this answer: `GET` to check, `PATCH` to validate.
    public let methods: [String]

    /// The answer.
    public let response: TransportResponse

    /// The reason that the SDK reads from it; `nil` when it is no refusal.
    public let reason: Refusal.Reason?

    /// Creates an answer with a body of text.
    public init(
        _ name: String, _ source: Source, _ methods: [String], status: Int, body: String = "",
        contentType: String = "application/json", reason: Refusal.Reason? = nil
    ) {
        self.name = name
        self.source = source
        self.methods = methods
        self.reason = reason
        response = TransportResponse(status: status, contentType: contentType, text: body)
    }

    /// The name and the source.
    public var description: String { "\(name) (\(source))" }
}
