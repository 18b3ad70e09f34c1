// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import TestSupport

/// One `PassCulture` for everybody, as a web service has it: both editions and the open desk, async and blocking, over libcurl, without a memory.
struct OneShop: Sendable {
    let passCulture: PassCulture
    let seats: [Seat]
    let bookings: [Booked]

    /// A shop on a stage, with a till of each edition and the open desk.
    init(_ stage: inout Stage, _ provider: DeskIdentity) throws {
        passCulture = PassCulture(
            try .custom(stage.url), options: .hurried(Bystander.observe, Bystander()))
        seats = [
            .plain(try passCulture.plainDesk(as: .bookshop)), .plain(try passCulture.plainDesk(as: provider)),
            .open(passCulture.openDesk),
        ]
        bookings = try stage.takeBooked(24)
    }

    /// Has everybody check and validate the same few countermarks.
    func play(_ crowd: Crowd, calls: Int) async -> Tally {
        var tally = await crowd.play { choices in
            var tally = Tally()
            for _ in 0..<calls {
                let (seat, booked) = (choices.one(of: seats), choices.one(of: bookings))
                let (errand, deadline) = (Int.random(in: 0..<8, using: &choices), choices.deadline())
                tally.add(
                    await Crowd.cancelling(oneOf: 3, &choices) {
                        await serve(errand, booked, deadline, at: seat)
                    })
            }
            return tally
        } onThread: { choices in
            var tally = Tally()
            for _ in 0..<calls {
                let (seat, booked) = (choices.one(of: seats), choices.one(of: bookings))
                let errand = Int.random(in: 0..<8, using: &choices)
                tally.add(serveBlocking(errand, booked, choices.deadline(), at: seat))
            }
            return tally
        }
        tally.judge("one shop")
        for reason in [Refusal.Reason.unknownCountermark, .badOfferID, .incompleteRequest] {
            let times = tally.told["refused \(reason.code)", default: 0]
            if times > 0 { tally.object("one shop: \(times) times \(reason.code), of what is booked") }
        }
        return tally
    }

    private func serve(
        _ errand: Int, _ booked: Booked, _ deadline: Duration?, at seat: Seat
    ) async -> Tally {
        var tally = Tally()
        do throws(PassCultureError) {
            switch errand {
            case 0: try await passCulture.warmUp(deadline: deadline)
            case 1: tally.see(passCulture.circuit)
            case 2..<5: tally.take(try await seat.verify(booked, deadline))
            default: tally.take(try await seat.validate(booked, deadline), booked.countermark)
            }
        } catch {
            tally.fail(error)
        }
        return tally
    }

    private func serveBlocking(
        _ errand: Int, _ booked: Booked, _ deadline: Duration?, at seat: Seat
    ) -> Tally {
        var tally = Tally()
        do throws(PassCultureError) {
            switch errand {
            case 0: try passCulture.warmUpBlocking(deadline: deadline)
            case 1: tally.see(passCulture.circuit(for: .publicV1))
            case 2..<5: tally.take(try seat.verifyBlocking(booked, deadline))
            default: tally.take(try seat.validateBlocking(booked, deadline), booked.countermark)
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
