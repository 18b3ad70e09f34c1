// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient

/// An online platform that the certifier can be tried on, behind the link `…?email={email}&offer={offerId}&code={token}`: a sound one, or
/// one broken in a way.
///
/// It speaks raw HTTP. The countermark is validated without a log-in (in today's edition with a key), once, and gives access when the answer is 204; without an answer
/// nothing is known.
package struct OnlineDouble: Sendable {
    /// What it tells the young person.
    package enum Told: Sendable {
        /// Access is given.
        case access
        /// The countermark is refused.
        case refused
        /// Not known, or not yet.
        case open
    }

    /// The address of its offers.
    package static let offers = "http://127.0.0.1:9/pass?email={email}&offer={offerId}&code={token}"

    private let flaw: OnlineFlaw?
    private let base: String
    private let authorization: String
    private let speaksToday: Bool
    private let client = HTTPClient()

    /// An online platform.
    ///
    /// - Parameters:
    ///   - base: the address of the pass Culture that it asks.
    ///   - authorization: who the partner is, as a header: in 2018 only one flaw says so.
    ///   - speaksToday: whether it speaks today's edition.
    package init(flaw: OnlineFlaw? = nil, base: String, authorization: String, speaksToday: Bool = false) {
        self.flaw = flaw
        self.base = base
        self.authorization = authorization
        self.speaksToday = speaksToday
    }

    /// Somebody comes by a link.
    package func follow(_ link: String) async -> Told {
        if flaw == .asksNobody { return .access }
        let values = Self.values(of: link)
        let code = values["code"] ?? ""
        if flaw == .tripsOverPlus, values["email"]?.contains("+") == true { return .refused }
        let rest = (flaw == .lowersTheCountermark ? code.lowercased() : code) + query(values)
        let routes = speaksToday ? "/public/bookings/v1" : "/bookings"
        let (reading, using) = (routes + "/token/" + rest, routes + (speaksToday ? "/use/token/" : "/token/") + rest)
        if flaw == .validatesNothing || flaw == .refusesWhatIsValid { return told(await ask("GET", reading)) }
        var status = await ask("PATCH", using)
        if flaw == .sendsEachTwice || flaw == .sendsAgain && status == nil {
            let second = await ask("PATCH", using)
            if flaw == .sendsAgain { status = second }
        }
        guard status == nil, flaw == .refusesReadBack else { return told(status) }
        return await ask("GET", reading) == 410 ? .refused : .open
    }

    private func query(_ values: [String: String]) -> String {
        guard flaw != .ignoresTheAddress, !speaksToday else { return "" }
        var email = values["email"] ?? ""
        if flaw == .readsPlusAsBlank { email = email.split(separator: "+").joined(separator: " ") }
        if flaw != .sendsPlusAsIs { email = PercentEncoding.queryComponent(email) }
        return "?email=\(email)&\(flaw == .misnamesTheOffer ? "offerId" : "offer_id")=\(values["offer"] ?? "")"
    }

    private func told(_ status: Int?) -> Told {
        if flaw == .opensToAnybody { return .access }
        switch status {
        case 200, 204: return flaw == .wantsAForm ? .open : flaw == .refusesWhatIsValid ? .refused : .access
        case 404 where flaw == .opensForUnknown: return .access
        case 400, 403, 404, 410: return flaw == .mumbles ? .open : .refused
        default: return flaw == .opensOnFailure ? .access : flaw == .blamesCountermark ? .refused : .open
        }
    }

    /// Asks the pass Culture; nothing when no answer came.
    private func ask(_ method: String, _ path: String) async -> Int? {
        let request = HTTPRequest(
            method: method, url: base + path,
            headers: flaw == .ignoresTheAddress || speaksToday ? [HTTPHeader("Authorization", authorization)] : [],
            totalDeadline: .seconds(60), usesFreshConnection: true, closesConnection: true)
        guard let answer = try? await client.send(request) else { return nil }
        // Both have the status 410, and differ in their words.
        let isCancelled = !String(decoding: answer.body, as: UTF8.self).contains("valid")
        if answer.status == 410, flaw == (isCancelled ? .opensForCancelled : .opensForUsed) { return 204 }
        return answer.status
    }

    /// What the query of a link holds, as it stands there.
    private static func values(of link: String) -> [String: String] {
        let pairs = link.split(separator: "?").last?.split(separator: "&") ?? []
        return pairs.reduce(into: [:]) { values, pair in
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { values[String(parts[0])] = String(parts[1]) }
        }
    }
}
