// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting

extension FuzzTarget {
    /// The reading of today's answers: a yes only from a booking of the till's own venue, done only from a 204, a no only from a 4xx or a
    /// booking that says so itself, a 429 for what it is; nothing that was asked is told.
    ///
    /// - Throws: when the desk cannot be made.
    package static func publicAnswers() throws -> FuzzTarget {
        let counter = try PublicCounter()
        let samples: [PublicAnswer] = [
            .booking(), .booking(confirmed: "2026-11-22T10:00:00Z"), .booking(venue: 2), .page([1, 2]), .notFound,
            .alreadyReimbursed, .alreadyValidated, .cancelled, .tooEarly("03/12/2026", "07:15"), .structureClosed,
            .keyRefused, .providerInactive, .tooManyRequests, .done,
        ]
        let words = [
            "{", "}", "[", "]", "\"", ":", ",", "null", "global", "booking", "payment", "auth", "status", "venueId",
            "CONFIRMED", "USED", "03/12/2026", "07:15", "loc", "msg", "userBirthDate", "2026-11-22T10:00:00Z", "QZXKJV",
            "This booking has been cancelled", "Inactive provider", "<html>",
        ]
        return FuzzTarget(
            "public-answers",
            corpus: samples.map { FuzzedAnswer.input(status: $0.response.status, $0.response.body) },
            words: words.map { Array($0.utf8) }
        ) { input throws(Broken) in
            try counter.take(FuzzedAnswer(input))
        }
    }
}

/// A till of today, and what must hold of what it is told.
private struct PublicCounter: Sendable {
    private static let (code, key) = ("QZXKJV", "fuzz_key_0123456789")

    private let platform = FuzzedPlatform()
    private let time = VirtualTime()
    private let desk: PlainDesk
    private let code: Countermark

    init() throws {
        let options = Options(retries: .none, circuit: .none, time: time)
        desk = try PassCulture(.integration, options: options, transport: platform)
            .plainDesk(as: .provider(key: ProviderKey(Self.key), venue: 1))
        code = try Countermark(Self.code)
    }

    func take(_ answer: FuzzedAnswer) throws(Broken) -> String {
        platform.answer(answer.result)
        let (checked, validated) = (check(), validate())
        guard checked == check(), validated == validate() else {
            throw Broken("the same answer is read in two ways")
        }
        let told = "\(checked)\(validated)\(String(reflecting: checked))\(String(reflecting: validated))"
        let offerName = if case .success(.valid(let booking?)) = checked { booking.offerName } else { nil as String? }
        for secret in [Self.code, Self.key] {
            try Broken.unless(!told.contains(secret) || offerName?.contains(secret) == true, "it tells what was asked")
        }
        return try fate(checked, answer) + " " + fate(validated, answer)
    }

    // Each call an hour after the last: none is held back by the limit of the key.

    private func check() -> Result<Verification, PassCultureError> {
        time.advance(by: .seconds(3_600))
        return Result { () throws(PassCultureError) in try desk.verifyBlocking(code) }
    }

    private func validate() -> Result<Validation, PassCultureError> {
        time.advance(by: .seconds(3_600))
        return Result { () throws(PassCultureError) in try desk.validateBlocking(code) }
    }

    private func fate(_ result: Result<Verification, PassCultureError>, _ answer: FuzzedAnswer) throws(Broken) -> String
    {
        switch result {
        case .success(.valid(let booking)):
            try Broken.unless(answer.isComplete && answer.status == 200, "valid by \(answer.status ?? 0)")
            try Broken.unless(booking?.venueID == 1, "valid elsewhere")
            return "valid"
        case .success(.refused(let refusal)):
            return refusal.status == 200 ? "refused by itself \(refusal.reason)" : try fate(refusal, answer)
        case .failure(let error): return "\(error.code)"
        }
    }

    private func fate(_ result: Result<Validation, PassCultureError>, _ answer: FuzzedAnswer) throws(Broken) -> String {
        switch result {
        case .success(.validated):
            try Broken.unless(answer.status == 204 && !answer.neverLeft, "validated by \(answer.status ?? 0)")
            return "validated"
        case .success(.refused(let refusal)): return try fate(refusal, answer)
        case .success(.unknown(let unknown)): return "unknown \(unknown.cause)"
        case .failure(let error):
            let isTooMany = error.code == .tooManyRequests && answer.status == 429
            try Broken.unless(isTooMany || (answer.neverLeft && error.nothingWasSent), "thrown: \(error.code)")
            return "\(error.code)"
        }
    }

    private func fate(_ refusal: Refusal, _ answer: FuzzedAnswer) throws(Broken) -> String {
        try Broken.unless(answer.isComplete && refusal.status == answer.status, "refused without an answer")
        try Broken.unless((400..<500).contains(refusal.status), "refused by \(refusal.status)")
        try Broken.unless(![407, 408, 425, 429].contains(refusal.status), "refused by \(refusal.status)")
        try Broken.unless(
            (refusal.validFrom == nil) || refusal.reason == .tooEarly, "\(refusal.reason) with an instant")
        try Broken.unless(
            !refusal.cashier.french.isEmpty && !refusal.cashier.english.isEmpty, "no sentence for the cashier")
        return "\(refusal.reason) \(refusal.basis) \(min(refusal.serverSentences.count, 4))"
    }
}
