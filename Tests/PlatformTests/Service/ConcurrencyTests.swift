// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Testing

@testable import Platform

@Suite("Many at once")
struct ConcurrencyTests {
    @Test("of a thousand concurrent validations of one countermark exactly one is the first")
    func validations() async throws {
        let town = try Town(in: makeService())
        let token = try town.book().token
        let query = CountermarkQuery(token: token, email: nil, offerID: nil)
        let outcomes = await withTaskGroup(of: Refusal?.self) { group in
            for _ in 0..<1_000 {
                group.addTask {
                    do throws(Refusal) {
                        try town.service.perform(.validateCountermark(by: .user(town.bookseller), query)) { _, _ in }
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            return await group.reduce(into: [Refusal?]()) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == nil } == 1)
        #expect(outcomes.count { $0 == .alreadyValidated } == 999)
    }

    @Test("of two hundred concurrent bookings of a stock of twenty exactly twenty are made, and paid for")
    func bookings() async throws {
        let town = try Town(in: makeService(), copies: 20)
        let people = try (0..<200).map { number in
            try Town.account("jeune\(number)@example.com", .young, in: town.service)
        }
        let outcomes = await withTaskGroup(of: Refusal?.self) { group in
            for person in people {
                group.addTask {
                    do throws(Refusal) {
                        try town.service.perform(
                            .book(by: person, stock: town.stock, quantity: 1, recommendation: nil)
                        ) { _, _ in }
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            return await group.reduce(into: [Refusal?]()) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == nil } == 20)
        #expect(outcomes.count { $0 == .soldOut } == 180)
        let wallets = town.service.read { state, _ in people.compactMap { state.users[$0]?.wallet.cents } }
        #expect(wallets.count { $0 == 489_00 } == 20)
        #expect(wallets.count { $0 == 499_00 } == 180)
    }

    @Test("tokens and countermarks drawn at once never repeat")
    func draws() async throws {
        let town = try Town(in: makeService(), price: 0)
        let tokens = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<300 { group.addTask { try? town.book().token } }
            return await group.reduce(into: [String]()) { if let token = $1 { $0.append(token) } }
        }
        #expect(tokens.count == 300)
        #expect(Set(tokens).count == 300)
    }
}
