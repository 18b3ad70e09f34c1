// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The first two requests to an address: is there a pass Culture, and does it have a control API?
struct FirstLook {
    /// The platform to look at.
    let world: World

    /// Whether there is a control API that may be used.
    ///
    /// - Throws: ``WorldRefusal`` with exit code 2 when nothing answers, or something that is no pass Culture.
    func identify(useControl: Bool) async throws(WorldRefusal) -> Bool {
        let wire = Wire(world: world, recorder: Recorder())
        async let countermark = answer { try await wire.anonymous.get("/bookings/token/ZZZZZZ") }
        async let current = answer { try await wire.anonymous.get("/users/current") }
        async let clock = answer { useControl ? try await wire.anonymous.from(nil).get("/_control/clock") : nil }
        let (first, second, third) = await (countermark, current, clock)
        switch (first, second) {
        case (.none(let why), .none):
            throw WorldRefusal(
                exitCode: 2,
                sentence: Sentence(
                    "Rien ne répond à \(world.base) (\(why)). Lancez « passculture mock », ou vérifiez l'adresse.",
                    "Nothing answers at \(world.base) (\(why)). Start \"passculture mock\", or check the address."))
        default: break
        }
        let refusesCountermark =
            first.exchange.map { $0.status == 400 && $0.json?["email"]?.arrayValue != nil } ?? false
        let global = second.exchange?.json?["global"]?[0]?.stringValue
        if second.exchange?.status == 400, global == "Header non autorisé" {
            throw WorldRefusal(
                exitCode: 2,
                sentence: Sentence(
                    "Cette plateforme refuse l'origine \(world.origin) : donnez la sienne par --origin.",
                    "This platform refuses the origin \(world.origin): give its own with --origin."))
        }
        let asksForSignIn = second.exchange?.status == 401 && global == "Authentification nécessaire"
        guard refusesCountermark || asksForSignIn else {
            let seen = (first.exchange ?? second.exchange)?.summary ?? "-"
            throw WorldRefusal(
                exitCode: 2,
                sentence: Sentence(
                    "Ce qui répond à \(world.base) n'est pas un pass Culture (\(seen.prefix(80))). Vérifiez l'adresse, et --edition.",
                    "What answers at \(world.base) is no pass Culture (\(seen.prefix(80))). Check the address, and --edition."
                ))
        }
        return third.exchange.map { $0.status == 200 && $0.json?["now"]?.stringValue != nil } ?? false
    }

    private enum Look: Sendable {
        case some(Exchange)
        case none(String)

        var exchange: Exchange? {
            if case .some(let exchange) = self { exchange } else { nil }
        }
    }

    private func answer(_ send: @Sendable () async throws -> Exchange?) async -> Look {
        do {
            return try await send().map(Look.some) ?? .none("-")
        } catch {
            return .none(Interruption.reason(of: error))
        }
    }
}
