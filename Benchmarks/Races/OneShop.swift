// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import TestSupport

/// One `PassCulture` for everybody, as a web service has it: both editions, async and blocking, over libcurl, without a memory.
struct OneShop: Sendable {
    let passCulture: PassCulture
    let desks: [PlainDesk]
    let countermarks: [Countermark]

    /// A shop on a stage, with a till of each edition.
    init(_ stage: inout Stage, _ provider: DeskIdentity) throws {
        passCulture = PassCulture(
            try .custom(stage.url), options: .hurried(Bystander.observe, Bystander()))
        desks = [try passCulture.plainDesk(as: .bookshop), try passCulture.plainDesk(as: provider)]
        countermarks = try stage.take(24)
    }

    /// Has everybody check and validate the same few countermarks.
    func play(_ crowd: Crowd, calls: Int) async -> Tally {
        var tally = await crowd.play { choices in
            var tally = Tally()
            for _ in 0..<calls {
                let (desk, countermark) = (choices.one(of: desks), choices.one(of: countermarks))
                let (errand, deadline) = (Int.random(in: 0..<8, using: &choices), choices.deadline())
                tally.add(
                    await Crowd.cancelling(oneOf: 3, &choices) {
                        await serve(errand, countermark, deadline, at: desk)
                    })
            }
            return tally
        } onThread: { choices in
            var tally = Tally()
            for _ in 0..<calls {
                let (desk, countermark) = (choices.one(of: desks), choices.one(of: countermarks))
                let errand = Int.random(in: 0..<8, using: &choices)
                tally.add(serveBlocking(errand, countermark, choices.deadline(), at: desk))
            }
            return tally
        }
        tally.judge("one shop")
        return tally
    }

    private func serve(
        _ errand: Int, _ countermark: Countermark, _ deadline: Duration?, at desk: PlainDesk
    ) async -> Tally {
        var tally = Tally()
        do throws(PassCultureError) {
            switch errand {
            case 0: try await passCulture.warmUp(deadline: deadline)
            case 1: tally.see(passCulture.circuit)
            case 2..<5: tally.take(try await desk.verify(countermark, deadline: deadline))
            default: tally.take(try await desk.validate(countermark, deadline: deadline), countermark)
            }
        } catch {
            tally.fail(error)
        }
        return tally
    }

    private func serveBlocking(
        _ errand: Int, _ countermark: Countermark, _ deadline: Duration?, at desk: PlainDesk
    ) -> Tally {
        var tally = Tally()
        do throws(PassCultureError) {
            switch errand {
            case 0: try passCulture.warmUpBlocking(deadline: deadline)
            case 1: tally.see(passCulture.circuit(for: .publicV1))
            case 2..<5: tally.take(try desk.verifyBlocking(countermark, deadline: deadline))
            default: tally.take(try desk.validateBlocking(countermark, deadline: deadline), countermark)
            }
        } catch {
            tally.fail(error)
        }
        return tally
    }
}

extension Tally {
    /// Counts a check.
    mutating func take(_ verification: Verification) {
        switch verification {
        case .valid: tell("valid")
        case .refused(let refusal): tell("refused \(refusal.reason.code)")
        }
    }

    /// Counts a validation.
    mutating func take(_ validation: Validation, _ countermark: Countermark) {
        switch validation {
        case .validated: validate(countermark)
        case .refused(let refusal): tell("refused \(refusal.reason.code)")
        case .unknown: tell("unknown")
        }
    }
}
