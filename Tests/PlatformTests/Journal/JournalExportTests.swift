// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import JSON
import PlatformDomain
import TestSupport
import Testing

@testable import Platform

@Suite("Exports of the journal")
struct JournalExportTests {
    private func excerpt(_ entries: [JournalEntry]) -> Journal.Excerpt {
        Journal.Excerpt(entries: entries, recorded: UInt64(entries.count), dropped: 0)
    }

    private func entry(
        _ method: String = "POST", _ path: String = "/x", query: String = "",
        headers: [(name: String, value: String)] = [],
        body: String = "", answer: String = "", type: String = "application/json", fault: JournalEntry.Fault? = nil
    ) -> JournalEntry {
        JournalEntry(
            at: .epoch + .seconds(1), elapsed: .milliseconds(3), method: method, path: path, query: query,
            requestHeaders: headers, requestBody: JournalEntry.Body(Array(body.utf8)), status: 200,
            answerHeaders: [("Content-Type", type)], answerBody: JournalEntry.Body(Array(answer.utf8)),
            fault: fault)
    }

    /// What must not be seen, in any of its spellings.
    private static let canaries = [
        "zoe@canari.fr", "zoe%40canari.fr", "zoe%40CANARI.fr", "Zoé Canari", "Zo\\u00e9 Canari", "Zo%C3%A9%20Canari",
        "Zo%C3%A9+Canari", "2000-02-29", "LYSYU9", "lysyu9", "0612345678", "S3cret",
    ]

