// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The first requests to an address that should be a pass Culture of today's edition.
struct PublicV1FirstLook {
    /// The platform to look at.
    let world: World

    /// Whether there is a control API that may be used.
    ///
    /// Either of two signs is enough, so that a platform that gets one of them wrong is judged and not turned away.
    ///
    /// - Throws: ``WorldRefusal`` with exit code 2 when nothing answers, or something that does not serve today's edition.
    func identify(useControl: Bool) async throws(WorldRefusal) -> Bool {
        let caller = Wire(world: world, recorder: Recorder()).anonymous.from(nil)
        let first: Exchange
        let second: Exchange
        do {
            first = try await caller.get("/public/bookings/v1/bookings")
            second = try await caller.get("/public/nothing")
        } catch {
            let why = Interruption.reason(of: error)
            throw WorldRefusal(
                exitCode: 2,
                sentence: Sentence(
                    "Rien ne répond à \(world.base) (\(why)). Lancez « passculture mock --edition publicV1 », ou vérifiez l'adresse.",
                    "Nothing answers at \(world.base) (\(why)). Start \"passculture mock --edition publicV1\", or check the address."
                ))
        }
        guard first.json?["auth"] != nil || (second.status == 404 && second.json?.objectValue?.isEmpty == true) else {
            throw WorldRefusal(
                exitCode: 2,
                sentence: Sentence(
                    "Ce qui répond à \(world.base) ne sert pas l'édition publicV1 (\(first.summary.prefix(80))). "
                        + "Vérifiez l'adresse et --edition.",
                    "What answers at \(world.base) does not serve the edition publicV1 (\(first.summary.prefix(80))). "
                        + "Check the address and --edition."))
        }
        guard useControl else { return false }
        let clock = try? await caller.get("/_control/clock")
        return clock?.status == 200 && clock?.json?["now"]?.stringValue != nil
    }
}
