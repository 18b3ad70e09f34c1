// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What the pass Culture team looks at and decides, beside what the checks need most.
extension Control {
    /// How far a structure has come with its administrator, as the platform shows it (guide G29).
    func administrator(offererId: String) async throws -> JSONValue {
        try await ask("GET", "/_control/administrators" + Caller.text([("offererId", offererId)]), expecting: 200).json
            ?? .null
    }

    /// All bank details entered, with whether the team has accepted them (guide G30).
    func bankDetails() async throws -> [JSONValue] {
        try await ask("GET", "/_control/bankDetails", expecting: 200).list()
    }

    /// The team refuses the bank details of a structure (guide G30).
    func refuseBankDetails(offererId: String, reason: String) async throws {
        try await ask(
            "POST", "/_control/bankDetails/refuse", .texts([("offererId", offererId), ("reason", reason)]))
    }

    /// The RIB that a structure filed.
    func rib(offererId: String) async throws -> [UInt8] {
        try await ask("GET", "/_control/rib" + Caller.text([("offererId", offererId)]), expecting: 200).body
    }

    /// One mail, by its number.
    func mail(_ number: Int) async throws -> Mail {
        let exchange = try await ask("GET", "/_control/mails/\(number)", expecting: 200)
        guard let mail = exchange.json.flatMap(Mail.init) else { throw exchange.failure("a mail") }
        return mail
    }

    /// What is attached to a mail, counted from 1.
    func attachment(_ number: Int, ofMail mail: Int) async throws -> [UInt8] {
        try await ask("GET", "/_control/mails/\(mail)/attachments/\(number)", expecting: 200).body
    }

    /// What the platform is and which routes its control API has.
    func routes() async throws -> [String] {
        try await ask("GET", "/_control", expecting: 200).json?["routes"]?.arrayValue?.compactMap(\.stringValue) ?? []
    }
}
