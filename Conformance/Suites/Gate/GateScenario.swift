// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// Something that happens at a gate: one countermark, and the buttons of a till that are pressed for it, or the link that is followed with it.
///
/// The countermarks are the magic ones of the local platform, which answer in the same way in both editions, and some that its seed made,
/// which are known once the platform is.
public struct GateScenario: Sendable, Hashable {
    /// The name by which checks know it.
    public let id: String
    /// The countermark.
    public private(set) var code: String
    /// How the countermark is typed, or the link that holds it.
    public private(set) var shown: String
    /// What is done, in order.
    public private(set) var acts: [GateAct]
    /// What the platform must have answered at least once for the scenario to have taken place; 0 is no answer.
    let statuses: Set<Int>
    /// The link that holds it.
    private(set) var link: GateLinks.Link?
    /// The state of the seed's countermark that is taken, and which of them; nil for a magic one.
    private var wanted: Wanted?
    /// The link of a booking that is followed; nil for any other countermark.
    private var booking: Booking?
    /// Whether the platform takes ten seconds to answer.
    var isSlow = false
    /// Whether the gate is watched for a while when its last act is answered: it may send again behind everybody's back.
    var isWatched = false
    /// With what status the platform is told to fail at validations alone, if it is.
    var failsValidationWith: Int?

    /// How long to wait for the end of what is slow: ten seconds, and a little.
    static let slowness = Span.seconds(12)

    /// Which countermark of the seed is wanted.
    private struct Wanted: Hashable {
        let state: String
        let place: Int
        let isGrouped: Bool
    }

    /// Which booking's link is followed, by what ``GateLinks`` calls it.
    private struct Booking: Hashable {
        let name: String
        /// The e-mail address in the link, where it is not that of the booking.
        let forged: String?
    }

    /// With a magic countermark.
    private init(_ id: String, _ code: String, _ acts: [GateAct], _ statuses: Set<Int>) {
        self.id = id
        self.code = code
        shown = code
        self.acts = acts
        self.statuses = statuses
    }

    /// With a countermark of the seed in a state, the first one unless told; `isGrouped` types it as people do, `ly sy-u9`.
    private init(
        _ id: String, of state: String, at place: Int = 0, _ acts: [GateAct], _ statuses: Set<Int>,
        isGrouped: Bool = false
    ) {
        self.init(id, "", acts, statuses)
        wanted = Wanted(state: state, place: place, isGrouped: isGrouped)
    }

    /// With the link of a booking; `forged` puts another e-mail address into it.
    private init(_ id: String, booking name: String, forged: String? = nil, _ statuses: Set<Int>) {
        self.init(id, "", [.follow], statuses)
        booking = Booking(name: name, forged: forged)
    }

    /// The scenario with its countermark, or with the link that holds it; nothing if the platform has none in that state.
    func with(_ countermarks: [String: [String]], _ links: GateLinks?) -> GateScenario? {
        if acts == [.follow] { return links.flatMap(following) }
        guard let wanted else { return self }
        guard let known = countermarks[wanted.state], known.indices.contains(wanted.place) else { return nil }
        var scenario = self
        scenario.code = known[wanted.place]
        let letters = Array(scenario.code.lowercased())
        let groups = [letters.prefix(2), letters.dropFirst(2).prefix(2), letters.dropFirst(4)].map { String($0) }
        scenario.shown = wanted.isGrouped ? "\(groups[0]) \(groups[1])-\(groups[2])" : scenario.code
        return scenario
    }

    private func following(_ links: GateLinks) -> GateScenario? {
        var scenario = self
        if let booking {
            guard var link = links.booked[booking.name] else { return nil }
            if let email = booking.forged { link = links.filled(link.code, email: email) }
            scenario.link = link
        } else {
            scenario.link = links.filled(code)
        }
        scenario.code = scenario.link?.code ?? code
        scenario.shown = scenario.link?.url ?? ""
        return scenario
    }

