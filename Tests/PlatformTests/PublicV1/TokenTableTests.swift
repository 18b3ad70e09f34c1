// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Testing

@testable import Platform

/// The four routes by countermark over HTTP: every cell of the table of today §2.3.
@Suite struct TokenTableTests {
    static let sentences: [Character: String] = [
        "A": #"404 {"global":"This countermark cannot be found"}"#,
        "B": #"403 {"payment":"This booking has already been reimbursed"}"#,
        "C": #"410 {"booking":"This booking has already been validated"}"#,
        "D": #"410 {"booking":"This booking has been cancelled"}"#,
        // A week after noon UTC on 12 January, less 48 hours, but 48 hours after the booking at the latest: 13:00 in Paris.
        "E":
            #"403 {"booking":"Vous pourrez valider cette contremarque à partir du 14/01/2026 à 13:00, une fois le délai d’annulation passé."}"#,
        "F": #"403 {"booking":"This booking has not been used"}"#,
        "G": #"403 {"payment":"This booking has been reimbursed"}"#,
        "H": #"403 {"booking":"This booking cannot be cancelled anymore"}"#,
        "I": #"410 {"booking":"This booking has already been cancelled"}"#,
        "J": #"410 {"booking":"This booking has been validated"}"#,
        "K": #"403 {"booking":["Vous ne pouvez plus valider de contremarque sur une structure fermée"]}"#,
        "L": #"403 {"booking":"This booking has validation codes, and cannot be marked as unused"}"#,
        // Done, with no body.
        "-": "204",
    ]

    /// State, then the letter of each answer to get, use, keep and cancel; `*` for the booking itself.
    static let rows: [(state: String, letters: String)] = [
        ("unknown", "AAAA"), ("foreign", "AAAA"), ("inactiveLink", "AAAA"), ("confirmedProduct", "*-F-"),
        ("eventWindowOpen", "EEF-"), ("eventWindowClosed", "*-FH"), ("used", "CC-J"), ("cancelled", "DDDI"),
        ("reimbursed", "BBGG"), ("closedOfferer", "KKF-"), ("activationCodeUsed", "CCLJ"),
    ]
    static let operations = ["GET /token", "PATCH /use/token", "PATCH /keep/token", "PATCH /cancel/token"]

    @Test("every state answers every operation as the sheet has it", arguments: rows, operations.indices)
    func cell(row: (state: String, letters: String), operation: Int) async throws {
        try await TodayPlatform.run { platform in
            let booking = try await platform.booking(row.state)
            let token = try #require(booking["token"]?.stringValue)
            let words = Self.operations[operation].split(separator: " ")
            let letter = Array(row.letters)[operation]
            let answer = await platform.send(String(words[0]), "/public/bookings/v1\(words[1])/\(token)")
            if letter == "*" {
                #expect(answer.status == 200)
                #expect(answer.json?["id"] == booking["id"])
            } else {
                #expect(line(answer) == Self.sentences[letter])
            }
            let announced = booking["answers"]?[["get", "use", "keep", "cancel"][operation]]?.intValue
            #expect(announced == answer.status, "the control announces what the route answers")
        }
    }

    @Test("what is done is done once: the state is another one afterwards")
    func effects() async throws {
        try await TodayPlatform.run { platform in
            let booking = try await platform.booking("confirmedProduct")
            let token = try #require(booking["token"]?.stringValue)
            func patch(_ what: String) async -> Int {
                await platform.send("PATCH", "/public/bookings/v1/\(what)/token/\(token)").status
            }
            #expect(await platform.status(of: booking) == "CONFIRMED")
            #expect(await patch("use") == 204)
            #expect(await platform.status(of: booking) == "USED")
            #expect(await patch("use") == 410)
            #expect(await patch("keep") == 204)
            #expect(await platform.status(of: booking) == "CONFIRMED")
            #expect(await patch("use") == 204)
            #expect(await patch("keep") == 204)
            #expect(await patch("cancel") == 204)
            #expect(await platform.status(of: booking) == "CANCELLED")
            #expect(await patch("cancel") == 410)
        }
    }

    @Test("a countermark is found whatever its case, and none without a countermark")
    func spelling() async throws {
        try await TodayPlatform.run { platform in
            let booking = try await platform.booking("confirmedProduct")
            let token = try #require(booking["token"]?.stringValue)
            let answer = await platform.send("GET", "/public/bookings/v1/token/\(token.lowercased())")
            #expect(answer.status == 200)
            #expect(token.allSatisfy { "ABCDEFGHJKLMNPQRSTUVWXYZ234567".contains($0) } && token.count == 6)
            for path in ["token/", "token", "use/token/", "keep/token/", "cancel/token/"] {
                let method = path.hasPrefix("token") ? "GET" : "PATCH"
                #expect(line(await platform.send(method, "/public/bookings/v1/\(path)")) == "404 {}")
            }
        }
    }

    @Test(
        "too early is said in the local time of the offer's department",
        arguments: [
            ("75011", "14/01/2026 à 13:00"), ("97400", "14/01/2026 à 16:00"), ("97200", "14/01/2026 à 08:00"),
            ("98800", "14/01/2026 à 23:00"), ("98714", "14/01/2026 à 02:00"), ("97500", "14/01/2026 à 09:00"),
        ])
    func localTime(postalCode: String, clock: String) async throws {
        try await TodayPlatform.run(postalCode: postalCode) { platform in
            let booking = try await platform.booking("eventWindowOpen")
            let token = try #require(booking["token"]?.stringValue)
            let answer = await platform.send("PATCH", "/public/bookings/v1/use/token/\(token)")
            #expect(answer.json?["booking"]?.stringValue?.contains("à partir du \(clock), une") == true)
        }
    }

    @Test(
        "an event's two windows are complementary: from the confirmation on it can be validated and no longer be cancelled"
    )
    func windows() async throws {
        try await TodayPlatform.run { platform in
            let concert = try await platform.offer("event", #", "startsIn": 604800"#)
            let booking = try await platform.booking(of: concert)
            let token = try #require(booking["token"]?.stringValue)
            let list = await platform.send("GET", "/public/bookings/v1/bookings?venueId=\(platform.venueID)")
            #expect(list.json?["bookings"]?[0]?["confirmationDate"] == "2026-01-14T12:00:00Z")
            await platform.advance(hours: 47)
            #expect(await platform.send("PATCH", "/public/bookings/v1/use/token/\(token)").status == 403)
            await platform.advance(hours: 1)
            #expect(await platform.send("PATCH", "/public/bookings/v1/cancel/token/\(token)").status == 403)
            #expect(await platform.send("PATCH", "/public/bookings/v1/use/token/\(token)").status == 204)
        }
    }

    @Test("a structure that is reopened validates again; a closed one takes validations back and cancels")
    func closing() async throws {
        try await TodayPlatform.run { platform in
            let booking = try await platform.booking("closedOfferer")
            let token = try #require(booking["token"]?.stringValue)
            let venue = try #require(booking["venueId"]?.intValue)
            #expect(await platform.status(of: booking) == "CONFIRMED")
            await platform.control("POST", "/structures/reopen", #"{"venueId": \#(venue)}"#)
            #expect(await platform.send("PATCH", "/public/bookings/v1/use/token/\(token)").status == 204)
            await platform.control("POST", "/structures/close", #"{"venueId": \#(venue)}"#)
            #expect(await platform.send("PATCH", "/public/bookings/v1/keep/token/\(token)").status == 204)
            #expect(await platform.send("PATCH", "/public/bookings/v1/cancel/token/\(token)").status == 204)
        }
    }
}
