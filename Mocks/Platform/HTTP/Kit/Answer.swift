// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import JSON

/// What a route answers: status, body, and the headers that it needs.
package struct Answer: Sendable {
    /// The status.
    package let status: Int
    /// The content type; nothing for none.
    package let contentType: String?
    /// The body.
    package let body: [UInt8]
    /// Other headers, `Set-Cookie` above all.
    package var headers: [(name: String, value: String)]
    /// The fault that struck it, if one did: it says how the answer leaves.
    package var strike: FaultStrike?

    /// Creates an answer.
    package init(
        status: Int, contentType: String?, body: [UInt8], headers: [(name: String, value: String)] = []
    ) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.headers = headers
    }

    /// The content type of all texts of the service, empty ones included.
    package static let textType = "text/html; charset=utf-8"

    /// A JSON answer as the service wrote it: keys sorted, compact, ASCII only, with a line feed at its end
    /// (`contract 2018-12 §1.2`).
    package static func json(_ value: JSONValue, status: Int = 200) -> Answer {
        let body = value.serialized([.sortedKeys, .escapeNonASCII, .trailingNewline])
        return Answer(status: status, contentType: "application/json", body: body)
    }

    /// A plain text, which the service called HTML.
    package static func text(_ text: String, status: Int = 200) -> Answer {
        Answer(status: status, contentType: textType, body: Array(text.utf8))
    }

    /// The default page of the service's framework for a status (`contract 2018-12 §1.4`).
    package static func html(_ status: Int) -> Answer {
        let page = FrameworkPage(status: status)
        return Answer(status: status, contentType: "text/html", body: Array(page.text.utf8))
    }

    /// An answer without body.
    package static func empty(_ status: Int = 204, contentType: String? = textType) -> Answer {
        Answer(status: status, contentType: contentType, body: [])
    }

    /// An image.
    package static func image(_ bytes: [UInt8], type: String) -> Answer {
        Answer(status: 200, contentType: type, body: bytes)
    }

    /// The same answer with more `Set-Cookie` headers.
    package func setting(cookies: [String]) -> Answer {
        var answer = self
        answer.headers += cookies.map { ("Set-Cookie", $0) }
        return answer
    }
}
