// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON
import PassCulture
import PassCultureTesting
import Platform
import TestSupport
import Testing

/// Keys, log-ins, countermarks and birth dates in nothing that is logged, thrown, reported or exported.
///
/// What may show them, and why, is named where it is left out:
///
/// - a desk at a terminal, and the answers of `desk --stdio`: the cashier compares name and address, the till's program asked;
/// - a day list and the reports with `--show-countermarks`: that is what they are asked for;
/// - the outbox's own file: the countermark of an attempt, and nothing else, for as long as `DataProtection` says;
/// - the platform's `/_control/journal`: a tester's own screen of what went over the wire, without keys and passwords;
/// - the platform's mails, snapshots and data file: they *are* the made-up people, and must go on as before.
@Suite("A canary, end to end", .timeLimit(.minutes(3)))
struct CanaryTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func contents(_ name: String) throws -> String {
        String(decoding: try folder.bytes(name), as: UTF8.self)
    }

    /// A counter of both editions, whose secrets are known.
    private func open() async throws -> (Counter, Canaries) {
        let (counter, canaries) = (try await Counter.open(.both), Canaries())
        canaries.add(email: Bookshop.email, password: Bookshop.password)
        canaries.add(Bookshop.readerEmail, .email)
        canaries.add(Bookshop.readerBirth, .birthDate)
        canaries.add(String(try #require(counter.todaysLine).drop { $0 != "=" }.dropFirst()), .key)
        return (counter, canaries)
    }

    private func countermark(_ state: Counter.State, _ counter: Counter, _ canaries: Canaries) async throws -> String {
        let code = try await counter.countermark(state)
        canaries.add(code, .countermark)
        return code
    }

    private func identity(_ edition: Platform.Edition, _ counter: Counter, key: String? = nil) throws -> DeskIdentity {
        let line = try #require(counter.todaysLine)
        return edition == .publicV1
            ? .provider(key: try ProviderKey(key ?? String(line.drop { $0 != "=" }.dropFirst())), venue: counter.venue)
            : .portal(email: Bookshop.email, password: key ?? Bookshop.password)
    }

    // MARK: - The SDK

    @Test(arguments: [Platform.Edition.prototype2018, .publicV1])
    func `hides in a day of a till: outcomes, refusals, faults, events, log lines, attempts`(
        edition: Platform.Edition
    ) async throws {
        let (counter, canaries) = try await open()
        let printing = Printing()
        let options = Options(
            retries: .none, circuit: .none, time: VirtualTime(), observe: printing.observe)
        let passCulture = PassCulture(try .custom(counter.server.baseURL), options: options)
        let file = folder.path("till.db")
        let desk = try passCulture.desk(as: identity(edition, counter), outbox: SQLiteOutbox(path: file))
        printing.print(desk)
        func play(_ what: () async throws -> Any) async {
            do { printing.print(try await what()) } catch { printing.print(error) }
        }
        for state in Counter.State.allCases {
            let code = try Countermark(try await countermark(state, counter, canaries))
            await play { try await desk.check(code) }
            await play { try await desk.validate(code) }
            await play { try await desk.validate(code) }
            await play { try await desk.undo(code, confirmedBy: Person(whoConfirmed: "Ana")) }
            await play { try await desk.cancel(code, confirmedBy: Person(whoConfirmed: "Ana")) }
        }
        let lost = try Countermark(try await countermark(.valid, counter, canaries))
        let path = edition == .publicV1 ? "/public/bookings/v1/use/token/*" : "/bookings/token/*"
        await play { try await desk.check(lost) }
        try await counter.server.control(
            "/faults", ["fault": "applyThenDrop", "method": "PATCH", "path": .string(path), "times": 1])
        await play { try await desk.validate(lost) }
        for fault in ["reset", "malformed", "truncate"] {
            _ = try? await counter.server.control(
                "/faults", ["fault": .string(fault), "method": "GET", "path": .string(path), "times": 1])
            await play { try await desk.check(lost) }
        }
        await play { try await desk.pending() }
        await play { try await desk.reconcile() }
        await play { try await desk.bookings(.ofVenue(counter.venue)).all() }
        let wrong = try passCulture.desk(
            as: identity(edition, counter, key: "Une-Autre-Cle-123!"), outbox: MemoryOutbox())
        canaries.add("Une-Autre-Cle-123!", .key)
        await play { try await wrong.check(lost) }
        let closed = try ClosedPort()
        let nowhere = try PassCulture(.custom("http://127.0.0.1:\(closed.port)"), options: options).desk(
            as: identity(edition, counter), outbox: MemoryOutbox())
        await play { try await nowhere.check(lost) }
        await play { try await nowhere.validate(lost) }

        let text = printing.text
        #expect(text.contains("already-validated") && text.contains("never-sent") && text.contains("request-finished"))
        #expect(canaries.seen(in: text) == [])
        // The outbox's own file knows countermarks, and nothing else.
        #expect(canaries.seen(in: try contents("till.db"), but: [.countermark]) == [])
        await counter.server.stop()
    }

    @Test func `hides in what a publisher is told`() async throws {
        let house = try await PublishingHouse()
        let (canaries, printing) = (Canaries(), Printing())
        canaries.add(house.key, .key)
        let passCulture = PassCulture(
            try .custom(house.base), options: Options(retries: .none, time: VirtualTime(), observe: printing.observe))
        let wrongKey = "local_canari_qui-n-est-pas-la-bonne"
        canaries.add(wrongKey, .key)
        for key in [house.key, wrongKey] {
            let publisher = passCulture.publisher(key: try ProviderKey(key))
            printing.print(publisher)
            printing.print(try await publisher.venues())
            printing.print(try await publisher.venue(siret: "1"))
            printing.print(try await publisher.deleteDate(1, of: 2))
            printing.print(
                await publisher.upsert(
                    [EANStock(try EAN("9782070360024"), priceCents: 1, quantity: .unlimited)], at: .venue(house.venue)))
            do { printing.print(try await publisher.events(venue: 77).all()) } catch { printing.print(error) }
        }
        #expect(printing.text.contains("request-finished"))
        #expect(canaries.seen(in: printing.text) == [])
        await house.close()
    }

    // MARK: - The command line

    @Test(arguments: [Platform.Edition.prototype2018, .publicV1])
    func `hides in the command line's exports and errors`(edition: Platform.Edition) async throws {
        let (counter, canaries) = try await open()
        let passculture = Program("passculture"), file = folder.path("till.db")
        let lines = counter.settings + (edition == .publicV1 ? [try #require(counter.todaysLine)] : [])
        let pairs = lines.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        let environment = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
        let path = edition == .publicV1 ? "/public/bookings/v1/use/token/*" : "/bookings/token/*"
        var input: [String] = []
        for state in Counter.State.allCases {
            let code = try await countermark(state, counter, canaries)
            input.append(#"{"id":1,"do":"check","countermark":"\#(code)"}"#)
            input.append(#"{"id":2,"do":"validate","countermark":"\#(code)","amountCents":1000}"#)
        }
        let desk = try await passculture.run(
            ["desk", "--stdio", "--outbox", file], environment: environment, input: input.joined(separator: "\n") + "\n"
        )
        #expect(desk.output.contains("already-validated") && desk.error.isEmpty)
        #expect(
            canaries.seen(in: desk.output, but: [.countermark, .email, .birthDate]) == [], "the till's program asked")
        let lost = try await countermark(.valid, counter, canaries)
        try await counter.server.control(
            "/faults", ["fault": "applyThenDrop", "method": "PATCH", "path": .string(path), "times": 1])
        _ = try await passculture.run(
            ["desk", "--outbox", file], environment: environment, input: "\(lost)\no\n")

        let day = String(PlatformTime.today)
        var texts: [String] = []
        for arguments in [
            ["list"], ["report", "--day", day], ["report", "--day", day, "--csv"], ["report", "--day", day, "--html"],
            ["report", "--day", day, "--json"], ["reconcile"], ["reconcile", "--json"], ["list", "--json"],
        ] {
            let ending = try await passculture.run(
                ["outbox"] + arguments + ["--file", file], environment: environment)
            #expect([0, 4].contains(ending.code), "\(arguments): \(ending.error)")
            #expect(!ending.output.isEmpty)
            texts.append(ending.output + ending.error)
        }
        var elsewhere = environment
        elsewhere["PASSCULTURE_URL"] = "http://127.0.0.1:\(try ClosedPort().port)"
        for environment in [environment, elsewhere] {
            let ending = try await passculture.run(["countermark", "verify", lost], environment: environment)
            texts.append(ending.error)
        }
        for text in texts { #expect(canaries.seen(in: text) == []) }
        await counter.server.stop()
    }

    // MARK: - Pass Culture's calls

    @Test func `hides in the log and the store of whoever is called`() async throws {
        let (canaries, printing) = (Canaries(), Printing())
        canaries.add(VendorServer.hmacKey, .hmacKey)
        let vendor = try VendorServer(file: folder.path("calls.db"), observe: printing.observe)
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .publicV1, clock: .frozen))
        let url = vendor.server.url
        for (key, kind) in [
            (VendorServer.hmacKey, "book"), ("une autre clé HMAC", "book"), (VendorServer.hmacKey, "ticketed"),
        ] {
            let provider = try await server.control(
                "/providers",
                [
                    "hmacKey": .string(key), "notificationUrl": .string(url + "/told"),
                    "bookingUrl": .string(url + "/book"), "cancelUrl": .string(url + "/cancel"),
                ])
            canaries.learn(from: provider)
            let id = try provider["id"].orThrow("provider")
            let venue = try await server.control("/venues", ["providerId": id])["id"].orThrow("venue")
            let offer = try await server.control(
                "/offers", ["kind": .string(kind), "venueId": venue, "providerId": id])
            let booking = try await server.control("/bookings", ["stockId": try offer["stockId"].orThrow("stock")])
            canaries.learn(from: booking)
            canaries.add(booking["email"]?.stringValue ?? "", .email)
            _ = try? await server.control("/bookings/\(booking["id"]?.intValue ?? 0)/cancel")
            try await server.control("/clock/advance", ["by": 2])
        }
        await vendor.answered.wait(for: 5)
        for call in vendor.server.requests where call.method == "POST" {
            let inner = try #require(try JSONValue(parsing: call.body).stringValue)
            canaries.learn(from: try JSONValue(parsing: inner))
        }
        #expect(printing.text.contains("webhook-refused") && printing.text.contains("webhook-answered"))
        #expect(canaries.seen(in: printing.text) == [])
        #expect(canaries.seen(in: try contents("calls.db")) == [])
        #expect(canaries.seen(in: try contents("calls.db-wal")) == [])
        for page in ["/providers", "/journal.har", "/journal.curl"] {
            #expect(canaries.seen(in: try await server.shown(page)) == [], "\(page)")
        }
        // The tester's own screen of the wire shows made-up people, and no key.
        #expect(canaries.seen(in: try await server.shown("/journal"), but: [.countermark, .email, .birthDate]) == [])
        await server.stop()
    }

    // MARK: - The platform

    @Test(arguments: [Platform.Edition.prototype2018, .publicV1])
    func `hides in the exports of the platform's journal`(edition: Platform.Edition) async throws {
        let (counter, canaries) = try await open()
        let passCulture = PassCulture(try .custom(counter.server.baseURL), options: Options(retries: .none))
        let desk = try passCulture.plainDesk(as: identity(edition, counter))
        for state in Counter.State.allCases {
            let code = try Countermark(try await countermark(state, counter, canaries))
            _ = try await desk.verify(code)
            _ = try await desk.validate(code)
        }
        if edition == .publicV1 {
            let lists = try passCulture.desk(as: identity(edition, counter), outbox: MemoryOutbox())
            for try await booking in lists.bookings(.ofVenue(counter.venue)) {
                canaries.add(booking.email?.revealed ?? "", .email)
            }
        }
        for page in ["/journal.har", "/journal.curl"] {
            #expect(canaries.seen(in: try await counter.server.shown(page)) == [], "\(page)")
        }
        #expect(
            canaries.seen(in: try await counter.server.shown("/journal"), but: [.countermark, .email, .birthDate]) == []
        )
        await counter.server.stop()
    }

    @Test func `hides in what the platform itself writes while it runs`() async throws {
        let shell = Program(at: "/bin/sh"), log = folder.path("log"), ready = folder.path("ready"),
            data = folder.path("data.db")
        let command =
            "exec '\(try Program.folder)/passculture' mock --port 0 --edition both --clock frozen --ready-file '\(ready)' --data '\(data)' --json"
        let mock = try shell.start(["-c", "\(command) 2>'\(log)'"])
        let base = try JSONValue(parsing: try await mock.line())["base"].flatMap(\.stringValue).orThrow("base")
        let canaries = Canaries()
        let key = "local_canari_cle-qui-chante", code = "CANARY"
        canaries.add(key, .key)
        canaries.add(code, .countermark)
        canaries.add(email: Bookshop.email, password: Bookshop.password)
        let client = HTTPClient()
        let login = HTTPHeader("Authorization", "Bearer \(key)")
        for (method, path, body) in [
            ("POST", "/_control/providers", #"{"apiKey": "\#(key)", "name": "Canari"}"#),
            ("GET", "/public/bookings/v1/token/\(code)", ""),
            ("PATCH", "/public/bookings/v1/use/token/\(code)", ""), ("POST", "/public/offers/v1/events", "{"),
            ("POST", "/users/signin", #"{"identifier": "\#(Bookshop.email)", "password": "\#(Bookshop.password)"}"#),
        ] {
            _ = try await client.send(
                HTTPRequest(
                    method: method, url: base + path, headers: [login, HTTPHeader("Content-Type", "application/json")],
                    body: body.isEmpty ? nil : Array(body.utf8)))
        }
        #expect(try await mock.stop() == 0)
        #expect(canaries.seen(in: try await mock.line() + (try contents("log"))) == [])
        // What it keeps must bring its people back, and knows of keys and passwords that they were right.
        let export = try await Program("passculture").run(["data", "export", data])
        #expect(export.code == 0 && export.output.contains("Canari"))
        #expect(canaries.seen(in: export.output + export.error, but: [.email, .countermark]) == [])
    }

    // MARK: - The look itself

    @Test func `is found, however it is spelt`() {
        let canaries = Canaries()
        canaries.add("local_canari+clé", .key)
        canaries.add(email: "a+b@ex.fr", password: "S3cret!")
        canaries.add("LYSYU9", .countermark)
        canaries.add("2007-05-17", .birthDate)
        for text in [
            "x local_canari+clé y", "k=local_canari%2Bcl%C3%A9", #""local_canari+cl\u00e9""#, "bG9jYWxfY2FuYXJpK2Ns",
            "Basic YStiQGV4LmZyOlMzY3JldCE=", "a%2Bb%40ex.fr", "token/lysyu9?", "lys yu9", "L-Y-S-Y-U-9",
            "né le 17 mai 2007", "17/05/2007", "20070517", #"{"userBirthDate":"2007-05-17"}"#,
        ] { #expect(canaries.seen(in: text) != [], "\(text)") }
        #expect(canaries.seen(in: "LYSYU8, 2007-05-18, local, Basic ***") == [])
        #expect(canaries.seen(in: "LYSYU9", but: [.countermark]) == [])
    }
}
