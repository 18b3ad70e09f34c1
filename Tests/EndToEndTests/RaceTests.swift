// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import Testing

/// What must hold when many do the same at once, over real HTTP.
@Suite(.timeLimit(.minutes(3)))
struct RaceTests {
    @Test func `of a thousand validations of one countermark at once, exactly one is accepted`() async throws {
        let shop = try await Bookshop.open()
        let desk = try PassCulture(
            .custom(shop.base), options: Options(totalDeadline: .seconds(120), connectDeadline: .seconds(120))
        ).openDesk
        let countermark = try await Countermark(shop.book().countermark)
        let email = try EmailAddress(Bookshop.readerEmail), offer = try OfferID(shop.offerID)

        let outcomes = try await withThrowingTaskGroup(of: Validation.self) { group in
            for _ in 0..<1_000 {
                group.addTask { try await desk.validate(countermark, email: email, offer: offer) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let unknown = outcomes.compactMap { if case .unknown(let unknown) = $0 { unknown } else { nil } }
        #expect(unknown == [])
        let refusals = outcomes.compactMap(reason)
        #expect(outcomes.count { $0 == .validated } == 1)
        #expect(refusals == Array(repeating: .alreadyValidated, count: 999))
        await shop.close()
    }
}