    private var people: [JournalEntry] {
        [
            entry(
                "POST", "/users/signup/webapp", headers: [("Content-Type", "application/json"), ("Cookie", "S3cret")],
                body: """
                    {"email":"zoe@canari.fr","publicName":"Zoé Canari","password":"S3cret","phoneNumber":"0612345678",
                    "dateOfBirth":"2000-02-29T00:00:00Z"}
                    """, answer: #"{"publicName":"Zo\u00e9 Canari","dateOfBirth":"2000-02-29T00:00:00Z"}"#),
            entry(
                "GET", "/bookings/token/LYSYU9", query: "email=zoe%40canari.fr&name=Zo%C3%A9%20Canari&n=Zo%C3%A9+Canari"
            ),
            entry(
                "PATCH", "/bookings/token/lysyu9", query: "zoe@canari.fr",
                headers: [("Referer", "http://x/LYSYU9?e=zoe%40canari.fr")]),
            entry(
                "PATCH", "/public/bookings/v1/use/token/lysyu9", headers: [("Authorization", "Bearer ***")]),
            entry(
                "GET", "/public/bookings/v1/token/LYSYU9",
                answer: #"{"userEmail":"zoe@canari.fr","userFirstName":"Zoé Canari","userBirthDate":"2000-02-29","#
                    + #""userPhoneNumber":"0612345678"}"#),
            entry("PATCH", "/validate/user/S3cret", body: "email=zoe@canari.fr&userName=Zoé Canari LYSYU9"),
            // Cut, and so no JSON any more.
            entry(
                "GET", "/bookings",
                answer: "[" + String(repeating: "{\"token\":\"LYSYU9\",\"userName\":\"Zo\\u00e9 Canari\"},", count: 200)
            ),
            entry("POST", "/x", body: #"{"publicName":["Zoé Canari"],"deep":{"text":"Bonjour Zoé Canari, LYSYU9."}"#),
            entry("POST", "/x", answer: "<p>Zoé Canari, zoe@canari.fr, LYSYU9</p>"),
        ]
    }

    @Test("no countermark, e-mail, name, birth date or secret is in them, wherever it stood")
    func canaries() {
        let har = HARPage(excerpt(people), base: "http://127.0.0.1:1").json.text
        let curl = CurlPage(excerpt(people), base: "http://127.0.0.1:1").text
        for canary in Self.canaries {
            #expect(!har.contains(canary), "\(canary) in \(har)")
            #expect(!curl.contains(canary), "\(canary) in \(curl)")
        }
        #expect(har.contains("http://127.0.0.1:1/bookings/token/***?email=***"))
        #expect(curl.split(separator: "\n").count == people.count)
    }

    @Test(
        "a list of people shows none, as a file or as a page, whole or cut, and no more is hidden",
        arguments: [true, false])
    func lists(isCut: Bool) {
        let row = ["Le Cid", "Canari;\"<Li>", "Zé", "zoe@canari.fr", "LYSYU9", "2 places"]
        let table = TextTable(
            title: "Le Cid", groups: [(name: "QUI", columns: 2), (name: "RÉSERVATION", columns: 4)],
            header: ["Offre", "Nom", "Prénom", "Mail", "Contremarque", "Places"],
            rows: Array(repeating: row, count: isCut ? 90 : 2))
        let pages = [
            HARPage(excerpt([entry(answer: String(decoding: table.csv, as: UTF8.self), type: "text/csv")]), base: ""),
            HARPage(
                excerpt([
                    entry(answer: String(decoding: table.html, as: UTF8.self), type: "text/html; charset=utf-8"),
                    entry(answer: "Canari;\"<Li>", type: "text/plain"),
                ]), base: ""),
        ]
        for page in pages {
            let har = page.json.text
            for canary in ["Canari", "Li>", "Li&gt;", "Zé", "zoe@", "LYSYU9"] {
                #expect(!har.contains(canary), "\(canary) in \(har)")
            }
            for shown in ["Le Cid", "2 places", "Prénom", "Contremarque"] { #expect(har.contains(shown), "\(shown)") }
        }
    }

    @Test("the fields of a form with files are found by their names as well")
    func form() {
        let body =
            "--x\r\nContent-Disposition: form-data; name=\"firstName\"\r\n\r\nZoé Canari\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"offerName\"\r\n\r\nLe Cid\r\n--x--\r\n"
        let form = excerpt([
            entry(headers: [("Content-Type", "multipart/form-data; boundary=x")], body: body, answer: "Zoé Canari")
        ])
        for text in [HARPage(form, base: "").json.text, CurlPage(form, base: "").text] {
            #expect(!text.contains("Canari") && text.contains("Le Cid"), "\(text)")
        }
    }

    @Test("sentences about an e-mail, identifiers and offers are no people")
    func others() {
        let answer = #"{"email":["Vous devez préciser l'email"],"bookingId":"AEBQ","offerName":"Le Petit Prince"}"#
        #expect(
            HARPage(excerpt([entry(answer: answer)]), base: "").json["log"]?["entries"]?[0]?["response"]?["content"]?[
                "text"] == .string(answer))
    }

    @Test("the archive has the fields of HAR 1.2, and none for an answer that was never sent")
    func archive() throws {
        let lost = JournalEntry.Fault(
            ruleID: "7", kind: "applyThenDrop", isApplied: true, delivery: Delivery(form: .dropped))
        let page = HARPage(
            excerpt([
                entry(
                    "POST", "/x", query: "a=b%20c", headers: [("Content-Type", "application/json")], body: #"{"a":1}"#,
                    answer: "[]"),
                entry("PATCH", "/y", fault: lost),
            ]), base: "http://127.0.0.1:1")
        let log = try #require(page.json["log"])
        #expect(log["version"] == "1.2" && log["creator"]?["name"]?.stringValue != nil)
        let first = try #require(log["entries"]?[0])
        #expect(
            first["startedDateTime"] == "1970-01-01T00:00:00.997000Z" && first["time"]?.numberValue?.text == "3.000")
        #expect(first["timings"]?.objectValue?.keys == ["send", "wait", "receive"] && first["cache"] == [:])
        #expect(
            first["request"] == [
                "method": "POST", "url": "http://127.0.0.1:1/x?a=b%20c", "httpVersion": "HTTP/1.1", "cookies": [],
                "headers": [["name": "Content-Type", "value": "application/json"]],
                "queryString": [["name": "a", "value": "b c"]],
                "postData": ["mimeType": "application/json", "text": #"{"a":1}"#], "headersSize": -1, "bodySize": 7,
            ])
        #expect(first["response"]?["content"] == ["size": 2, "mimeType": "application/json", "text": "[]"])
        #expect(
            first["response"]?.objectValue?.keys == [
                "status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL", "headersSize",
                "bodySize",
            ])
        let second = try #require(log["entries"]?[1])
        #expect(second["response"]?["status"] == 0 && second["_fault"]?["answered"] == 200)
    }

    @Test("a line of curl asks for the same again once its variables are filled in")
    func curlLines() {
        let lines = CurlPage(
            excerpt([
                entry(
                    "PATCH", "/bookings/token/LYSYU9", query: "email=a%40b.fr&offer_id=AE",
                    headers: [("Host", "x"), ("Authorization", "Basic abc"), ("X-Note", "it's $HOME `id`")]),
                entry("POST", "/x", headers: [("Cookie", "a=b")], body: "one'\ntwo\\"),
                entry("HEAD", "/health"),
            ]), base: "http://127.0.0.1:1"
        ).text.split(separator: "\n")
        let end = "# 0, 1970-01-01T00:00:01Z: 200"
        let query = #"'?email='"${EMAIL:?}"'&offer_id=AE'"#
        let token = #"'http://127.0.0.1:1/bookings/token/'"${COUNTERMARK:?}"\#(query) \#(end)"#
        let x = "'http://127.0.0.1:1/x' \(end)"
        let expected: [Substring] = [
            #"curl -gsSi --path-as-is -X 'PATCH' -u "${LOGIN:?}:${PASSWORD:?}" -H 'X-Note: it'\''s $HOME `id`' \#(token)"#,
            #"curl -gsSi --path-as-is -X 'POST' -H 'Cookie: '"${COOKIE:?}" --data-raw $'one\'\ntwo\\' \#(x)"#,
            "curl -gsSi --path-as-is --head 'http://127.0.0.1:1/health' # 0, 1970-01-01T00:00:01Z: 200",
        ]
        #expect(lines == expected)
    }

    /// What a script writes.
    private func bash(_ script: String) async -> String? {
        await Thread.run {
            let path = "/tmp/passculture-line-\(getpid())-\(UInt32.random(in: .min ... .max))"
            guard let file = fopen(path, "w") else { return nil }
            fputs(script, file)
            fclose(file)
            defer { unlink(path) }
            guard let pipe = popen("bash \(path)", "r") else { return nil }
            defer { pclose(pipe) }
            var bytes: [UInt8] = []
            while case let byte = fgetc(pipe), byte >= 0 { bytes.append(UInt8(byte)) }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    @Test("nothing in a request is run or split by a shell that reads its line")
    func shell() async throws {
        let hostile = [
            "'; touch /tmp/x; '", "$(id)", "`id`", "\"$HOME\"", "\\", "a'b\"c\\'d", "line\nfeed\r\ttab", "#", "é ☃",
            "*",
        ]
        for text in hostile {
            let word = CurlPage.quoted([.text(text), .masked(.email), .text(text)])
            let told = try #require(await bash("EMAIL='e m'; printf '%s|' \(word)\n"))
            #expect(told == text + "e m" + text + "|")
            #expect(!word.contains("\n"))
        }
    }

    @Test(
        "a body that is not kept is told, and a shell stops at it instead of asking for something else",
        arguments: [
            (
                String(repeating: "x", count: 5_000), nil, "the body, 5000 bytes, is not kept",
                "the beginning; the rest is not kept"
            ),
            (
                #"{"password":"S3cret"#, nil, "the body, 19 bytes, is not kept, for it may hold a password",
                "not kept: it may hold a password"
            ),
            ("", "20000000", "the body is not kept", "the body is not kept"),
        ] as [(String, String?, String, String)])
    func lostBodies(body: String, length: String?, sentence: String, comment: String) async throws {
        let headers = length.map { [(name: "Content-Length", value: $0)] } ?? []
        let lost = excerpt([entry("POST", "/x", headers: headers, body: body)])
        let line = CurlPage(lost, base: "http://127.0.0.1:1").text
        #expect(line.hasSuffix("# 0, 1970-01-01T00:00:01Z: 200; \(sentence): BODY=@file\n"), "\(line)")
        let script = "exec 2>&1\ncurl() { printf 'asked %s' \"$*\"; }\n" + line + "printf after\n"
        let told = try #require(await bash(script))
        #expect(told.contains("BODY: " + sentence) && !told.contains("asked") && !told.contains("after"), "\(told)")
        let filled = try #require(await bash("BODY=@kept\n" + script))
        #expect(filled.contains("asked") && filled.contains("--data-binary @kept http://127.0.0.1:1/x"), "\(filled)")
        let request = try #require(HARPage(lost, base: "").json["log"]?["entries"]?[0]?["request"])
        #expect((request["postData"] ?? request)["comment"] == .string(comment))
        #expect((request["bodySize"] == -1) == body.isEmpty)
        #expect(request["postData"]?["text"]?.stringValue?.contains("not kept") != true)
    }

    @Test("over HTTP: filtered, in their types; what is gone is 410, what is misspelt 400")
    func routes() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration())
        func get(_ target: String) async -> RawExchange {
            await RawExchange.send("GET", "/_control/journal\(target)", to: server.baseURL)
        }
        for path in ["/health", "/nowhere", "/bookings/token/MAGEVA?email=a%40b.fr"] {
            _ = await RawExchange.send("GET", path, to: server.baseURL)
        }
        #expect(await get(".har?path=/health").json?["log"]?["entries"]?.arrayValue?.count == 1)
        #expect(await get(".curl?countermark=MAGEVA").text.hasPrefix("curl "))
        #expect(await get("?status=4xx").json?["entries"]?[0]?["path"] == "/nowhere")
        #expect(await get("?after=1&first=1").json?["entries"]?[0]?["number"] == 2)
        #expect(await get("/3").json?["path"] == "/bookings/token/MAGEVA")
        #expect(await get("/4").status == 404)
        for bad in ["status=x", "after=-1", "limit=x", "since=now", "path=x", "colour=red"] {
            let answer = await get("?\(bad)")
            #expect(answer.status == 400 && answer.json?["error"] != nil, "\(bad)")
        }
        for _ in 0..<60 {
            server.service.journal.record(
                entry(body: String(repeating: "x", count: 4_000), answer: String(repeating: "x", count: 4_000)))
        }
        #expect(await get("?after=0").status == 200)
        await server.stop()
    }

    @Test(
        "an address is looked for no further back than one can begin, so that at signs take no longer than other text")
    func longLocal() {
        let mark = String(PersonalDatum.email.mark)
        let longest = String(repeating: "x", count: 192)
        #expect(TextMarker().mark("to \(longest)@canari.fr") == "to " + mark)
        #expect(TextMarker().mark("yyy\(longest)@canari.fr") == "yyy" + mark)
    }

    @Test("what was asked of no path still stands behind the platform's address", arguments: ["*", "evil.example:443"])
    func noPath(target: String) {
        let asked = excerpt([entry("OPTIONS", target)])
        let url = HARPage(asked, base: "http://127.0.0.1:1").json["log"]?["entries"]?[0]?["request"]?["url"]
        #expect(url == .string("http://127.0.0.1:1/" + target))
        #expect(CurlPage(asked, base: "http://127.0.0.1:1").text.contains("'http://127.0.0.1:1/\(target)'"))
    }

    @Test("keeps nobody waiting while it is put together, with a data file either")
    func aside() async throws {
        let data = try TemporaryData()
        var configuration = PlatformConfiguration()
        configuration.data = data.path
        let server = try await PlatformServer.start(configuration)
        let body = String(repeating: "zoe@canari.fr ", count: 280)
        for _ in 0..<1_500 { server.service.journal.record(entry(body: body)) }
        let port = try #require(UInt16(server.baseURL.split(separator: ":").last ?? ""))
        // What takes no time is answered again and again before the export is.
        let answered = await Thread.run { Self.answers(to: "/health", before: "/_control/journal.curl", port: port) }
        #expect(answered == 3)
        await server.stop()
    }

    /// How often a target is answered, up to three times one after the other, while one that was asked for before is not.
    private static func answers(to target: String, before slow: String, port: UInt16) -> Int {
        guard
            let (first, second) = RawExchange.open(port: port).flatMap({ first in
                RawExchange.open(port: port).map { (first, $0) }
            })
        else { return 0 }
        defer { for socket in [first, second] { close(socket) } }
        func ask(_ target: String, _ socket: Int32) {
            let request = Array("GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n".utf8)
            _ = send(socket, request, request.count, Int32(MSG_NOSIGNAL))
        }
        ask(slow, first)
        for count in 0..<3 {
            ask(target, second)
            var ready = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            guard poll(&ready, 2, 60_000) > 0, ready[0].revents == 0 else { return count }
            var buffer = [UInt8](repeating: 0, count: 4_096)
            guard recv(second, &buffer, buffer.count, 0) > 0 else { return count }
        }
        return 3
    }

    @Test("what is gone is told over HTTP, with the number from which on there is something")
    func gone() async throws {
        var configuration = PlatformConfiguration()
        configuration.journalBytes = 2_000
        let server = try await PlatformServer.start(configuration)
        for _ in 0..<20 { _ = await RawExchange.send("GET", "/health", to: server.baseURL) }
        let all = await RawExchange.send("GET", "/_control/journal", to: server.baseURL).json
        let dropped = try #require(all?["dropped"]?.intValue)
        #expect(dropped > 0)
        for target in ["?after=0", ".har?after=0", ".curl?after=0", "/1"] {
            let answer = await RawExchange.send("GET", "/_control/journal\(target)", to: server.baseURL)
            #expect(answer.status == 410)
            #expect(answer.json?["error"]?.stringValue?.hasPrefix("\(dropped) exchanges are gone") == true)
            #expect(answer.json?["hint"]?.stringValue?.contains("number \(dropped + 1)") == true)
        }
        let kept = await RawExchange.send("GET", "/_control/journal?after=\(dropped)", to: server.baseURL).json
        #expect(kept?["entries"] == all?["entries"])
        await server.stop()
    }
}
