// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl
internal import Synchronization

/// One of libcurl's easy handles: it keeps its connections open from one request to the next.
///
/// Whoever holds it is its only user.
struct EasyHandle: @unchecked Sendable {
    // Unchecked, because a pointer is never Sendable: libcurl allows a handle to be used by one thread after another,
    // and the pool and the worker hand it to one user at a time.
    let pointer: UnsafeMutableRawPointer

    /// libcurl, set up once for the whole process; false when that failed.
    private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// A new handle; nil when there is no memory for it or libcurl could not be set up.
    init?() {
        guard Self.isLibraryReady, let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
    }

    /// Forgets all settings of the last request; connections stay.
    func reset() {
        curl_easy_reset(pointer)
    }

    /// Closes the handle and its connections.
    func close() {
        curl_easy_cleanup(pointer)
    }
}

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
