// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PlatformDomain
import TestSupport
import Testing

/// The SDK and the platform were written apart; here they meet.
@Suite(.timeLimit(.minutes(2)))
struct SDKAgainstPlatformTests {
    @Test(arguments: Profile.allCases)
    func `a till checks, validates, and is told that it was validated`(profile: Profile) async throws {
        let shop = try await Bookshop.open(profile)
        let desk = try PassCulture(.custom(shop.base)).plainDesk(email: Bookshop.email, password: Bookshop.password)
        let countermark = try await Countermark(" " + shop.book().countermark.lowercased() + "\r\n")

        let verification = try await desk.verify(countermark)
        guard case .valid(let booking?) = verification else {
            Issue.record("not valid: \(verification)")
            return
        }
        #expect(booking.offerName == "Le Petit Prince")
        #expect(booking.userName == "Lectrice")
        #expect(booking.email?.revealed == Bookshop.readerEmail)
        #expect(booking.date == nil)
        #expect(try await desk.validate(countermark) == .validated)

        #expect(reason(try await desk.verify(countermark)) == .alreadyValidated)
        let again = try await Thread.run { () throws(PassCultureError) in try desk.validateBlocking(countermark) }
        #expect(reason(again) == .alreadyValidated)
        await shop.close()
    }

    @Test(arguments: Profile.allCases)
    func `an online platform validates with an address that has a plus sign`(profile: Profile) async throws {
        let shop = try await Bookshop.open(profile)
        let desk = try PassCulture(.custom(shop.base)).openDesk
        let countermark = try await Countermark(shop.book().countermark)
        let email = try EmailAddress(Bookshop.readerEmail), offer = try OfferID(shop.offerID)

        #expect(try await desk.verify(countermark, email: email, offer: offer) == .valid(nil))
        #expect(
            reason(try await desk.verify(countermark, email: EmailAddress("x@y.fr"), offer: offer))
                == .unknownCountermark)
        #expect(try await desk.validate(countermark, email: email, offer: offer) == .validated)
        #expect(reason(try await desk.validate(countermark, email: email, offer: offer)) == .alreadyValidated)
        await shop.close()
    }

    @Test(arguments: Profile.allCases)
    func `every refusal of the platform has its reason`(profile: Profile) async throws {
        let shop = try await Bookshop.open(profile)
        let passCulture = try PassCulture(.custom(shop.base))
        let desk = try passCulture.plainDesk(email: Bookshop.email, password: Bookshop.password)
        let booking = try await shop.book()
        let countermark = try Countermark(booking.countermark)

        let wrong = try passCulture.plainDesk(email: Bookshop.email, password: "Azerty123456!?")
        #expect(reason(try await wrong.verify(countermark)) == .logInWrongPassword)
        let nobody = try passCulture.plainDesk(email: "personne@exemple.fr", password: Bookshop.password)
        #expect(reason(try await nobody.validate(countermark)) == .logInUnknown)
        let reader = try passCulture.plainDesk(email: Bookshop.readerEmail, password: Bookshop.password)
        #expect(reason(try await reader.verify(countermark)) == .notYours)
        #expect(reason(try await reader.validate(countermark)) == .notYours)
        #expect(reason(try await desk.verify(Countermark("ZZZZZZ"))) == .unknownCountermark)
        #expect(reason(try await desk.validate(Countermark("ZZZZZZ"))) == .unknownCountermark)

        try await shop.cancel(booking.id)
        #expect(reason(try await desk.verify(countermark)) == .cancelled)
        #expect(reason(try await desk.validate(countermark)) == .cancelled)
        await shop.close()
    }

    @Test func `nothing was sent when nothing listens`() async throws {
        let shop = try await Bookshop.open()
        let desk = try PassCulture(.custom(shop.base)).plainDesk(email: Bookshop.email, password: Bookshop.password)
        await shop.close()
        let error = await #expect(throws: PassCultureError.self) {
            try await desk.validate(Countermark("ABCDEF"))
        }
        #expect(error?.nothingWasSent == true)
        #expect(error?.code == .neverSent)
    }
}
