// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What the outbox has of a countermark that is checked: looked at before the platform is asked, and again once it says that the countermark
/// is valid.
///
/// What the outbox has open or confirmed may have been handed over, so the platform's "valid" is no reason to hand over again. Only what a
/// person wanted taken back is done with by that answer, if it was recalled before the platform was asked.
struct CheckedAttempts: Sendable {
    private let countermark: Countermark
    private let loop: DeskLoop
    /// What a person wanted taken back, as it was before the platform was asked.
    private let recalled: Attempt?

    /// Looks before the platform is asked. What cannot be read is not closed by its answer.
    init(of countermark: Countermark, _ loop: DeskLoop) {
        self.countermark = countermark
        self.loop = loop
        recalled = Self.attempts(of: countermark, loop).last { $0.recall == .undo }
    }

    /// Closes what is taken back indeed, unless something became of it meanwhile, and gives what still takes the countermark.
    func takenThoughValid() -> Attempt? {
        if let recalled {
            do throws(OutboxError) {
                _ = try loop.store.advance(
                    recalled.id, by: [.readBack(.stillValid)], if: .unchanged(recalled), at: loop.settings.now())
            } catch {
                if error.code != .wrongState { loop.exchanges.tell(.journalFailed) }
            }
        }
        return Self.attempts(of: countermark, loop).last { $0.state.takesCountermark }
    }

    private static func attempts(of countermark: Countermark, _ loop: DeskLoop) -> [Attempt] {
        do throws(OutboxError) {
            return try loop.store.attempts(of: countermark)
        } catch {
            loop.exchanges.tell(.journalFailed)
            return []
        }
    }
}
