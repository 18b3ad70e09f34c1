// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Platform

@Suite("Bank details")
struct BankFormTests {
    @Test(arguments: [
        "FR7630006000011234567890189", "FR76 3000 6000 0112 3456 7890 189", "fr7630006000011234567890189",
        "FR1420041010050500013M02606", "MC5811222000010123456789030", "DE89370400440532013000",
        "GB29NWBK60161331926819", "NO9386011117947", "BE68539007547034", "NL91ABNA0417164300",
    ])
    func goodIBANsAreAccepted(iban: String) {
        #expect(IBAN.isValid(iban))
    }

    @Test(arguments: [
        "", "FR", "FR7630006000011234567890180", "FR763000600001123456789018", "FR76300060000112345678901899",
        "XX7630006000011234567890189", "FRAA30006000011234567890189", "FR76-3000-6000-0112-3456-7890-189",
        "FR76A0006000011234567890189", "FR2830006000011234567890180", "FR7920041010050500013M02600",
        "BR1800360305000010009795493C1", "DE89370400440532013001", "é",
    ])
    func badIBANsAreRefused(iban: String) {
        #expect(!IBAN.isValid(iban))
    }

    @Test("Any one digit changed, or two neighbours swapped, is noticed")
    func checkDigitsCatchSlips() {
        let good = Array("FR7630006000011234567890189")
        for index in 4..<27 {
            var changed = good
            changed[index] = changed[index] == "9" ? "0" : "9"
            if changed != good { #expect(!IBAN.isValid(String(changed))) }
            guard index < 26, good[index] != good[index + 1] else { continue }
            var swapped = good
            swapped.swapAt(index, index + 1)
            #expect(!IBAN.isValid(String(swapped)))
        }
    }

    @Test(arguments: [
        ("BDFEFRPP", true, true), ("BDFEFRPPCCT", true, true), ("BDFEFR2LCCB", true, true), ("BNPAFRPP", true, true),
        ("BNPAFRPPXXX", true, false), ("CRLYFRPP", true, true), ("AGRIFRPP871", true, true), ("BOUSFRPP", true, true),
        ("AGRIRERX", true, true), ("AFOPFR21XXX", true, true), ("AFOPFR21", true, false), ("ZZZZFRPP", true, false),
        ("DEUTDEFF", true, false), ("X", false, false),
        ("", false, false), ("BDFEFRP", false, false), ("BDFEFRPPC", false, false), ("BDFE1RPP", false, false),
        ("bdfefrpp", false, false), ("BDFEFRPPCCTX", false, false),
    ])
    func bicsHaveAFormAndAKnownBank(bic: String, isValid: Bool, isKnown: Bool) {
        #expect(BIC.isValid(bic) == isValid)
        #expect(BIC.isKnown(bic) == isKnown)
    }
}
