// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A no to who publishes: what is wrong, by key path.
///
/// It is the platform's, with its status; or ours, when a limit of the contract was checked and nothing was sent. The paths are the same
/// in both cases: `products.0.stock.price`, `dates.3.priceCategoryId`, `name`; what concerns the whole is under `global` or `__root__`
/// (`today §1.5`). The wording of the platform is not stable; decide by path and status.
public struct PublishingRefusal: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// What is wrong in one place.
    public struct Flaw: Hashable, Sendable {
        /// Where: the key path, with dots.
        public let path: String

        /// What, in the platform's words or in ours. The platform sends one sentence or a list of them; here it is always a list.
        public let sentences: [String]

        /// Creates a flaw.
        public init(path: String, sentences: [String]) {
            self.path = path
            self.sentences = sentences
        }
    }

    /// The HTTP status of the answer; `nil` when nothing was sent.
    public let status: Int?

    /// What is wrong, in the order in which it came; empty when the answer said nothing that can be read.
    public let flaws: [Flaw]

    /// Creates a refusal.
    public init(status: Int?, flaws: [Flaw]) {
        self.status = status
        self.flaws = flaws
    }

    /// Whether it was refused here, before anything left.
    public var nothingWasSent: Bool { status == nil }

    /// The sentences at a key path; empty when nothing is wrong there.
    public subscript(path: String) -> [String] {
        flaws.filter { $0.path == path }.flatMap(\.sentences)
    }

    /// The status and the key paths; not the sentences, in which a server may repeat what it was sent.
    public var description: String {
        let whence = status.map { "status \($0)" } ?? "not sent"
        return "PublishingRefusal(\(whence): \(flaws.map(\.path).joined(separator: ", ")))"
    }

    /// A mirror of the status and the key paths.
    public var customMirror: Mirror {
        Mirror(self, children: ["status": status as Any, "paths": flaws.map(\.path)], displayStyle: .struct)
    }
}

extension PublishingRefusal {
    /// Reads a refusal: an object of sentences or lists of them, or the list of objects that the specification announces (`today §1.5`).
    init(_ response: TransportResponse, hiding secrets: [String]) {
        func clean(_ text: String) -> String { secrets.reduce(text) { $0.hiding($1, by: "(hidden)") } }
        let value = try? JSONValue(parsing: response.body)
        var flaws: [Flaw] = []
        for (key, value) in value?.objectValue ?? [:] {
            let sentences = value.stringValue.map { [$0] } ?? (value.arrayValue ?? []).compactMap(\.stringValue)
            flaws.append(Flaw(path: clean(key), sentences: sentences.map(clean)))
        }
        for element in value?.arrayValue ?? [] {
            let steps = (element["loc"]?.arrayValue ?? []).compactMap { $0.stringValue ?? $0.intValue.map(String.init) }
            let sentence = element["msg"]?.stringValue
            flaws.append(
                Flaw(path: clean(steps.joined(separator: ".")), sentences: sentence.map { [clean($0)] } ?? []))
        }
        self.init(status: response.status, flaws: flaws)
    }
}
