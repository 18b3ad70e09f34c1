// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// One exchange as the platform saw it, asked of it or by it: plain values, put together without formatting anything.
///
/// Whoever makes one need not take care of secrets: passwords, log-ins, cookies and keys do not get in (``Secrets``).
package struct JournalEntry: Sendable {
    /// A body, cut after its first bytes.
    package struct Body: Sendable {
        /// How many bytes are kept of a body.
        package static let limit = 4_096
        /// The bytes kept, without secrets.
        package let bytes: [UInt8]
        /// How many there were.
        package let count: Int
        /// Whether bytes are missing at the end.
        package let isCut: Bool

        /// Keeps the beginning of a body.
        package init(_ bytes: [UInt8]) {
            let kept = Secrets.masking(body: bytes, keeping: Self.limit)
            isCut = kept.count > Self.limit
            self.bytes = isCut ? Array(kept.prefix(Self.limit)) : kept
            self.count = bytes.count
        }

        /// Whether nothing is kept of it but that it may hold a password.
        var isWithheld: Bool { bytes == Array(Secrets.withheld.utf8) }
    }

    /// The number of the exchange, from 1; given by the journal.
    package var number: UInt64 = 0
    /// When it was answered, in the platform's time.
    package let at: Instant
    /// How long it took.
    package let elapsed: Span
    /// The method.
    package let method: String
    /// The path as sent.
    package let path: String
    /// The query as sent, without its question mark and without secrets.
    package let query: String
    /// The request's headers, without secrets.
    package let requestHeaders: [(name: String, value: String)]
    /// The request's body; empty if the request was refused before it was read.
    package let requestBody: Body
    /// The status of the service's answer, whether or not it was sent; 0 if the service never saw the request.
    package let status: Int
    /// The answer's headers, without secrets.
    package let answerHeaders: [(name: String, value: String)]
    /// The answer's body.
    package let answerBody: Body
    /// What a fault did to it, if one struck.
    package let fault: Fault?
    /// Of a call that the platform made to a partner, what it was for; nothing of a request.
    package let call: PartnerCall?

    /// Creates the record of an exchange; masks its secrets.
    package init(
        at: Instant, elapsed: Span, method: String, path: String, query: String,
        requestHeaders: [(name: String, value: String)], requestBody: Body, status: Int,
        answerHeaders: [(name: String, value: String)], answerBody: Body, fault: Fault? = nil, call: PartnerCall? = nil
    ) {
        self.at = at
        self.elapsed = elapsed
        self.method = method
        self.path = path
        self.query = Secrets.masking(query: query)
        self.requestHeaders = Secrets.masking(requestHeaders)
        self.requestBody = requestBody
        self.status = status
        self.answerHeaders = Secrets.masking(answerHeaders)
        self.answerBody = answerBody
        self.fault = fault
        self.call = call
    }

    /// About how many bytes the entry takes, with what the allocator adds to each piece.
    var size: Int {
        let called = call.map { Self.weight($0.origin) + Self.weight($0.result) } ?? 0
        return MemoryLayout<JournalEntry>.stride + Self.piece + called + Self.weight(method) + Self.weight(path)
            + Self.weight(query) + Self.weight(requestBody.bytes) + Self.weight(answerBody.bytes)
            + Self.weight(requestHeaders) + Self.weight(answerHeaders)
    }

    /// What each piece of memory has in front of its contents, and what is lost behind it.
    private static let piece = 48

    /// Short texts need no memory of their own.
    private static func weight(_ text: String) -> Int { text.utf8.count > 15 ? piece + text.utf8.count : 0 }

    private static func weight(_ bytes: [UInt8]) -> Int { bytes.isEmpty ? 0 : piece + bytes.count }

    private static func weight(_ headers: [(name: String, value: String)]) -> Int {
        guard !headers.isEmpty else { return 0 }
        return headers.reduce(piece) { $0 + 32 + weight($1.name) + weight($1.value) }
    }
}
