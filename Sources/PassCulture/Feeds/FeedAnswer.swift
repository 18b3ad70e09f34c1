// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What is answered to a call, for the partner's web framework to send.
public struct FeedAnswer: Sendable {
    /// The status.
    public let status: Int
    /// The body: JSON in UTF-8; empty to HEAD.
    public let body: [UInt8]
    /// What the source threw, behind a 500: for the partner's own log, the caller is not told.
    public let failure: (any Error)?

    /// What the body is.
    public var contentType: String { "application/json" }

    /// The headers, without that of the length, which every framework sets itself.
    public var headers: [(name: String, value: String)] {
        [("Content-Type", contentType)] + (status == 405 ? [("Allow", "GET, HEAD")] : [])
    }

    /// The answer with a list.
    init<Entry>(_ page: FeedPage<Entry>, of section: FeedSection, limit: Int, _ write: (Entry) -> JSONValue) {
        let object: JSONObject = [
            "total": .number(JSONNumber(page.total)), "limit": .number(JSONNumber(limit)),
            "offset": .number(JSONNumber(page.offset)), section.rawValue: .array(page.entries.map(write)),
        ]
        status = 200
        body = JSONValue.object(object).serialized()
        failure = nil
    }

    private init(_ answer: FeedAnswer, body: [UInt8]) {
        status = answer.status
        self.body = body
        failure = answer.failure
    }

    /// The same to HEAD.
    var withoutBody: FeedAnswer { FeedAnswer(self, body: []) }

    /// An answer that says what is wrong with the call.
    init(_ status: Int, _ flaws: FeedFlaws, failure: (any Error)? = nil) {
        let errors = JSONObject(uniqueKeysWithValues: flaws.map { ($0.key, .array([.string($0.sentence)])) })
        self.status = status
        body = JSONValue.object(["errors": .object(errors)]).serialized()
        self.failure = failure
    }
}

/// A list that is served, as it is called on the wire.
enum FeedSection: String {
    case stocks, events
}

/// What is wrong with a call: keys and sentences, in the order in which they are told.
typealias FeedFlaws = [(key: String, sentence: String)]
