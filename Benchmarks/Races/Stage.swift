// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import HTTPClient
import PassCulture
import TestSupport

/// The platform on which it is played (`loaded-platform`), with its countermarks, each given out once.
struct Stage {
    /// What happens to requests: outages that open circuits, lost answers, late ones, ones cut short.
    private static let faults = [
        #""fault":"status","status":503,"path":"/bookings/token/*","probability":0.9,"times":24"#,
        #""fault":"status","status":503,"path":"/public/bookings/**","probability":0.9,"times":16"#,
        #""fault":"status","status":429,"headers":{"Retry-After":"1"},"path":"/public/bookings/**","probability":0.02"#,
        #""fault":"applyThenDrop","method":"PATCH","probability":0.1"#,
        #""fault":"dropBeforeApplying","probability":0.05"#,
        #""fault":"delay","seconds":0.02,"probability":0.1"#,
        #""fault":"cutBody","method":"GET","probability":0.05"#,
        #""fault":"reset","probability":0.02"#,
    ]
    /// The venue of `loaded-platform`.
    static let venue = 2

    /// Where it listens.
    let url: String
    private let client = HTTPClient()
    private var left: ArraySlice<Countermark>

    /// A platform, and the file with a countermark a line.
    init(url: String, tokens: String) throws {
        self.url = url
        guard let file = fopen(tokens, "r") else { throw SystemCallError(call: "fopen \(tokens)") }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 32)
        var found: [Countermark] = []
        while fgets(&line, 32, file) != nil {
            let bytes = line.prefix { $0 > 0x20 }.map(UInt8.init(bitPattern:))
            found.append(try Countermark(String(decoding: bytes, as: UTF8.self)))
        }
        left = found[...]
    }

    /// So many countermarks that nobody else gets.
    mutating func take(_ count: Int) throws -> [Countermark] { try takeBooked(count).map(\.countermark) }

    /// So many that nobody else gets, with who has booked what, as `loaded-platform` counts them.
    mutating func takeBooked(_ count: Int) throws -> [Booked] {
        guard left.count >= count else { throw Trouble("the platform has too few countermarks") }
        defer { left = left.dropFirst(count) }
        return try left.indices.prefix(count).map { index throws(PassCultureError) in
            Booked(
                countermark: left[index], email: try EmailAddress("jeune\(index / 10 * 10)@example.org"),
                offer: try OfferID(index % 2 == 0 ? "AE" : "A9"))
        }
    }

    /// Makes a vendor whose key opens the venue (today's edition).
    func provider(_ number: Int) throws -> DeskIdentity {
        let key = "races_\(number)"
        let said = try ask("POST", "/_control/providers", #"{"apiKey":"\#(key)"}"#, 201)
        guard let id = said.split(separator: #""id":"#).dropFirst().first?.prefix(while: \.isNumber), !id.isEmpty else {
            throw Trouble("a provider without a number")
        }
        _ = try ask("POST", "/_control/venueLinks", #"{"providerId":\#(id),"venueId":\#(Self.venue)}"#, 200)
        return .provider(key: try ProviderKey(key), venue: Self.venue)
    }

    /// Lets things go wrong from now on.
    func worsen(seed: UInt64) throws {
        for (index, fault) in Self.faults.enumerated() {
            _ = try ask(
                "POST", "/_control/faults", #"{"seed":\#(Int(seed % 1_000_000) + index),\#(fault)}"#, 201)
        }
    }

    /// Lets nothing go wrong any more.
    func heal() throws { _ = try ask("DELETE", "/_control/faults", nil, 204) }

    private func ask(_ method: String, _ path: String, _ body: String?, _ status: Int) throws -> String {
        let response = try client.sendBlocking(
            HTTPRequest(
                method: method, url: url + path, headers: [HTTPHeader("Content-Type", "application/json")],
                body: body.map { Array($0.utf8) }))
        let said = String(decoding: response.body, as: UTF8.self)
        guard response.status == status else { throw Trouble("\(method) \(path): \(response.status) \(said)") }
        return said
    }
}

/// A countermark, and whose booking of which offer it is.
struct Booked: Sendable {
    let countermark: Countermark
    let email: EmailAddress
    let offer: OfferID
}

extension DeskIdentity {
    /// The bookshop of `loaded-platform`.
    static let bookshop = DeskIdentity.portal(email: "libraire@example.org", password: "Une-cle-de-12-signes")
}

extension Options {
    /// A shop in a hurry, whose circuit opens soon and not for long.
    static func hurried(_ observe: @escaping @Sendable (Event) -> Void, _ journal: any ValidationJournal) -> Options {
        Options(
            totalDeadline: .seconds(2),
            retries: RetryPolicy(firstWait: .milliseconds(2), longestWait: .milliseconds(8)),
            circuit: CircuitPolicy(faults: 4, coolDown: .milliseconds(4)), journal: journal, observe: observe)
    }
}

/// What keeps the play from being played.
struct Trouble: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