    /// The same countermark in a link that is followed.
    var followed: GateScenario {
        var scenario = self
        scenario.acts = [.follow]
        return scenario
    }

    private func slow() -> GateScenario {
        var scenario = self
        scenario.isSlow = true
        return scenario
    }

    private func watched() -> GateScenario {
        var scenario = self
        scenario.isWatched = true
        return scenario
    }

    private func failingValidation(with status: Int) -> GateScenario {
        var scenario = self
        scenario.failsValidationWith = status
        return scenario
    }

    /// A valid countermark is checked, and left alone.
    static let check = GateScenario("check", of: "valid", [.check], [200, 204])
    /// A valid countermark is validated.
    static let validate = GateScenario("validate", of: "valid", [.validate], [200, 204, 410])
    /// It is typed as people do, in small letters and in groups.
    static let typed = GateScenario("typed", of: "valid", at: 1, [.validate], [200, 204, 404, 410], isGrouped: true)
    /// An event that can still be cancelled.
    static let early = GateScenario("early", of: "too-early", [.check, .validate], [403])
    /// A booking that was paid for.
    static let reimbursed = GateScenario("reimbursed", of: "reimbursed", [.check, .validate], [403])
    /// A booking of a structure that is closed.
    static let closed = GateScenario("closed", of: "closed", [.check, .validate], [403])
    /// Reading works, and validating fails.
    static let halfway = GateScenario("halfway", "MAGEVA", [.check, .validate], [500])
        .failingValidation(with: 500).watched()
    /// The answers come byte by byte.
    static let drops = GateScenario("drops", "MAGEGU", [.validate], [200, 204])
    /// A countermark that was validated before.
    static let used = GateScenario("used", "MAGEDE", [.check, .validate], [410])
    /// One whose booking was cancelled.
    static let cancelled = GateScenario("cancelled", "MAGECA", [.check, .validate], [410])
    /// One that nobody knows.
    static let unknown = GateScenario("unknown", "MAGENE", [.check, .validate], [404])
    /// One of another structure.
    static let foreign = GateScenario("foreign", "MAGEAU", [.validate], [403, 404])
    /// The answer breaks off in its body.
    static let cut = GateScenario("cut", "MAGECU", [.validate], [200]).watched()
    /// The answer is 200 and broken JSON.
    static let malformed = GateScenario("malformed", "MAGEJM", [.validate], [200]).watched()
    /// The answer is 200 and calls itself HTML.
    static let mistyped = GateScenario("mistyped", "MAGETY", [.validate], [200]).watched()
    /// The validation is done, and its answer lost.
    static let lost = GateScenario("lost", "MAGEPE", [.check, .validate], [0]).watched()
    /// The validation is not done, and its answer lost.
    static let undone = GateScenario("undone", "MAGEPA", [.check, .validate], [0]).watched()
    /// The connection is reset.
    static let reset = GateScenario("reset", "MAGERE", [.check, .validate], [0]).watched()
    /// The service fails.
    static let failing = GateScenario("failing", "MAGE5A", [.check, .validate], [500]).watched()
    /// A proxy answers in its place.
    static let proxy = GateScenario("proxy", "MAGEHM", [.check, .validate], [502]).watched()
    /// The platform takes ten seconds.
    static let slow = GateScenario("slow", "MAGELE", [.validate], [200, 204]).slow()
    /// Too many calls.
    static let busy = GateScenario("busy", "MAGE4M", [.check, .validate], [429]).watched()

    // MARK: - Links

    /// A young person follows the link of a booking.
    static let link = GateScenario("link", booking: "booked", [200, 204, 400, 404, 410]).watched()
    /// So does one with a `+` in the e-mail address.
    static let plus = GateScenario("plus", booking: "plus", [200, 204, 400, 404, 410]).watched()
    /// Somebody else's e-mail address stands in the link.
    static let stranger = GateScenario("stranger", booking: "other", forged: "quelqu.un@exemple.fr", [200, 204, 404])
}
