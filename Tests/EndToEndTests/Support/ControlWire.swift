// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON
import Platform

extension PlatformServer {
    /// Asks the control API; a surprise unless it does what it is asked.
    @discardableResult
    func control(_ path: String, _ body: JSONObject = [:], method: String = "POST") async throws -> JSONValue {
        let answer = try await HTTPClient().send(
            HTTPRequest(
                method: method, url: baseURL + "/_control" + path,
                headers: [HTTPHeader("Content-Type", "application/json")],
                body: method == "GET" ? nil : JSONValue.object(body).serialized()))
        guard (200..<300).contains(answer.status) else {
            let text = String(decoding: answer.body, as: UTF8.self)
            throw Visitor.Surprise(sentence: "\(method) \(path): \(answer.status) \(text)")
        }
        return answer.body.isEmpty ? .null : try JSONValue(parsing: answer.body)
    }

    /// What the control API shows, as text.
    func shown(_ path: String) async throws -> String {
        let answer = try await HTTPClient().send(HTTPRequest(method: "GET", url: baseURL + "/_control" + path))
        guard answer.status == 200 else { throw Visitor.Surprise(sentence: "GET \(path): \(answer.status)") }
        return String(decoding: answer.body, as: UTF8.self)
    }
}
