// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

@testable import Conformance

/// The certifier's client of the control API: all of it is there, and each call does on the platform what it says.
@Suite(.timeLimit(.minutes(3)))
struct ControlClientTests {
    @Test func `the client reaches every route of the control API, and each answers as it should`() async throws {
        let server = try await PlatformServer.start(
            PlatformConfiguration(edition: .both, seed: try BuiltInSeed.cinema.seed()))
        let world = try await World.open(CertificationConfiguration(url: server.baseURL, seed: 1))
        let recorder = Recorder()
        let control = Control(wire: Wire(world: world, recorder: recorder))
        let routes = try await control.routes()
        try await timePasses(control)
        try await money(control)
        try await team(control)
        if routes.contains("POST /_control/faults") { try await faults(control) }
        try await today(control)
        try await journal(control, Set(routes))
        try await copies(control, Set(routes))
        let reached = Set(recorder.exchanges.compactMap { route(of: $0, among: routes) })
        #expect(reached == Set(routes), "not in the client: \(Set(routes).subtracting(reached).sorted())")
        await server.stop()
    }

    private func timePasses(_ control: Control) async throws {
        let clock = try await control.clock()
        #expect(clock.now.iso8601 == "2018-12-18T09:00:00Z")
        #expect(!clock.isTicking)
        let next = try #require(clock.nextDue)
        #expect(try await control.advanceToNext() == 1)
        #expect(try await control.now() == next)
        try await control.advance(by: .hours(1))
        #expect(try await control.setClock(to: next + .hours(2)).now == next + .hours(2))
        #expect(try await control.setClock(isTicking: true).isTicking)
        try await control.setClock(isTicking: false)
    }

    private func money(_ control: Control) async throws {
        try await control.setEligible(offerId: "AE", true)
        #expect(try await control.transfers().map(\.cents) == [1_300])
        #expect(try await control.payments().count == 2)
        try await control.runPayments()
        let batches = try await control.batches()
        #expect(!batches.isEmpty)
        #expect(try await !control.batchFile("details.csv", of: 1).isEmpty)
    }

    private func team(_ control: Control) async throws {
        try await control.askForAdministrator(at: "contact@cinema.example", offererId: "AE")
        try await control.answer("caisse@cinema.example", offererId: "AE")
        try await control.validate("structure", offererId: "AE")
        try await control.validate("administrator", offererId: "AE")
        try await control.appoint("caisse@cinema.example", offererId: "AE")
        #expect(try await control.administrator(offererId: "AE")["email"] == "caisse@cinema.example")
        #expect(try await !control.rib(offererId: "AE").isEmpty)
        try await control.refuseBankDetails(offererId: "AE", reason: "illisible")
        #expect(try await control.bankDetails().first?["isAccepted"] == false)
        try await control.acceptBankDetails(offererId: "AE")
        #expect(try await control.bankDetails().first?["isAccepted"] == true)
        let mails = try await control.mails()
        #expect(try await control.mail(1).subject == mails.first?.subject)
        let listed = try await control.ask("GET", "/_control/mails").list()
        let withFile = try #require(listed.first { $0["attachments"]?[0] != nil }?["number"]?.intValue)
        #expect(try await !control.attachment(1, ofMail: withFile).isEmpty)
    }

    private func today(_ control: Control) async throws {
        let provider = try await control.newProvider()
        #expect(try await control.providers().contains(provider.id))
        let venue = try await control.newVenue(of: provider.id)
        let event = try await control.newEvent(of: provider.id, at: venue, beginningIn: .days(7))
        let booking = try await control.book(stock: event)
        #expect(booking.venueId == venue)
        try await control.cancel(booking)
        #expect(try await control.partnerCalls().isEmpty)
        #expect(try await control.book("used", of: provider.id, at: venue).venueId == venue)
        #expect(try await control.newBeneficiary() > 0)
        try await control.setStructure(of: venue, isOpen: false)
        try await control.setStructure(of: venue, isOpen: true)
        try await control.link(provider.id, to: venue, isActive: false)
        try await control.setProvider(provider.id, isActive: false)
        #expect(try await !control.isRateLimitLifted())
        try await control.setRateLimit(perMinute: nil)
        #expect(try await control.isRateLimitLifted())
        try await control.setRateLimit(perMinute: 200)
    }

    private func faults(_ control: Control) async throws {
        let id = try await control.addFault(["fault": "delay", "path": "/nowhere", "seconds": 1])
        #expect(try await control.faults().count == 1)
        try await control.resetFaults(id)
        try await control.resetFaults()
        try await control.removeFaults(id)
        try await control.removeFaults()
        #expect(try await control.faults().isEmpty)
        #expect(try await control.magicCountermarks() != .null)
    }

    private func journal(_ control: Control, _ routes: Set<String>) async throws {
        _ = try await control.wire.anonymous.get("/health")
        #expect(try await control.journal().last?["path"] == "/health")
        if routes.contains("GET /_control/journal/{number}") {
            let number = try #require(try await control.journal().last?["number"]?.intValue)
            #expect(try await control.journalEntry(number)["path"] == "/health")
            for form in ["har", "curl"] { #expect(try await !control.journalExport(form).isEmpty) }
        }
        try await control.clearJournal()
        #expect(try await control.journal().isEmpty)
    }

    private func copies(_ control: Control, _ routes: Set<String>) async throws {
        let before = try await control.now()
        let snapshot = try await control.takeSnapshot()
        #expect(try await control.snapshots() == [snapshot])
        if routes.contains("GET /_control/snapshots/{id}") {
            #expect(try await !control.snapshot(snapshot).isEmpty)
        }
        try await control.advance(by: .days(1))
        try await control.restoreSnapshot(snapshot)
        #expect(try await control.now() == before)
        try await control.removeSnapshot(snapshot)
        let fork = try await control.fork()
        #expect(try await control.forks() == [fork.id])
        try await control.endFork(fork.id)
        #expect(try await control.forks().isEmpty)
        #expect(try await control.seeds().keys.contains("books"))
        #expect(try await control.seed(["name": "books"]).first?["email"] == "caisse@librairie.example")
        #expect(try await control.reset().iso8601 == "2018-12-18T09:00:00Z")
    }

    /// The route that a request reached, as the platform lists it; nothing if it was refused.
    private func route(of exchange: Exchange, among routes: [String]) -> String? {
        guard (200..<300).contains(exchange.status) else { return nil }
        let path = exchange.target.prefix { $0 != "?" }.split(separator: "/")
        return routes.first { route in
            let parts = route.split(separator: " ")
            let template = parts[1].split(separator: "/")
            return parts[0] == exchange.method && template.count == path.count
                && zip(template, path).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
        }
    }
}
