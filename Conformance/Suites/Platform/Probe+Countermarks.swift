// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What the countermark checks share.
extension Probe {
    /// The shared company: looked at, never changed.
    func company() async throws -> Cast.Company {
        try await prepare { try await world.cast.company(wire) }
    }

    /// A fresh booking of the shared free book by the shared young person; its countermark has a letter.
    func freshBooking(of company: Cast.Company) async throws -> Booking {
        try await prepare {
            // One countermark in 4,096 has digits only, and would read the same in lower case.
            var booking = try await wire.book(company.book.stock, by: company.young)
            for _ in 0..<5 where booking.token.allSatisfy(\.isNumber) {
                booking = try await wire.book(company.book.stock, by: company.young)
            }
            return booking
        }
    }

    /// Reads a countermark without signing in and without Origin, as partners' servers do.
    func read(_ token: String, _ query: [(String, String)]) async throws -> Exchange {
        try await wire.anonymous.from(nil).get("/bookings/token/\(token)", query)
    }

    /// Validates a countermark without signing in and without Origin.
    func validate(_ token: String, _ query: [(String, String)]) async throws -> Exchange {
        try await wire.anonymous.from(nil).send("PATCH", "/bookings/token/\(token)", query)
    }

    /// The answer to an unknown countermark when reading: the sentence of the document or that of the service.
    func expectUnknownWhenRead(_ exchange: Exchange) throws {
        let side = try exchange.expect(
            documented: (404, Answers.unknownDocumented), observed: (404, Answers.unknownObserved))
        saw(.unknownCountermarkSentence, side)
    }

    /// The same offer's id in another spelling: the unused last bits set (contract 2018-12 §1.1).
    func alias(of id: String) -> String? {
        let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789".utf8)
        // The order of base32, with the two letters that the service writes as digits.
        let base32 = Array("ABCDEFGH9JKLMN8PQRSTUVWXYZ234567".utf8)
        let spare = [2: 2, 4: 4, 5: 1, 7: 3][id.utf8.count % 8] ?? 0
        guard spare > 0, let last = id.utf8.last, alphabet.contains(last), let value = base32.firstIndex(of: last)
        else {
            return nil
        }
        return String(id.dropLast()) + String(decoding: [base32[value ^ 1]], as: UTF8.self)
    }
}
