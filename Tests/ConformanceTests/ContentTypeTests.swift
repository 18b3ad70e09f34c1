// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Conformance

@Suite("The content type of JSON")
struct ContentTypeTests {
    private func exchange(_ type: String?) -> Exchange {
        Exchange(
            method: "GET", url: "http://127.0.0.1:1/", requestHeaders: [], requestBody: nil, status: 200,
            headers: type.map { [("content-type", $0)] } ?? [], body: Array("{}".utf8))
    }

    @Test(arguments: ["application/json", "Application/JSON"])
    func `without a charset it holds`(type: String) throws {
        try exchange(type).expectPlainJSONType()
    }

    @Test(arguments: ["application/json; charset=utf-8", "application/json-patch+json", "text/html", nil] as [String?])
    func `with a charset, another, or none it does not`(type: String?) throws {
        do {
            try exchange(type).expectPlainJSONType()
            Issue.record("\(type ?? "none") holds")
        } catch Interruption.failed(let evidence) {
            #expect(evidence.seen.english == type.map { "Content-Type: \($0)" } ?? "no Content-Type")
        }
    }
}
