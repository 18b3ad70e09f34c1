// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture
import PassCultureTesting
import Platform
import PlatformDomain
import TestSupport
import Testing

/// The desk with its outbox in a file, against a platform that loses answers.
@Suite(.timeLimit(.minutes(2)))
struct DeskAgainstPlatformTests {
    @Test(arguments: Profile.allCases)
    func `a till whose answer is lost knows after a restart what it may say`(profile: Profile) async throws {
        let (shop, folder) = (try await Bookshop.open(profile), try ScratchFolder())
        let code = try await Countermark(shop.book().countermark)
        let passCulture = PassCulture(try .custom(shop.base))
        func desk() throws -> Desk {
            try passCulture.desk(
                email: Bookshop.email, password: Bookshop.password,
                outbox: SQLiteOutbox(path: folder.path("outbox.db")), settings: Desk.Settings(till: "caisse 1"))
        }
        let before = try desk()
        guard case .valid(let booking) = try await before.check(code) else { return #expect(Bool(false)) }
        #expect(booking?.offerName == "Le Petit Prince")
        try await shop.loseAnswers(to: "PATCH", times: 1)
        guard case .probable(let probable) = try await before.validate(code) else { return #expect(Bool(false)) }
        #expect(probable.attempt.sends == 1)

        let after = try desk()
        #expect(try await after.pending().map(\.state) == [.probable])
        #expect(try await after.reconcile().counts == [.probable: 1])
        let validated = try await after.confirm(probable.attempt.id, by: "Ana")
        #expect(validated.attempt.promotion?.name == "Ana")
        #expect(try await after.pending().isEmpty)
        guard case .refused(let refusal) = try await after.check(code) else { return #expect(Bool(false)) }
        #expect(refusal.reason == .alreadyValidated)
        await shop.close()
    }

    @Test
    func `magic countermarks mean the same without a network as on the local platform`() async throws {
        let shop = try await Bookshop.open()
        let real = try PassCulture(.custom(shop.base))
            .plainDesk(email: Bookshop.email, password: Bookshop.password)
        let fake = try PassCulture(.integration, transport: MagicTransport())
            .plainDesk(email: Bookshop.email, password: Bookshop.password)
        #expect(MagicTransport.codes == MagicCountermark.all.map(\.code))
        // The two that are about time alone are left out: the fake one waits for nothing.
        for text in MagicTransport.codes + ["MAGEZZ"] where !["MAGELE", "MAGEGU"].contains(text) {
            let code = try Countermark(text)
            let expected = (await check(real, code), await validate(real, code), await check(real, code))
            #expect(await check(fake, code) == expected.0, "check \(text)")
            #expect(await validate(fake, code) == expected.1, "validate \(text)")
            #expect(await check(fake, code) == expected.2, "check again \(text)")
        }
        await shop.close()
    }

    private func check(_ desk: PlainDesk, _ code: Countermark) async -> String {
        do throws(PassCultureError) {
            switch try await desk.verify(code) {
            case .valid(let booking): return "valid \(booking?.bookingID ?? "-")"
            case .refused(let refusal): return "refused \(refusal.reason) by \(refusal.basis)"
            }
        } catch {
            // How long the circuit stays open depends on how long all took.
            let patience = error.status == 429 ? error.retryAfter : nil
            return "fault \(error.code) \(patience ?? .zero)"
        }
    }

    private func validate(_ desk: PlainDesk, _ code: Countermark) async -> String {
        do throws(PassCultureError) {
            switch try await desk.validate(code) {
            case .validated: return "validated"
            case .refused(let refusal): return "refused \(refusal.reason) by \(refusal.basis)"
            case .unknown: return "unknown"
            }
        } catch {
            return "fault \(error.code)"
        }
    }
}
