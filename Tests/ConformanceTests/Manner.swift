// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import TestSupport

/// How a server of a few lines answers, to be, or not to be, a pass Culture.
enum Manner: Sendable {
    /// As a pass Culture without control API answers the first questions.
    case passCulture
    /// As a pass Culture answers the first questions, and yes to everything else.
    case agreeable
    /// As a pass Culture that does not know the Origin.
    case originRefused
    /// With a page that says "not found", whatever is asked.
    case notFound
    /// Not at all.
    case silent
    /// As a script says; as a pass Culture without control API where it says nothing.
    case scripted(@Sendable (_ method: String, _ path: String, _ body: [UInt8]) -> Reply?)

    /// What a script answers: JSON unless it says otherwise.
    struct Reply: Sendable {
        let status: Int
        var type = "application/json"
        let body: String
    }

    /// The answer to a request, byte for byte; nil for none.
    fileprivate func answer(to request: ReceivedRequest) -> String? {
        let path = request.target
        switch self {
        case .silent: return nil
        case .notFound: return Self.text("404 Not Found", "text/html", "<h1>It works elsewhere</h1>")
        case .originRefused:
            if path.hasPrefix("/bookings/token") { break }
            return Self.text("400 Bad Request", "application/json", "{\"global\":[\"Header non autoris\\u00e9\"]}\n")
        case .scripted(let script):
            if let reply = script(request.method, path, request.body) {
                return Self.text("\(reply.status) Scripted", reply.type, reply.body)
            }
        case .passCulture, .agreeable: break
        }
        if path.hasPrefix("/bookings/token") {
            return Self.text("400 Bad Request", "application/json", "{\"email\":[\"Vous devez préciser l'email\"]}\n")
        }
        if path.hasPrefix("/users/current") {
            return Self.text(
                "401 Unauthorized", "application/json", "{\"global\":[\"Authentification nécessaire\"]}\n")
        }
        if case .agreeable = self { return "HTTP/1.1 204 No Content\r\n\r\n" }
        return Self.text("404 Not Found", "text/html", "<h1>Not Found</h1>")
    }

    private static func text(_ status: String, _ type: String, _ body: String) -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }
}

extension SocketServer {
    /// Starts a server that answers in a manner.
    static func pretending(_ manner: Manner) throws -> SocketServer {
        try SocketServer { connection in
            while let request = connection.readRequest() {
                if let answer = manner.answer(to: request) { connection.write(answer) }
            }
        }
    }
}
