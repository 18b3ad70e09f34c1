// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import CivilTime
import PassCulture
import Testing

@testable import PassCultureC

/// How text gets into its places.
@Suite struct TextTests {
    private func written(_ text: String, room: Int) -> [UInt8] {
        var place = [UInt8](repeating: 0xAA, count: room)
        place.withUnsafeMutableBytes { CText.write(text, into: $0) }
        return place
    }

    @Test func `what fits is written, and the rest of the place is zero`() {
        #expect(written("abc", room: 6) == [97, 98, 99, 0, 0, 0])
        #expect(written("abc", room: 4) == [97, 98, 99, 0])
        #expect(written("", room: 2) == [0, 0])
    }

    @Test func `what does not fit is cut between characters as people see them`() {
        #expect(written("abc", room: 3) == [97, 98, 0])
        #expect(written("aé", room: 3) == [97, 0, 0])
        // An e and its accent are one character; so is a family of seven scalars.
        #expect(written("ae\u{301}", room: 4) == [97, 0, 0, 0])
        #expect(written("a👨‍👩‍👧‍👦b", room: 20)[1] == 0)
        #expect(written("abc", room: 1) == [0])
    }

    @Test func `a zero byte inside does not end the text`() {
        #expect(written("a\0b", room: 8) == [97, 0xEF, 0xBF, 0xBD, 98, 0, 0, 0])
    }

    @Test func `no sentence for the cashier and no code is ever cut`() {
        let reasons: [Refusal.Reason] = [
            .unknownCountermark, .alreadyValidated, .cancelled, .noLongerValid, .notYours, .incompleteRequest,
            .badOfferID, .logInUnknown, .logInNotConfirmed, .logInWrongPassword, .logInRefused, .platformRefused,
            .notCancelled, .notUndone,
        ]
        for reason in reasons {
            // The longest form of each: by the status alone, it is followed by a second sentence.
            let refusal = Refusal(reason: reason, status: 400, basis: .status, serverSentences: [])
            let check = pc_check_result(Verification.refused(refusal))
            let validation = pc_validation(Outcome.refused(refusal))
            #expect(text(check.cashier_fr) == refusal.cashier.french)
            #expect(text(check.cashier_en) == refusal.cashier.english)
            #expect(text(check.reason) == reason.code)
            #expect(text(validation.cashier_fr) == refusal.cashier.french)
            #expect(text(validation.reason) == reason.code)
        }
        let unknown = UnknownValidation(cause: .noAnswer)
        #expect(text(pc_validation(Validation.unknown(unknown), at: .epoch).cashier_fr) == unknown.cashier.french)
    }

    @Test func `every fault of the SDK has a number of its own`() {
        let codes: [PassCultureError.Code] = [
            .invalidCountermark, .invalidConfiguration, .neverSent, .journalFailed, .noAnswer, .unexpectedStatus,
            .unreadableAnswer, .cancelled, .alreadyTaken, .lateNotAllowed, .offlineLimit, .tooManyRequests,
            .notAccepted, .underWay, .timeNeeded,
        ]
        let statuses = codes.map { Trouble(PassCultureError($0)).status }
        #expect(Set(statuses).count == codes.count)
        #expect(!statuses.contains(PC_FAILED) && !statuses.contains(PC_OK))
        #expect(Trouble(PassCultureError(.invalidEmail)).status == PC_FAILED)
        #expect(text(pc_error(Trouble(PassCultureError(.invalidEmail))).code) == "invalid-email")
    }
}
