// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import CivilTime
import PassCultureTesting
import TestSupport
import Testing

/// Checks and validations as a C program sees them.
@Suite(.timeLimit(.minutes(1)))
struct CounterTests {
    @Test func `a check fills in the booking and the cashier's sentences`() async throws {
        let server = try SocketServer.playing([wire(.booking)])
        defer { server.stop() }
        let (status, result) = try await CTill(server.url).check("ly sy-u9\r\n")
        #expect(status == PC_OK)
        #expect(result.outcome == PC_VALID)
        #expect(result.http_status == 200)
        #expect(result.begins_at == 1_545_679_800_000_000)
        #expect(result.date_of_birth == .min)
        #expect(text(result.begins_at_fr) == "24 décembre 2018 à 20:30")
        #expect(text(result.offer_name) == "Grand concert")
        #expect(text(result.user_name) == "Jeune")
        #expect(text(result.user_email) == "jeune+tag@example.com")
        #expect(text(result.booking_id) == "A9")
        #expect(text(result.department) == "93")
        #expect(text(result.cashier_fr) == "Contremarque valable : remettez, puis validez.")
        #expect(text(result.cashier_en) == "Valid countermark: hand over, then validate.")
        #expect(text(result.reason).isEmpty)
        #expect(server.requests.map(\.target) == ["/bookings/token/LYSYU9"])
    }

    @Test func `what has no date says so`() async throws {
        let server = try SocketServer.playing([wire(.digitalBooking)])
        defer { server.stop() }
        let (_, result) = try await CTill(server.url).check("LYSYU9")
        #expect(result.begins_at == .min)
        #expect(text(result.begins_at_fr).isEmpty)
        #expect(text(result.department).isEmpty)
        #expect(text(result.offer_name) == "Abonnement numérique")
    }

    @Test func `a refusal is an answer with a stable reason`() async throws {
        let server = try SocketServer.playing([wire(.alreadyValidated), wire(.alreadyValidated)])
        defer { server.stop() }
        let till = try CTill(server.url)
        let (status, result) = await till.check("LYSYU9")
        #expect(status == PC_OK)
        #expect(result.outcome == PC_REFUSED)
        #expect(result.http_status == 410)
        #expect(text(result.reason) == "already-validated")
        #expect(text(result.cashier_fr) == "Contremarque déjà validée : ne remettez rien.")
        let (again, validation, error) = await till.validate("LYSYU9")
        #expect(again == PC_OK)
        #expect(validation.outcome == PC_REFUSED)
        #expect(text(validation.reason) == "already-validated")
        #expect(error.status == PC_OK)
    }

    @Test func `validated is told for a 204 alone`() async throws {
        let server = try SocketServer.playing([noContent])
        defer { server.stop() }
        let (status, validation, _) = try await CTill(server.url).validate("LYSYU9")
        #expect(status == PC_OK)
        #expect(validation.outcome == PC_VALIDATED)
        #expect(validation.since == .min)
        #expect(validation.others == 0)
        #expect(text(validation.cashier_fr) == "Contremarque validée.")
        #expect(server.requests.map(\.method) == ["PATCH"])
    }

    @Test func `a lost answer is unknown, and nothing is sent again`() async throws {
        let server = try SocketServer.playing([.close(after: ""), noContent])
        defer { server.stop() }
        let start = SystemClock.now()
        let (status, validation, _) = try await CTill(server.url).validate("LYSYU9")
        #expect(status == PC_OK)
        #expect(validation.outcome == PC_UNKNOWN)
        #expect((start.microseconds...SystemClock.now().microseconds).contains(validation.since))
        #expect(text(validation.reason) == "no-answer")
        #expect(text(validation.cashier_fr).contains("Ne validez pas une seconde fois"))
        #expect(server.requests.count == 1)
    }

    @Test func `a fault gives a status, leaves no outcome behind, and names no secret`() async throws {
        let closed = try ClosedPort()
        let (status, validation, error) = try await CTill("http://127.0.0.1:\(closed.port)").validate("LYSYU9")
        #expect(status == PC_NEVER_SENT)
        #expect(validation.outcome == PC_NONE)
        #expect(error.status == PC_NEVER_SENT)
        #expect(error.nothing_was_sent == 1)
        #expect(text(error.code) == "never-sent")
        #expect(text(error.cashier_fr) == "Rien n'a été envoyé : vérifiez la connexion, puis réessayez.")
        for secret in ["LYSYU9", "pro@example.com", "Azerty"] { #expect(!text(error.detail).contains(secret)) }
    }

    @Test func `a name too long for its place is cut between two characters`() async throws {
        let name = String(repeating: "é", count: 200)
        let body = #"{"bookingId":"A9","offerName":"\#(name)","userName":"a\u0000b"}"#
        let server = try SocketServer.playing([
            .close(after: "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
        ])
        defer { server.stop() }
        let (_, result) = try await CTill(server.url).check("LYSYU9")
        #expect(text(result.offer_name) == String(repeating: "é", count: 127))
        #expect(text(result.user_name) == "a\u{FFFD}b")
    }

    @Test func `the product is told to the platform, and the log-in sent`() async throws {
        let server = try SocketServer.playing([noContent])
        defer { server.stop() }
        let till = try "Caisse Plus".withCString { name in
            try "4.2".withCString { version in
                try CTill(server.url) { config in
                    config.product_name = name
                    config.product_version = version
                }
            }
        }
        _ = await till.validate("LYSYU9")
        let request = try #require(server.requests.first)
        #expect(request.header("User-Agent")?.hasPrefix("Caisse-Plus/4.2 passculture-swift/") == true)
        #expect(request.header("Authorization")?.hasPrefix("Basic ") == true)
    }
}
