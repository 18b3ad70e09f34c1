// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// What is kept between two requests, so that connections and settings are used again.
final class IdlePool<Item: Sendable>: Sendable {
    private struct State {
        var idle: [Item] = []
        var isClosed = false
    }

    private let mostIdle = 16
    private let make: @Sendable () -> Item?
    private let tidy: @Sendable (Item) -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - tidy: Lets go of what an idle one need not keep.
    ///   - make: Makes a new one, when none is idle; nil when that fails.
    init(tidy: @escaping @Sendable (Item) -> Void = { _ in }, _ make: @escaping @Sendable () -> Item?) {
        self.tidy = tidy
        self.make = make
    }

    /// One for a request: the one used last, whose connection is the likeliest to be alive, or a new one.
    ///
    /// - Returns: nil when the pool is closed or none can be made.
    func take() -> Item? {
        let (item, isClosed) = state.withLock { ($0.idle.popLast(), $0.isClosed) }
        return isClosed ? nil : item ?? make()
    }

    /// Takes one back after its request, or lets it go when enough are idle or the pool is closed.
    func giveBack(_ item: Item) {
        tidy(item)
        state.withLock { state in
            guard !state.isClosed, state.idle.count < mostIdle else { return }
            state.idle.append(item)
        }
    }

    /// Lets all idle ones go; the others are let go when they come back.
    func close() {
        // Outside the lock: closing connections may take a moment.
        _ = state.withLock { state in
            state.isClosed = true
            defer { state.idle = [] }
            return state.idle
        }
    }
}
