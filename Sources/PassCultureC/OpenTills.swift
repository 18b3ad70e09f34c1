// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import PassCulture
import Synchronization

/// The tills that are open in this process, by the number that C programs hold as a `pc_till *`.
///
/// A number and no address: it is never given twice and never looked behind, so a till that was closed, or a pointer that
/// is none of ours, is told from an open one instead of ending the program.
final class OpenTills: Sendable {
    /// The table of this process.
    static let shared = OpenTills()

    private struct State {
        var tills: [UInt: Till] = [:]
        var last: UInt = 0x5043_0000
    }

    private let state = Mutex(State())

    /// Takes a till in and gives its number.
    func open(_ till: Till) -> OpaquePointer? {
        state.withLock { state in
            state.last += 1
            state.tills[state.last] = till
            return OpaquePointer(bitPattern: state.last)
        }
    }

    /// The till behind a handle. It lives on until the caller lets it go, even if it is closed meanwhile.
    ///
    /// - Throws: ``Trouble`` when there is none, or when it was opened before a fork: its connection and its outbox are
    ///   the parent's.
    func till(_ handle: OpaquePointer?) throws(Trouble) -> Till {
        guard let handle else { throw .badArgument("the till is NULL") }
        guard let till = state.withLock({ $0.tills[UInt(bitPattern: handle)] }), till.process == getpid() else {
            throw .badHandle
        }
        return till
    }

    /// Forgets a till.
    ///
    /// - Throws: ``Trouble`` when there is none.
    func close(_ handle: OpaquePointer) throws(Trouble) {
        // Let go outside the lock: closing an outbox writes to the disk.
        let process = getpid()
        let closed = state.withLock { state -> Till? in
            guard state.tills[UInt(bitPattern: handle)]?.process == process else { return nil }
            return state.tills.removeValue(forKey: UInt(bitPattern: handle))
        }
        guard closed != nil else { throw .badHandle }
    }
}
