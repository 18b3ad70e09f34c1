// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Why the last call of each thread failed: one place a thread, emptied when the thread ends.
enum LastError {
    /// What a thread's place holds.
    private final class Place {
        let trouble: Trouble
        init(_ trouble: Trouble) { self.trouble = trouble }
    }

    /// The key of the threads' places; `nil` when the system has no key left, and then nothing is kept.
    private static let key: pthread_key_t? = {
        var key = pthread_key_t()
        let number = pthread_key_create(&key) { place in
            if let place { Unmanaged<Place>.fromOpaque(place).release() }
        }
        return number == 0 ? key : nil
    }()

    /// What the calling thread's last call failed with; `nil` if it did not.
    static var current: Trouble? {
        get {
            guard let key, let place = pthread_getspecific(key) else { return nil }
            return Unmanaged<Place>.fromOpaque(place).takeUnretainedValue().trouble
        }
        set {
            guard let key else { return }
            let old = pthread_getspecific(key)
            if old == nil, newValue == nil { return }
            let new = newValue.map { Unmanaged.passRetained(Place($0)) }
            if pthread_setspecific(key, new?.toOpaque()) == 0 {
                if let old { Unmanaged<Place>.fromOpaque(old).release() }
            } else {
                new?.release()
            }
        }
    }

    /// Does a call's work, keeps what it failed with, and gives its status.
    static func noting(_ work: () throws(Trouble) -> Void) -> Int32 {
        do throws(Trouble) {
            try work()
            current = nil
            return 0
        } catch {
            current = error
            return error.status
        }
    }
}
