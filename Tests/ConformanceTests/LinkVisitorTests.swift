// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Synchronization
import TestSupport
import Testing

@testable import Conformance

/// Who follows links over HTTP: where it is led, what it carries along, and what it understands of a page.
@Suite("Following a link")
struct LinkVisitorTests {
    private static func page(_ status: Int, _ body: String = "", _ headers: String...) -> String {
        "HTTP/1.1 \(status) Said\r\n" + headers.map { $0 + "\r\n" }.joined()
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    /// What is told of a page.
    private func told(
        _ status: Int, _ body: String, _ texts: LinkVisitor.Texts = LinkVisitor.Texts()
    ) async throws -> GateAnswer {
        let server = try SocketServer.answering { _ in Self.page(status, body) }
        let answer = try await LinkVisitor(server.url, texts, owned: false).perform(.follow, with: server.url + "/")
        server.stop()
        return answer
    }

    @Test func `a page is understood by its status, or by what it says`() async throws {
        for (status, meaning) in [
            (200, GateAnswer.Meaning.good), (201, .good), (403, .refused), (404, .refused), (408, .open), (429, .open),
            (500, .open), (503, .open), (304, .open),
        ] {
            #expect(try await told(status, "").meaning == meaning, "\(status)")
        }
        let texts = LinkVisitor.Texts(welcome: "Bienvenue chez nous", refusal: "déjà servi")
        let welcome = "<title>Vidéo</title><script>\"déjà servi\"</script><h1>Bienvenue\n <b>chez</b> nous</h1>"
        #expect(try await told(200, welcome, LinkVisitor.Texts(welcome: "Bienvenue chez nous")).meaning == .good)
        #expect(try await told(200, "<p>Votre code a d&eacute;j&agrave; servi.", texts).meaning == .refused)
        #expect(try await told(200, "<p>Une panne", texts).meaning == .open)
        #expect(try await told(200, welcome, texts).meaning == .good)
        #expect(try await told(200, "<script>say('déjà  servi')</script>", texts).meaning == .refused)
        #expect(try await told(404, "<p>Rien ici", texts).meaning == .refused)
        #expect(
            try await told(
                200, "<p>D&#233;j&agrave;\n<b>servi</b>. &amp;eacute;&#x2019;&;&no",
                LinkVisitor.Texts(refusal: "Déjà  servi. &eacute;’&;&no")
            ).meaning == .refused)
        let words = try await told(404, "<style>p{}</style><!-- <p>no --><p>Rien\u{1B}[2J ici</p>").words
        #expect(words == #"404 Rien\u001b[2J ici"#)
    }

    @Test func `a page in the letters of before is read`() {
        #expect(PageText.source([0x64, 0xE9, 0x6A, 0xE0]) == "déjà")
        #expect(PageText.source(Array("déjà".utf8)) == "déjà")
        #expect(PageText("<SCRIPT>a</b></script >x<br>y<unclosed").text == "x y")
    }

    @Test func `redirections are followed with the cookies of the visit, and the fragment stays at home`() async throws
    {
        let seen = Mutex<[String]>([])
        let server = try SocketServer.answering { request in
            let cookie = request.headers.first { $0.name.lowercased() == "cookie" }?.value ?? "-"
            seen.withLock { $0.append("\(request.target) \(cookie)") }
            switch request.target {
            case "/a/pass?e=x+y@z.fr": return Self.page(303, "", "Location: next?f=1", "Set-Cookie: session=1; Path=/")
            case "/a/next?f=1": return Self.page(302, "", "Location: /films#top")
            default: return Self.page(200, "Bienvenue")
            }
        }
        let visitor = LinkVisitor(server.url, LinkVisitor.Texts(), owned: false)
        #expect(try await visitor.perform(.follow, with: server.url + "/a/pass?e=x+y@z.fr#here").meaning == .good)
        #expect(seen.withLock { $0 } == ["/a/pass?e=x+y@z.fr -", "/a/next?f=1 session=1", "/films session=1"])
        // The next visit is somebody else's.
        _ = try await visitor.perform(.follow, with: server.url + "/films")
        #expect(seen.withLock { $0.last } == "/films -")
        server.stop()
    }

    @Test func `a circle, a page that does not come, and a way to another machine are told`() async throws {
        let server = try SocketServer.answering { request in
            switch request.target {
            case "/circle": Self.page(302, "", "Location: /circle")
            case "/away": Self.page(302, "", "Location: https://videoclub.example/")
            case "/mail": Self.page(302, "", "Location: mailto:a@b.fr")
            default: ""
            }
        }
        let visitor = LinkVisitor(server.url, LinkVisitor.Texts(), owned: false)
        let circle = try await visitor.perform(.follow, with: server.url + "/circle")
        #expect(circle == GateAnswer(.open, "more than 10 redirections"))
        let none = try await visitor.perform(.follow, with: server.url + "/none")
        #expect(none.meaning == .open && none.words.hasPrefix("no page of \(server.url)/none: "), "\(none)")
        // Where nobody may follow, or nothing is, the redirection is what there is to read.
        let away = try await visitor.perform(.follow, with: server.url + "/away")
        #expect(away == GateAnswer(.open, "302 Location: https://videoclub.example/"))
        #expect(
            try await visitor.perform(.follow, with: server.url + "/mail")
                == GateAnswer(.open, "302 Location: mailto:a@b.fr"))
        let texts = LinkVisitor.Texts(refusal: "https://videoclub.example/")
        let knowing = LinkVisitor(server.url, texts, owned: false)
        #expect(try await knowing.perform(.follow, with: server.url + "/away").meaning == .refused)
        server.stop()
    }

    @Test func `what the platform saw of a parameter is read as a form is`() throws {
        func email(_ query: String) -> String? {
            GateRequest([
                "direction": "incoming", "method": "PATCH", "path": "/bookings/token/LYSYU9", "status": 204,
                "at": "2018-12-03T08:00:00Z", "query": .string(query),
            ])?.parameter("email")
        }
        #expect(email("email=a%2Bb%40c.fr&offer_id=AE") == "a+b@c.fr")
        #expect(email("x=1&e%6Dail=a+b@c.fr&email=z") == "a b@c.fr")
        #expect(email("email&offer_id=") == "")
        #expect(email("email=%zz%") == "%zz%")
        #expect(email("offer_id=AE") == nil && email("") == nil)
    }
}
