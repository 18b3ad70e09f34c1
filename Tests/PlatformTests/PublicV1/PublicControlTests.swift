// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Testing

@testable import Platform

/// What the control makes for today's edition, and what becomes of it when time passes.
@Suite struct PublicControlTests {
    @Test("a beneficiary has 300 euros, and one booking of an offer at a time, for two where that may be")
    func beneficiary() async throws {
        try await TodayPlatform.run { platform in
            let person = await platform.control("POST", "/beneficiaries", #"{"email": "a@b.fr"}"#)
            #expect(person.json?["credit"] == 30_000)
            let id = try #require(person.json?["id"]?.intValue)
            let novel = try await platform.offer("book", #", "price": 20000"#)
            let stock = try #require(novel["stockId"]?.intValue)
            func book(_ stock: Int, _ quantity: Int = 1) async -> Int {
                await platform.control(
                    "POST", "/bookings", #"{"stockId": \#(stock), "beneficiaryId": \#(id), "quantity": \#(quantity)}"#
                ).status
            }
            #expect(await book(stock, 2) == 409, "a book is for one")
            #expect(await book(stock) == 201)
            #expect(await book(stock) == 409, "one live booking of an offer")
            let concert = try await platform.offer("event", #", "price": 6000"#)
            #expect(await book(try #require(concert["stockId"]?.intValue), 2) == 409, "more than is left")
            let cheap = try await platform.offer("event", #", "price": 5000"#)
            #expect(await book(try #require(cheap["stockId"]?.intValue), 2) == 201, "all that is left")
        }
    }

    @Test("a provider that is switched off, or on again, is told with its venues")
    func providerVenues() async throws {
        try await TodayPlatform.run { platform in
            for isActive in [false, true] {
                let told = await platform.control(
                    "PATCH", "/providers/\(platform.providerID)", #"{"isActive": \#(isActive)}"#)
                #expect(told.json?["isActive"] == .bool(isActive))
                #expect(told.json?["venueIds"]?.arrayValue?.compactMap(\.intValue) == [platform.venueID])
                #expect(await platform.control("GET", "/providers").json?[0] == told.json)
            }
        }
    }

    @Test("what is made at once takes no SIREN or address from another", arguments: ["venues", "beneficiaries"])
    func manyAtOnce(what: String) async throws {
        try await TodayPlatform.run { platform in
            let answers = await withTaskGroup(of: RawExchange.self) { group in
                for _ in 0..<40 { group.addTask { await platform.control("POST", "/" + what) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.map(\.status) == Array(repeating: 201, count: 40))
            #expect(Set(answers.compactMap { $0.json?[what == "venues" ? "siret" : "email"]?.stringValue }).count == 40)
        }
    }

    @Test("a venue lies at five digits, else nothing is made", arguments: ["^", "7501", "750111", "7501a"])
    func postalCode(code: String) async throws {
        try await TodayPlatform.run { platform in
            let first = await platform.control("POST", "/venues", #"{"postalCode": "97400"}"#)
            let refused = await platform.control("POST", "/venues", #"{"postalCode": "\#(code)"}"#)
            #expect(refused.status == 400)
            let second = await platform.control("POST", "/venues", "{}")
            let id = try #require(first.json?["id"]?.intValue)
            #expect(second.json?["id"]?.intValue == id + 2, "its structure has a virtual one besides")
        }
    }

    @Test("a product is booked by its offer's number too, as the public API tells no stock; what has none is 404")
    func byOffer() async throws {
        try await TodayPlatform.run { platform in
            let novel = try await platform.offer("book")
            let offer = try #require(novel["offerId"]?.intValue)
            let booked = await platform.control("POST", "/bookings", #"{"offerId": \#(offer)}"#)
            #expect(booked.status == 201 && booked.json?["stockId"] == novel["stockId"], "\(booked.text)")
            #expect(await platform.control("POST", "/bookings", #"{"offerId": 999}"#).status == 404)
        }
    }

    @Test("what nobody collects is cancelled, what took place is used: 10 days, 30 days, 48 hours after the start")
    func automatism() async throws {
        try await TodayPlatform.run { platform in
            let book = try await platform.booking(of: try await platform.offer("book"))
            let film = try await platform.booking(of: try await platform.offer("product"))
            let concert = try await platform.booking(of: try await platform.offer("event"))
            await platform.advance(hours: 9 * 24 - 1)
            #expect(await platform.status(of: concert) == "CONFIRMED")
            await platform.advance(hours: 1)
            #expect(await platform.status(of: concert) == "USED")
            await platform.advance(hours: 24 - 1)
            #expect(await platform.status(of: book) == "CONFIRMED")
            await platform.advance(hours: 1)
            #expect(await platform.status(of: book) == "CANCELLED")
            #expect(await platform.status(of: film) == "CONFIRMED")
            await platform.advance(hours: 20 * 24)
            #expect(await platform.status(of: film) == "CANCELLED")
        }
    }

    @Test("used bookings are reimbursed by the fortnight's batch; digital ones that are not reimbursed stay used")
    func reimbursement() async throws {
        try await TodayPlatform.run { platform in
            let used = try await platform.booking("used")
            let film = try await platform.booking(of: try await platform.offer("digital"))
            let token = try #require(film["token"]?.stringValue)
            #expect(await platform.send("PATCH", "/public/bookings/v1/use/token/\(token)").status == 204)
            await platform.control("POST", "/payments/run")
            #expect(await platform.status(of: used) == "REIMBURSED")
            #expect(await platform.status(of: film) == "USED")
        }
    }

    @Test("copies and snapshots carry providers, offers and terms with them")
    func copies() async throws {
        try await TodayPlatform.run { platform in
            let booking = try await platform.booking("eventWindowOpen")
            let token = try #require(booking["token"]?.stringValue)
            let target = "/public/bookings/v1/token/\(token)"
            let before = await platform.send("GET", target)
            let fork = await RawExchange.send("POST", "/_control/forks", to: platform.server.baseURL)
            let base = try #require(fork.json?["base"]?.stringValue)
            let copy = await RawExchange.send(
                "GET", target, to: base, headers: [("Authorization", "Bearer \(platform.key)")])
            #expect(line(copy) == line(before))
            let snapshot = await RawExchange.send("POST", "/_control/snapshots", to: platform.server.baseURL)
            let id = try #require(snapshot.json?["id"]?.stringValue)
            #expect(await platform.send("PATCH", "/public/bookings/v1/cancel/token/\(token)").status == 204)
            await platform.control("POST", "/snapshots/\(id)/restore")
            #expect(line(await platform.send("GET", target)) == line(before))
        }
    }

    @Test("a snapshot taken before there was today's edition is read: it says nothing of it")
    func olderSnapshot() async throws {
        let service = try makeService()
        let bytes = try #require(await service.snapshotLines(service.takeSnapshot().id))
        let lines = String(decoding: bytes, as: UTF8.self)
        var older = lines
        let names = [
            "providers", "venueLinks", "publishedOffers", "priceCategories", "publishedStocks", "bookingTerms",
            "revenue",
        ]
        for name in names {
            #expect(older.contains(",\"\(name)\":0"))
            older = older.split(separator: ",\"\(name)\":0").joined()
        }
        let platform = try SnapshotReader.platform(from: Array(older.utf8), profile: .documented)
        #expect(platform.state.providers.count == 0)
        #expect(throws: SnapshotError.self) {
            let broken = lines.split(separator: ",\"bookings\":0").joined()
            _ = try SnapshotReader.platform(from: Array(broken.utf8), profile: .documented)
        }
    }

    @Test("a data file keeps today's edition too, and what was due falls due in a later process")
    func dataFile() async throws {
        let data = try TemporaryData()
        var configuration = PlatformConfiguration(clock: .frozen, seed: try BuiltInSeed.till.seed())
        configuration.data = data.path
        let (service, furnished) = try await Service.make(configuration)
        let seeded = Seen(service)
        await service.closeData()
        let (again, _) = try await Service.make(configuration)
        #expect(again.isContinued)
        #expect(Seen(again) == seeded)
        let key = furnished?.items.first { $0.id == "api-key" }?.what
        guard case .value(let key)? = key else { throw NotFound(what: "the key") }
        let digest = Digest.sha256(Array(key.utf8))
        #expect(again.read { state, _ in state.provider(keyDigest: digest)?.name } == "Caisse d'essai")
        try await again.advance(.by(.days(40)))
        let product = furnished?.items.first { $0.id == "confirmed-product" }?.what
        guard case .countermark(let token, .valid)? = product else { throw NotFound(what: "a valid countermark") }
        #expect(again.read { state, _ in state.booking(token: token)?.isCancelled } == true)
        #expect(again.read { state, _ in state.violations } == [])
        await again.closeData()
    }

    private struct NotFound: Error {
        let what: String
    }

    @Test(
        "the seed for a till tells a key, a venue and ten countermarks that answer as it says",
        arguments: Profile.allCases)
    func till(profile: Profile) async throws {
        let seed = try BuiltInSeed.till.seed()
        let server = try await PlatformServer.start(PlatformConfiguration(profile: profile, seed: seed))
        let furnished = try #require(server.furnished)
        var key = ""
        var tokens: [(token: String, standing: Furnished.Standing, label: String)] = []
        for item in furnished.items {
            switch item.what {
            case .value(let value): if item.id == "api-key" { key = value }
            case .countermark(let token, let standing): tokens.append((token, standing, item.label.english))
            case .person: Issue.record("there is nobody")
            }
        }
        #expect(tokens.count == 10)
        #expect(
            tokens.map(\.standing) == [
                .valid, .tooEarly, .valid, .alreadyValidated, .cancelled, .reimbursed, .closed, .alreadyValidated,
                .notLinked,
                .notLinked,
            ])
        #expect(Set(tokens.map(\.standing)) == Set(Furnished.Standing.allCases))
        for (token, _, label) in tokens {
            var said: [String] = []
            // In this order none of them changes what the next one finds, but a validation and a cancellation that succeed.
            for (name, method, path) in [("GET", "GET", "token"), ("keep", "PATCH", "keep/token")] {
                let answer = await RawExchange.send(
                    method, "/public/bookings/v1/\(path)/\(token)", to: server.baseURL,
                    headers: [("Authorization", "Bearer \(key)")])
                said.append("\(name) \(answer.status)")
            }
            #expect(said.allSatisfy { label.contains($0) }, "\(label): \(said)")
        }
        await server.stop()
    }

    @Test("a booking of one edition is read in the other: by a till of 2018, and by a provider of today")
    func bothEditions() async throws {
        try await TodayPlatform.run(edition: .both) { platform in
            let today = try await platform.booking("confirmedProduct")
            let token = try #require(today["token"]?.stringValue)
            let email = try #require(today["email"]?.stringValue)
            let check = await RawExchange.send(
                "GET", "/bookings/token/\(token)?email=\(email)", to: platform.server.baseURL)
            #expect(check.status == 204)
            let offer = HumanizedID.encode(Int64(today["offerId"]?.intValue ?? 0))
            let validation = await RawExchange.send(
                "PATCH", "/bookings/token/\(token)?email=\(email)&offer_id=\(offer)", to: platform.server.baseURL)
            #expect(validation.status == 204)
            #expect(await platform.status(of: today) == "USED")
            #expect(await platform.send("PATCH", "/public/bookings/v1/use/token/\(token)").status == 410)
        }
    }
}
