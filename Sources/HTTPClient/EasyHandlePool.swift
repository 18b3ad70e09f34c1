// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// The idle handles of the blocking path, so that connections are used again.
final class EasyHandlePool: Sendable {
    private struct State {
        var idle: [EasyHandle] = []
        var isClosed = false
    }

    private static let mostIdle = 16
    private let state = Mutex(State())

    /// A handle for one request: the one used last, whose connection is the likeliest to be alive, or a new one.
    ///
    /// - Returns: nil when the pool is closed or no handle can be made.
    func take() -> EasyHandle? {
        let (handle, isClosed) = state.withLock { ($0.idle.popLast(), $0.isClosed) }
        return isClosed ? nil : handle ?? EasyHandle()
    }

    /// Takes a handle back after its request.
    func giveBack(_ handle: EasyHandle) {
        handle.reset()
        let isKept = state.withLock { state in
            guard !state.isClosed, state.idle.count < Self.mostIdle else { return false }
            state.idle.append(handle)
            return true
        }
        if !isKept { handle.close() }
    }

    /// Closes all idle handles; the others are closed when they come back.
    func close() {
        let idle = state.withLock { state in
            state.isClosed = true
            defer { state.idle = [] }
            return state.idle
        }
        for handle in idle { handle.close() }
    }
}
