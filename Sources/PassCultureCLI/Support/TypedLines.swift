// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Conformance
import DeskConsole
import Glibc
import Synchronization

/// The lines that a person types in answer to questions, which stand on the standard error: the report goes to the standard output.
final class TypedLines: Sendable {
    private let reader = Mutex(LineReader(STDIN_FILENO))
    private let invitation: Mutex<String?>

    /// Lines typed after an invitation, which is told before the first question.
    init(invitation: String) {
        self.invitation = Mutex(invitation)
    }

    /// Asks, and waits for a line; nil once there are no more, or when the task is cancelled: the line is then waited for no longer.
    func next(after question: String) async -> String? {
        let first = invitation.withLock { invitation in
            defer { invitation = nil }
            return invitation
        }
        if let first { Output.note(first) }
        guard !Task.isCancelled else { return nil }
        let waiting = Waiting()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                guard waiting.begin(continuation) else { return }
                Task { [self] in
                    waiting.end(await OwnThread.run { [self] in read(question) })
                }
            }
        } onCancel: {
            waiting.end(nil)
        }
    }

    private func read(_ question: String) -> String? {
        Output.ask(question)
        guard let line = reader.withLock({ $0.next() }) else { return nil }
        // What is too long is no answer.
        return if case .line(let bytes) = line { String(decoding: bytes, as: UTF8.self) } else { "" }
    }

    /// Somebody who waits for a line, and goes on once.
    private final class Waiting: Sendable {
        private enum State {
            case notYet
            case waits(CheckedContinuation<String?, Never>)
            case over
        }

        private let state = Mutex(State.notYet)

        /// Says whether a line is waited for; if not, there is none.
        func begin(_ continuation: CheckedContinuation<String?, Never>) -> Bool {
            let isOver = state.withLock { state in
                if case .over = state { return true }
                state = .waits(continuation)
                return false
            }
            if isOver { continuation.resume(returning: nil) }
            return !isOver
        }

        func end(_ line: String?) {
            let waiting: CheckedContinuation<String?, Never>? = state.withLock { state in
                defer { state = .over }
                return if case .waits(let continuation) = state { continuation } else { nil }
            }
            waiting?.resume(returning: line)
        }
    }
}
