// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import Testing

@Suite("An e-mail address and an offer id")
struct EmailAddressTests {
    @Test(
        "keep their letters as they are", arguments: ["Marie.Casse@Example.com", "a+b@c.fr", "é@ü.fr", "\"a b\"@c.fr"])
    func kept(text: String) throws {
        #expect(try EmailAddress(text).revealed == text)
        #expect(try OfferID(text).revealed == text)
    }

    @Test("lose the blanks around them, as the platform drops them too")
    func trimmed() throws {
        #expect(try EmailAddress("\u{A0} a@b.fr\r\n").revealed == "a@b.fr")
        #expect(try OfferID(" AE\t").revealed == "AE")
    }

    @Test(
        "are refused when empty or with a control character inside", arguments: ["", "  ", "a@\u{0}b.fr", "a@b\r\n.fr"])
    func refused(text: String) {
        #expect(#expect(throws: PassCultureError.self) { try EmailAddress(text) }?.code == .invalidEmail)
        #expect(#expect(throws: PassCultureError.self) { try OfferID(text) }?.code == .invalidOfferID)
    }

    @Test("an address without @ is refused, as no account can have it")
    func noAt() {
        #expect(#expect(throws: PassCultureError.self) { try EmailAddress("jeune.example.com") }?.code == .invalidEmail)
    }

    @Test(
        "an offer that reads as 0 is refused: the platform would take it for no offer",
        arguments: ["AA", "AD", "AAAP", "AAA8", "AAAAB", "AAAAAAH", "AAAAAAAA"])
    func zero(text: String) {
        #expect(#expect(throws: PassCultureError.self) { try OfferID(text) }?.code == .invalidOfferID)
    }

    @Test("any other offer is taken as it is", arguments: ["AE", "AI", "AAAQ", "AAAAC", "AAAAAAI", "BA", "AAE"])
    func notZero(text: String) throws {
        #expect(try OfferID(text).revealed == text)
    }
}
