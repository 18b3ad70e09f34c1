// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting

extension FuzzTarget {
    /// The reading of answers: a yes only from a 204 (a check: or a booking), a no only from a 4xx or a booking that is used, and whatever
    /// else for what it is; nothing that was asked is told.
    ///
    /// - Throws: when the desks cannot be made.
    package static func answers() throws -> FuzzTarget {
        let counter = try FuzzedCounter()
        let samples = (SampleAnswer.documented + SampleAnswer.observedRefusals + [.booking, .activation]).map {
            FuzzedAnswer.input(status: $0.response.status, $0.response.body)
        }
        let secret = FuzzedAnswer.input(status: 404, Array(#"{"ZQXJKV":["ZQXJKV chirp@secret.example"]}"#.utf8))
        return FuzzTarget(
            "answers", corpus: samples + [secret, [0, 0xE2, 0], [1, 0xE5, 0], [1, 0xE8, 1] + Array("ZQXJKV".utf8)],
            words: words.map { Array($0.utf8) }
        ) { input throws(Broken) in
            try counter.take(FuzzedAnswer(input))
        }
    }

    private static let words = [
        "global", "booking", "email", "offer_id", "password", "identifier", "{", "}", "[", "]", "\"", ":", ",", "null",
        "\\u00e9",
        "Cette réservation a déjà été validée", "Cette réservation a été annulée", "Ce coupon n'a pas été trouvé",
        "<html>",
        "Mot de passe incorrect", "\u{2019}", "isUsed\":true", "\"date\":\"", "2018-12-01T20:00:00Z",
        "bookingId\":\"A9\"", "ZQXJKV",
    ]
}

/// A partner who asks with and without a log-in.
private struct FuzzedCounter: Sendable {
    private static let code = "ZQXJKV"
    private static let (logIn, password) = ("pro@secret.example", "Chirp!Chirp!123456")
    private static let (email, offer) = ("chirp@secret.example", "CAGE42")

    private let platform = FuzzedPlatform()
    private let desk: PlainDesk
    private let open: OpenDesk
    private let code: Countermark
    private let email: EmailAddress
    private let offer: OfferID

    init() throws {
        // Each answer is read for itself: none is asked for again, and none is remembered.
        let options = Options(retries: .none, circuit: .none)
        let passCulture = PassCulture(.integration, options: options, transport: platform)
        desk = try passCulture.plainDesk(email: Self.logIn, password: Self.password)
        open = passCulture.openDesk
        code = try Countermark(Self.code)
        email = try EmailAddress(Self.email)
        offer = try OfferID(Self.offer)
    }

    func take(_ answer: FuzzedAnswer) throws(Broken) -> String {
        platform.answer(answer.result)
        let (checked, validated) = (check(answer), validate(answer))
        guard checked == check(answer), validated == validate(answer) else {
            throw Broken("the same answer is read in two ways")
        }
        let told = "\(checked)\(validated)\(String(reflecting: checked))\(String(reflecting: validated))"
        // What was asked as another is no secret here: nobody could know it.
        let secrets = [Self.code] + (answer.isDesk ? [Self.logIn, Self.password] : [Self.email, Self.offer])
        // The name of an offer is printed, whatever the platform calls it.
        let offerName = if case .success(.valid(let booking?)) = checked { booking.offerName } else { nil as String? }
        try Broken.unless(
            !secrets.contains { told.contains($0) && offerName?.contains($0) != true },
            "it tells what was asked: \(told)")
        return try fate(checked, answer) + " " + fate(validated, answer)
    }

    private func check(_ answer: FuzzedAnswer) -> Result<Verification, PassCultureError> {
        Result { () throws(PassCultureError) in
            answer.isDesk ? try desk.verifyBlocking(code) : try open.verifyBlocking(code, email: email, offer: offer)
        }
    }

    private func validate(_ answer: FuzzedAnswer) -> Result<Validation, PassCultureError> {
        Result { () throws(PassCultureError) in
            answer.isDesk
                ? try desk.validateBlocking(code) : try open.validateBlocking(code, email: email, offer: offer)
        }
    }

    private func fate(_ result: Result<Verification, PassCultureError>, _ answer: FuzzedAnswer) throws(Broken) -> String
    {
        switch result {
        case .success(.valid(let booking)):
            try Broken.unless(answer.isComplete, "valid without an answer")
            try Broken.unless(
                answer.status == (answer.isDesk || booking != nil ? 200 : 204), "valid by \(answer.status ?? 0)")
            return "valid \(booking != nil)"
        case .success(.refused(let refusal)):
            let isUsed = refusal.status == 200 && refusal.reason == .alreadyValidated
            let isNotOurs = refusal.status == 204 && refusal.reason == .notYours && answer.isDesk
            return try isUsed || isNotOurs ? "used or not ours" : fate(refusal, answer)
        case .failure(let error):
            try Broken.unless(error.status == answer.status, "status \(error.status ?? 0) for \(answer.status ?? 0)")
            try Broken.unless(
                !answer.isComplete || [.unexpectedStatus, .unreadableAnswer].contains(error.code), "\(error.code)")
            try Broken.unless(!answer.isComplete || !error.nothingWasSent, "nothing was sent, and it was answered")
            return "\(error.code) \(answer.isComplete ? error.detail?.prefix(12) ?? "" : "")"
        }
    }

    private func fate(_ result: Result<Validation, PassCultureError>, _ answer: FuzzedAnswer) throws(Broken) -> String {
        switch result {
        case .success(.validated):
            try Broken.unless(answer.status == 204 && !answer.neverLeft, "validated by \(answer.status ?? 0)")
            return "validated"
        case .success(.refused(let refusal)):
            return try fate(refusal, answer)
        case .success(.unknown(let unknown)):
            try Broken.unless(
                unknown.status == answer.status && answer.status != 204, "unknown by \(answer.status ?? 0)")
            return "unknown \(unknown.cause)"
        case .failure(let error):
            try Broken.unless(answer.neverLeft && error.nothingWasSent, "thrown, and it may have been sent")
            return "\(error.code)"
        }
    }

    private func fate(_ refusal: Refusal, _ answer: FuzzedAnswer) throws(Broken) -> String {
        try Broken.unless(answer.isComplete && refusal.status == answer.status, "refused without an answer")
        try Broken.unless((400..<500).contains(refusal.status), "refused by \(refusal.status)")
        try Broken.unless(![407, 408, 425, 429].contains(refusal.status), "refused by \(refusal.status)")
        let isGone = [.alreadyValidated, .cancelled, .noLongerValid].contains(refusal.reason)
        try Broken.unless(isGone == (refusal.status == 410), "\(refusal.reason) by \(refusal.status)")
        try Broken.unless(
            !refusal.cashier.french.isEmpty && !refusal.cashier.english.isEmpty, "no sentence for the cashier")
        return "\(refusal.reason) \(refusal.basis) \(min(refusal.serverSentences.count, 4))"
    }
}

extension FuzzedAnswer {
    /// Whether the whole answer came.
    var isComplete: Bool { if case .success = result { true } else { false } }
    /// Whether nothing was sent.
    var neverLeft: Bool { if case .failure(let failure) = result { failure.nothingWasSent } else { false } }
}
