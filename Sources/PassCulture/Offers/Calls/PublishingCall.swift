// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON

/// One question to the platform, or one order: how it is written, what was found wrong with it first, and how its answer is read.
struct PublishingCall<Value: Sendable>: Sendable {
    /// `GET` for a question; anything else changes something.
    let method: String

    /// The path, with what belongs into it.
    let path: String

    /// The path for logs.
    let pathTemplate: String

    /// The query, name by name, values as they are.
    var query: [(name: String, value: String)] = []

    /// What is sent with it.
    var body: PublishingBody?

    /// What of it nobody may read in a log, beside the key.
    var secrets: [String] = []

    /// What is wrong with it; it is then not sent.
    var refusal: PublishingRefusal?

    /// Reads the answer.
    let read: @Sendable (JSONReader) throws(JSONReadingError) -> Value

    /// Writes the request. A comma in a value separates its parts and stays one, as the platform's own tests write it.
    func request(as key: ProviderKey, to environment: Environment, _ options: Options, deadline: Duration)
        -> TransportRequest
    {
        var url = environment.baseURL(of: .publicV1) + path
        for (index, (name, value)) in query.enumerated() {
            let parts = value.split(separator: ",", omittingEmptySubsequences: false)
            let written = parts.map { PercentEncoding.queryComponent(String($0)) }.joined(separator: ",")
            url += (index == 0 ? "?" : "&") + name + "=" + written
        }
        var headers: [TransportRequest.Header] = [
            .init(name: "Accept", value: "application/json"), .init(name: "Authorization", value: key.authorization),
        ]
        if let body { headers.append(.init(name: "Content-Type", value: body.contentType)) }
        headers.append(.init(name: "User-Agent", value: options.userAgent))
        return TransportRequest(
            method: method, url: url, pathTemplate: pathTemplate, headers: headers, body: body?.bytes,
            connectDeadline: options.connectDeadline, totalDeadline: deadline)
    }
}

/// What goes with a call.
struct PublishingBody: Sendable {
    let contentType: String
    let bytes: [UInt8]

    /// A document of JSON.
    static func json(_ value: JSONValue) -> PublishingBody {
        PublishingBody(contentType: "application/json", bytes: value.serialized())
    }
}
