// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

/// What the guide's tests do as partners, as young people and as the team.
extension Shop {
    /// The smallest file that is a PDF by its first bytes.
    static let rib = Array("%PDF-1.4\n%%EOF\n".utf8)

    /// A young person who gave first and last name.
    func youngPerson(_ first: String, _ last: String) async -> Actor {
        let email = "\(first.lowercased())@example.com"
        let answer = await service.send(
            "POST", "/users/signup",
            json: [
                "email": .string(email), "publicName": .string(first + " " + last), "firstName": .string(first),
                "lastName": .string(last), "password": .string(DomainService.password), "contact_ok": true,
            ])
        #expect(answer.status == 201, "\(answer.line)")
        return .user(service.state.user(email: email)?.id ?? Identifier(0))
    }

    /// Sends a file in the field `rib`.
    func file(rib bytes: [UInt8]?, at path: String, by actor: Actor? = nil) async -> Answer {
        var body = Array("--limite\r\nContent-Disposition: form-data; name=\"rib\"".utf8)
        if let bytes { body += Array("; filename=\"rib.pdf\"\r\n\r\n".utf8) + bytes } else { body += "\r\n\r\n".utf8 }
        return await service.send(
            "POST", path, by: actor ?? pro, raw: body + Array("\r\n--limite--\r\n".utf8),
            headers: [("Content-Type", "multipart/form-data; boundary=limite")])
    }

    /// The structure's number in the domain.
    var offerer: Identifier<Offerer> { service.offererID() }

    /// Names the shop's own professional, and enters an IBAN for the structure.
    func enterBankDetails(_ iban: String = "FR7630006000011234567890189", venue: Bool = false) async throws {
        try service.nameAdministrator("pro@example.com", siren: "349974931")
        let path = venue ? "/venues/\(self.venue)" : "/offerers/\(offererID)"
        let answer = await send("PATCH", path, json: ["iban": .string(iban), "bic": "BDFEFRPP"])
        #expect(answer.status == 200, "\(answer.line)")
    }

    /// Enters bank details, files the RIB, and has the team accept both.
    func agreeOnBank() async throws {
        try await enterBankDetails()
        #expect(await file(rib: Self.rib, at: "/offerers/\(offererID)/rib").status == 201)
        try service.perform(.acceptOffererBankDetails(offerer)) { _, _ in }
    }

    /// Validates a countermark at the desk.
    func validate(_ token: String) async -> Answer { await send("PATCH", "/bookings/token/\(token)") }

    /// Cancels a booking.
    func cancel(_ id: String, by actor: Actor) async -> Answer {
        await service.send("PATCH", "/bookings/\(id)", by: actor, json: ["isCancelled": true])
    }

    /// The offers on a person's main screen.
    func feed(_ person: Actor) async -> [String] {
        let answer = await service.send("PUT", "/recommendations", by: person, json: [:])
        return answer.json.arrayValue?.compactMap { $0["offerId"]?.stringValue } ?? [answer.line]
    }

    /// Runs the fortnight's payments, and gives what was transferred to the structure so far, in cents.
    func transferred() throws -> [Int64] {
        try service.perform(.runPayments) { _, _ in }
        return service.state.transfers(of: offerer).map(\.amount.cents)
    }
}
