// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import HTTPClient
import JSON
import PassCulture
import PassCultureTesting
import Platform
import PlatformDomain
import TestSupport
import Testing

/// The platform's calls to a vendor, answered by the SDK's handler on the vendor's own server.
@Suite("A vendor who is called", .timeLimit(.minutes(2)))
struct WebhookTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// What was booked.
    private struct Booked: Sendable {
        let id: Int
        let token: String
    }

    /// A platform of today that calls a vendor, and an offer of that vendor's.
    private struct Meeting {
        let server: PlatformServer
        let key: ProviderKey
        let venue: Int
        let stock: JSONValue

        init(
            _ vendor: VendorServer, _ kind: String, hmacKey: String = VendorServer.hmacKey,
            form: InnerForm = .compact, limit: Duration = .seconds(8)
        ) async throws {
            var configuration = PlatformConfiguration(
                edition: .publicV1, start: Instant(iso8601: "2026-01-12T12:00:00Z"), clock: .frozen, randomSeed: 7)
            configuration.innerForm = form
            configuration.partnerLimits.tickets = limit
            server = try await PlatformServer.start(configuration)
            let url = vendor.server.url
            let provider = try await server.control(
                "/providers",
                [
                    "name": "Billetterie", "hmacKey": .string(hmacKey), "notificationUrl": .string(url + "/told"),
                    "bookingUrl": .string(url + "/book"), "cancelUrl": .string(url + "/cancel"),
                ])
            let id = try provider["id"].orThrow("provider")
            key = try ProviderKey(provider["apiKey"]?.stringValue ?? "")
            let place = try await server.control("/venues", ["providerId": id])["id"].orThrow("venue")
            venue = place.intValue ?? 0
            stock = try await server.control(
                "/offers",
                ["kind": .string(kind), "venueId": place, "providerId": id, "quantity": 50, "name": "L'Été"])["stockId"]
                .orThrow("stock")
        }

        /// A young person books; nothing when it is refused.
        func book(_ quantity: Int = 1) async throws -> Booked? {
            let answer = try await HTTPClient().send(
                HTTPRequest(
                    method: "POST", url: server.baseURL + "/_control/bookings",
                    headers: [HTTPHeader("Content-Type", "application/json")],
                    body: JSONValue.object(["stockId": stock, "quantity": .number(JSONNumber(quantity))]).serialized()))
            guard answer.status == 201 else { return nil }
            let booking = try JSONValue(parsing: answer.body)
            return Booked(id: booking["id"]?.intValue ?? 0, token: booking["token"]?.stringValue ?? "")
        }

        /// What the platform says became of its calls.
        func results() async throws -> [String] {
            try await server.control("/journal?direction=outgoing", method: "GET")["entries"]?.arrayValue?
                .compactMap { $0["call"]?["result"]?.stringValue } ?? []
        }

        func desk() throws -> Desk {
            try PassCulture(.custom(server.baseURL)).desk(
                as: .provider(key: key, venue: venue), outbox: MemoryOutbox())
        }
    }

    /// The number of a stock.
    private func number(_ stock: JSONValue) -> Int { stock.intValue ?? 0 }

    @Test(arguments: [InnerForm.compact, .spaced])
    func `hears of a booking and of its cancellation, in both forms`(form: InnerForm) async throws {
        let vendor = try VendorServer(file: folder.path("calls.db"))
        let meeting = try await Meeting(vendor, "book", form: form)
        let booking = try #require(try await meeting.book())
        await vendor.backroom.told.wait()
        let heard = try #require(vendor.backroom.all.first)
        #expect(heard.action == .book)
        #expect(heard.booking.offerName == "L'Été")
        #expect(heard.booking.stockID == number(meeting.stock))
        #expect(heard.booking.venueID == meeting.venue)
        #expect(heard.booking.quantity == 1 && heard.booking.offerPriceCents == 1_000)
        // It names no countermark: it is found in the venue's list, as the sheet says.
        let listed = try meeting.desk().bookings(.ofVenue(meeting.venue))
        var found: [BookingDetails] = []
        for try await row in listed { found.append(row) }
        #expect(found.map { $0.email?.revealed } == [heard.booking.user.email])
        try await meeting.server.control("/bookings/\(booking.id)/cancel")
        try await meeting.server.control("/clock/advance", ["by": 1])
        await vendor.backroom.told.wait(for: 2)
        #expect(vendor.backroom.all.map(\.action) == [.book, .cancel])
        #expect(vendor.events == [])
        await meeting.server.stop()
    }

    @Test(arguments: [InnerForm.compact, .spaced])
    func `issues tickets, and takes them back when the till cancels`(form: InnerForm) async throws {
        let vendor = try VendorServer(file: folder.path("calls.db"))
        let meeting = try await Meeting(vendor, "ticketed", form: form)
        let stock = number(meeting.stock)
        let booking = try #require(try await meeting.book(2))
        #expect(await vendor.hall.free(of: stock) == 6)
        let desk = try meeting.desk()
        let code = try Countermark(booking.token)
        guard case .done = try await desk.cancel(code, confirmedBy: try Person(whoConfirmed: "Ana")) else {
            return #expect(Bool(false), "not cancelled")
        }
        #expect(await vendor.hall.free(of: stock) == 8)
        #expect(try await meeting.results() == ["booked", "cancelled"])
        #expect(vendor.backroom.all.isEmpty, "an event with tickets is not notified")
        await meeting.server.stop()
    }

    @Test func `says how many are left, and then that none is`() async throws {
        let vendor = try VendorServer(file: folder.path("calls.db"), seats: 1)
        let meeting = try await Meeting(vendor, "ticketed")
        #expect(try await meeting.book(2) == nil)
        #expect(try await meeting.book() != nil)
        #expect(await vendor.hall.free(of: number(meeting.stock)) == 0)
        // The platform was told what is left, and asks no more.
        #expect(try await meeting.book() == nil)
        #expect(try await meeting.results() == ["not_enough_seats", "booked"])
        await meeting.server.stop()

        let full = try VendorServer(file: folder.path("full.db"), seats: 0)
        let other = try await Meeting(full, "ticketed")
        #expect(try await other.book() == nil)
        #expect(try await other.results() == ["sold_out"])
        await other.server.stop()
    }

    @Test func `answers once what comes twice, even after a restart`() async throws {
        let vendor = try VendorServer(file: folder.path("calls.db"))
        let meeting = try await Meeting(vendor, "ticketed")
        _ = try #require(try await meeting.book())
        let call = try #require(vendor.server.requests.first)
        let again = try await resend(call, to: vendor)
        #expect(try JSONValue(parsing: again.body)["tickets"]?[0]?["barcode"] == "BILLET-1")
        #expect(vendor.events == [.webhookRepeated])
        #expect(await vendor.hall.free(of: number(meeting.stock)) == 7)
        vendor.server.stop()
        await meeting.server.stop()

        let restarted = try VendorServer(file: folder.path("calls.db"))
        let later = try await resend(call, to: restarted)
        #expect(later.body == again.body)
        #expect(await restarted.hall.free(of: number(meeting.stock)) == 8, "the ticket was sold before, not now")
    }

    @Test func `hears once of a notification that comes twice`() async throws {
        let vendor = try VendorServer(file: folder.path("calls.db"))
        let meeting = try await Meeting(vendor, "book")
        _ = try #require(try await meeting.book())
        await vendor.backroom.told.wait()
        let call = try #require(vendor.server.requests.first)
        #expect(try await resend(call, to: vendor).status == 204)
        #expect(vendor.backroom.all.count == 1)
        await meeting.server.stop()
    }

    @Test func `refuses what another key has signed, and nothing is booked`() async throws {
        let vendor = try VendorServer(file: folder.path("calls.db"))
        let meeting = try await Meeting(vendor, "ticketed", hmacKey: "une autre clé")
        #expect(try await meeting.book() == nil)
        #expect(try await meeting.results() == ["unusable"])
        #expect(vendor.events == [.webhookRefused])
        #expect(await vendor.hall.free(of: number(meeting.stock)) == 8)
        await meeting.server.stop()
    }

    @Test func `whoever has not answered in time has nothing booked, and gets the seat back`() async throws {
        let time = VirtualTime(waiting: .holds), (asked, printed) = (Signal(), Signal())
        let vendor = try VendorServer(file: folder.path("calls.db"), time: time) { _ in
            asked.fire()
            await printed.wait()
        }
        let meeting = try await Meeting(vendor, "ticketed")
        let stock = number(meeting.stock)
        async let refused = meeting.book()
        await asked.wait()
        #expect(await vendor.hall.free(of: stock) == 7)
        while time.waiterCount == 0 { await Task.yield() }
        // The handler's own limit is below pass Culture's 8 seconds.
        time.advance(by: .milliseconds(7_500))
        #expect(try await refused == nil)
        #expect(try await meeting.results() == ["unusable"])
        printed.fire()
        while await vendor.hall.givenBack.isEmpty { await Task.yield() }
        #expect(await vendor.hall.givenBack == [.expired])
        #expect(await vendor.hall.free(of: stock) == 8)
        #expect(vendor.events == [.webhookExpired])
        await meeting.server.stop()
    }

    @Test func `where pass Culture hangs up first, nothing is booked, and the seat comes back all the same`()
        async throws
    {
        let time = VirtualTime(waiting: .holds), printed = Signal()
        let vendor = try VendorServer(file: folder.path("calls.db"), time: time) { _ in await printed.wait() }
        let meeting = try await Meeting(vendor, "ticketed", limit: .milliseconds(20))
        #expect(try await meeting.book() == nil)
        let calls = try await meeting.server.control("/journal?direction=outgoing", method: "GET")["entries"]
        #expect(calls?[0]?["call"]?["failure"]?.stringValue == "sent, but no answer")
        while time.waiterCount == 0 { await Task.yield() }
        time.advance(by: .seconds(8))
        printed.fire()
        while await vendor.hall.givenBack.isEmpty { await Task.yield() }
        #expect(await vendor.hall.free(of: number(meeting.stock)) == 8)
        await meeting.server.stop()
    }

    private func resend(_ call: ReceivedRequest, to vendor: VendorServer) async throws -> HTTPResponse {
        let headers = call.headers.filter { ["passculture-signature", "content-type"].contains($0.name.lowercased()) }
        return try await HTTPClient().send(
            HTTPRequest(
                method: call.method, url: vendor.server.url + call.target,
                headers: headers.map { HTTPHeader($0.name, $0.value) }, body: call.body))
    }
}
