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
    /// What there was before the platform was asked; nothing if it could not be read.
    private let before: [Attempt]?

    /// Looks before the platform is asked. What cannot be read is not closed by its answer, and keeps nobody from being told that the
    /// countermark is valid: the validation is then refused before anything is sent.
    init(of countermark: Countermark, _ loop: DeskLoop) {
        self.countermark = countermark
        self.loop = loop
        before = Self.attempts(of: countermark, loop)
    }

    /// Closes what is taken back indeed, unless something became of it meanwhile, and gives what still takes the countermark.
    func takenThoughValid() -> Attempt? {
        let recalled = before?.last { $0.recall == .undo }
        if let recalled {
            do throws(OutboxError) {
                _ = try loop.store.advance(
                    recalled.id, by: [.readBack(.stillValid)], if: .unchanged(recalled), at: loop.settings.now())
            } catch {
                if error.code != .wrongState { loop.exchanges.tell(.journalFailed) }
            }
        }
        let attempts = Self.attempts(of: countermark, loop) ?? before?.filter { $0.id != recalled?.id }
        return attempts?.last { $0.state.takesCountermark }
    }

    private static func attempts(of countermark: Countermark, _ loop: DeskLoop) -> [Attempt]? {
        do throws(OutboxError) {
            return try loop.store.attempts(of: countermark)
        } catch {
            loop.exchanges.tell(.journalFailed)
            return nil
        }
    }
}
