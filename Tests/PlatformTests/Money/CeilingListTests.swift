// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

/// What a structure's list says of the ceiling of 23,000 EUR before the batch pays anything (`contract 2018-12 §9.2`, `§9.6`).
@Suite("The ceiling in the list of bookings")
struct CeilingListTests {
    @Test("before the batch the list says of each booking what the batch pays for it", arguments: Profile.allCases)
    func beforeTheBatch(profile: Profile) async throws {
        let shop = await Shop(profile)
        if profile == .documented { try await shop.agreeOnBank() } else { try await shop.enterBankDetails() }
        let seats = await shop.seats(await shop.date(await shop.event(), in: .days(10)), price: 480, ["available": 60])
        // 47 times 480 EUR are 22,560 EUR: the 48th that is paid would cross.
        for number in 1...50 {
            let booking = await shop.book(.user(await shop.service.young("jeune\(number)@example.com")), seats)
            // One is not validated.
            if number != 3 { _ = await shop.validate(booking.token) }
        }
        let path = "/offerers/\(shop.offererID)/bookings?page="
        func amounts() async -> [String?] {
            var amounts: [String?] = []
            for page in 1...5 {
                let list = await shop.send("GET", path + "\(page)").json.arrayValue ?? []
                amounts += list.map { $0["reimbursed_amount"]?.numberValue?.text }
            }
            return amounts
        }
        var expected: [String?] = (1...50).map { $0 <= 48 ? "480.00" : "0.00" }
        // What is not payable yet comes after all that is.
        expected[2] = "0.00"
        #expect(await amounts() == expected)
        let last = await shop.send("GET", path + "5").json
        let ceiling = "Pas de remboursement au dessus du plafond de 23 000 € par offreur"
        #expect((7...9).map { last[$0]?["reimbursement_rule"] == .string(ceiling) } == [false, true, true])
        if profile == .documented {
            let states = (7...9).map { last[$0]?["table"]?["reimbursement"]?["paymentState"] }
            let next: JSONValue = "En attente du prochain virement"
            #expect(states == [next, "Non remboursable", "Non remboursable"])
            let csv = await shop.send("GET", path + "1&format=csv").text.split(separator: "\r\n")
            #expect(csv.filter { $0.hasSuffix(";Non remboursable") }.count == 3)
        }
        #expect(try shop.transferred() == [47 * 480_00])
        #expect(await amounts() == expected)
    }
}
