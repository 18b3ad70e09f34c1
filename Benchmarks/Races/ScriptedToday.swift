// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import TestSupport

/// A vendor's key that everybody uses too much, in a time that everybody moves: no network, answers from a script.
struct ScriptedToday: Sendable {
    private let script: [FakeTransport.Step]
    private let transport: FakeTransport
    private let time = VirtualTime()
    private let journal = RecordingJournal()
    private let identity: DeskIdentity
    private let passCulture: PassCulture

    /// A till with a key of its own, and what it is answered.
    init(key: String, seed: UInt64) throws {
        var choices = SeededRandom(seed: seed)
        script = (0..<4_000).map { _ in Self.step(&choices) }
        transport = FakeTransport(script)
        var options = Options.hurried(Bystander.observe, journal)
        options.time = time
        passCulture = PassCulture(.integration, options: options, transport: transport)
        identity = .provider(key: try ProviderKey(key), venue: 1)
    }

    private static func step(_ choices: inout SeededRandom) -> FakeTransport.Step {
        switch Int.random(in: 0..<40, using: &choices) {
        case 0 where Bool.random(using: &choices): .status(429)
        case 1..<5: .status(503)
        case 5: .fail(TransportFailure(.neverSent))
        case 6: .fail(TransportFailure(.noAnswer))
        case 7: .holdUntilCancelled(TransportFailure(.cancelled))
        case 8..<12: .answer(SampleAnswer.alreadyValidated.response)
        default: .status(204)
        }
    }

    /// Has everybody validate and check, and compares what was told with what was answered.
    func play(_ crowd: Crowd, calls: Int) async -> Tally {
        var tally = await crowd.play { choices in
            var tally = Tally()
            for _ in 0..<calls {
                let errand = Int.random(in: 0..<8, using: &choices)
                // Everything is cancelled at some moment: an answer that is held back comes only then.
                tally.add(await Crowd.cancelling(oneOf: 1, &choices) { await serve(errand) })
            }
            return tally
        } onThread: { choices in
            var tally = Tally()
            for _ in 0..<calls { tally.add(serveBlocking(Int.random(in: 0..<8, using: &choices))) }
            return tally
        }
        let answered = zip(transport.requests, script).count { request, step in
            guard request.method == "PATCH", case .answer(let response) = step else { return false }
            return response.status == 204
        }
        let told = tally.told["validated", default: 0]
        if told != answered { tally.object("a script: \(answered) validations answered, \(told) told") }
        let written = journal.entries.count { $0.step == .validated }
        if told != written { tally.object("a script: \(written) validations written down, \(told) told") }
        return tally
    }

    private func serve(_ errand: Int) async -> Tally {
        var tally = Tally()
        do throws(PassCultureError) {
            let countermark = try Countermark("ABCD23")
            switch errand {
            case 0: move(&tally)
            case 1: tally.take(try await desk().verify(countermark))
            default: tally.count(try await desk().validate(countermark))
            }
        } catch {
            tally.fail(error)
        }
        return tally
    }

    private func serveBlocking(_ errand: Int) -> Tally {
        var tally = Tally()
        do throws(PassCultureError) {
            let countermark = try Countermark("ABCD23")
            switch errand {
            case 0: move(&tally)
            case 1: tally.take(try desk().verifyBlocking(countermark))
            default: tally.count(try desk().validateBlocking(countermark))
            }
        } catch {
            tally.fail(error)
        }
        return tally
    }

    /// A desk for one call, as in a web service: they share what is known of the key.
    private func desk() throws(PassCultureError) -> PlainDesk { try passCulture.plainDesk(as: identity) }

    /// Lets the key's minute go by in six steps.
    private func move(_ tally: inout Tally) {
        time.advance(by: .seconds(10))
        tally.see(passCulture.circuit)
    }
}

extension Tally {
    /// Counts a validation by what the script answered: its countermark is always the same.
    mutating func count(_ validation: Validation) {
        guard case .validated = validation else { return tell("not validated") }
        tell("validated")
    }
}
