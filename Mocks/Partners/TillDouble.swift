// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import Synchronization

/// A till that the certifier can be tried on: a sound one, or one broken in a way.
///
/// It speaks raw HTTP. A validation is sent once; without an answer to it the countermark is read, and whatever that says is not certain.
package final class TillDouble: Sendable {
    /// What it tells the cashier.
    package enum Told: Sendable {
        /// Hand it over.
        case good
        /// Hand nothing over.
        case refused
        /// Not known.
        case open
    }

    /// What an answer of the platform is to a till.
    private enum Answer: Sendable {
        case status(Int, body: String)
        case none
    }

    private let flaw: TillFlaw?
    private let base: String
    private let authorization: String
    private let speaksToday: Bool
    private let client = HTTPClient()
    private let unanswered = Mutex<[String]>([])
    /// Whether it asked too often, in an edition that wants a minute of waiting then: none passes here.
    private let waits = Mutex(false)

    /// A till at a platform.
    ///
    /// - Parameters:
    ///   - base: the platform's address.
    ///   - authorization: who the till is, as its header.
    ///   - speaksToday: whether it speaks today's edition.
    package init(flaw: TillFlaw? = nil, base: String, authorization: String, speaksToday: Bool) {
        self.flaw = flaw
        self.base = base
        self.authorization = authorization
        self.speaksToday = speaksToday
    }

    /// Checks what was typed.
    package func check(_ typed: String) async -> Told {
        if flaw == .checksNothing { return .good }
        if flaw == .validatesOnCheck { return await validate(typed) }
        switch await ask("GET", code(typed)) {
        case .status(200, _), .status(204, _): return .good
        case .status(let status, let body): return refusal(status, body) ?? (flaw == .checksAnyAnswer ? .good : .open)
        case .none: return flaw == .checksAnyAnswer ? .good : flaw == .blamesSilence ? .refused : .open
        }
    }

    /// Validates what was typed.
    package func validate(_ typed: String) async -> Told {
        let code = code(typed)
        let forgotten = unanswered.withLock { codes in
            defer { codes = [] }
            return codes
        }
        for code in forgotten where flaw == .sendsAgainLater { _ = await ask("PATCH", code) }
        var answer = await ask("PATCH", code)
        if flaw == .sendsEachTwice { _ = await ask("PATCH", code) }
        if case .status(200, _) = answer, flaw == .sendsAgainUnread { answer = await ask("PATCH", code) }
        if case .none = answer, flaw == .sendsAgain { answer = await ask("PATCH", code) }
        if case .status(500..., _) = answer, flaw == .sendsAgainOnFailure { answer = await ask("PATCH", code) }
        if case .status(429, _) = answer, flaw == .asksAgain { answer = await ask("PATCH", code) }
        switch answer {
        case .status(204, let body): return flaw == .wantsABody && body.isEmpty ? .open : .good
        case .status(let status, let body):
            if let told = refusal(status, body) { return told }
            if flaw == .blamesCountermark, status >= 429 { return .refused }
            return flaw == .takesAnyAnswer || flaw == .takesAnyBody && status == 200 ? .good : .open
        case .none:
            unanswered.withLock { $0.append(code) }
            if flaw == .blamesSilence { return .refused }
            if flaw == .undoesByItself, speaksToday {
                _ = await send("PATCH", "/public/bookings/v1/keep/token/" + code)
            }
            return flaw == .takesSilence ? .good : await readBack(code)
        }
    }

    /// What is told of a validation without an answer: nothing certain, whatever the countermark says now.
    private func readBack(_ code: String) async -> Told {
        guard case .status(410, _) = await ask("GET", code) else { return .open }
        return flaw == .takesReadBack ? .good : flaw == .refusesReadBack ? .refused : .open
    }

    /// What is told of a refusal; nothing for what is none.
    private func refusal(_ status: Int, _ body: String) -> Told? {
        switch status {
        case 404 where flaw == .handsOverUnknown: .good
        case 410 where flaw == .handsOverUsed && Self.tellsUse(body): .good
        case 410 where flaw == .handsOverCancelled && !Self.tellsUse(body): .good
        case 403 where flaw == .handsOverForbidden: .good
        case 403, 404, 410: flaw == .mumbles ? .open : .refused
        default: nil
        }
    }

    /// Whether a refusal tells of a validation, in either edition's words.
    private static func tellsUse(_ body: String) -> Bool { body.contains("valid") }

    /// The countermark that is meant by what was typed.
    private func code(_ typed: String) -> String {
        flaw == .typesAsIs
            ? typed.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
            : String(typed.uppercased().filter { $0.isLetter || $0.isNumber })
    }

    private func ask(_ method: String, _ code: String) async -> Answer {
        let path =
            !speaksToday
            ? "/bookings/token/" : method == "GET" ? "/public/bookings/v1/token/" : "/public/bookings/v1/use/token/"
        return await send(method, path + code)
    }

    private func send(_ method: String, _ path: String) async -> Answer {
        if waits.withLock({ $0 }), flaw != .asksAgain { return .status(429, body: "") }
        let request = HTTPRequest(
            method: method, url: base + path, headers: [HTTPHeader("Authorization", authorization)],
            totalDeadline: .seconds(60), usesFreshConnection: true, closesConnection: true)
        guard let answer = try? await client.send(request) else { return .none }
        if answer.status == 429, speaksToday { waits.withLock { $0 = true } }
        return .status(answer.status, body: String(decoding: answer.body, as: UTF8.self))
    }
}
