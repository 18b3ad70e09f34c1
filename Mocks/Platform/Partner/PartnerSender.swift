// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Synchronization

/// Rings for the calls that wait for partners as they come due in the platform's time; they leave one after the other (`today §4.4`).
///
/// It is rung when something came in or came due. While time passes by itself it rings itself for the next one. It starts with the first
/// ring, and ends with its platform.
final class PartnerSender: Sendable {
    private let bell: AsyncStream<Void>.Continuation
    private let rings: AsyncStream<Void>
    private let worker = Mutex<Task<Void, Never>?>(nil)

    /// Creates a sender that sleeps.
    init() {
        (rings, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    deinit { bell.finish() }

    /// Has it look whether something is due.
    func ring(for service: Service) {
        worker.withLock { worker in
            guard worker == nil else { return }
            worker = Task { [weak service, rings] in
                for await _ in rings {
                    guard let service else { return }
                    await service.sendDue()
                }
            }
        }
        bell.yield()
    }

    /// Rings it after a while.
    func ring(after wait: Span) {
        Task { [bell] in
            try? await Task.sleep(for: .microseconds(wait.microseconds))
            bell.yield()
        }
    }
}
