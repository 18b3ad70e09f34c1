// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// One exchange as the platform saw it: plain values, put together without formatting anything.
package struct JournalEntry: Sendable {
    /// A body, cut after its first bytes.
    package struct Body: Sendable {
        /// How many bytes are kept of a body.
        package static let limit = 4_096
        /// The bytes kept.
        package let bytes: [UInt8]
        /// How many there were.
        package let count: Int

        /// Keeps the beginning of a body.
        package init(_ bytes: [UInt8]) {
            self.bytes = bytes.count > Self.limit ? Array(bytes.prefix(Self.limit)) : bytes
            self.count = bytes.count
        }
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
    /// The query as sent, without its question mark.
    package let query: String
    /// The request's headers.
    package let requestHeaders: [(name: String, value: String)]
    /// The request's body; empty if the request was refused before it was read.
    package let requestBody: Body
    /// The status of the answer.
    package let status: Int
    /// The answer's headers.
    package let answerHeaders: [(name: String, value: String)]
    /// The answer's body.
    package let answerBody: Body

    /// About how many bytes the entry takes.
    var size: Int {
        func weight(_ headers: [(name: String, value: String)]) -> Int {
            headers.reduce(0) { $0 + 32 + $1.name.utf8.count + $1.value.utf8.count }
        }
        return 192 + method.utf8.count + path.utf8.count + query.utf8.count + requestBody.bytes.count
            + answerBody.bytes.count + weight(requestHeaders) + weight(answerHeaders)
    }
}
