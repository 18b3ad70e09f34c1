// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// The time of this machine.
public struct SystemTime: TimeSource {
    /// Creates it.
    public init() {}

    /// The real time, as this machine has it.
    public func now() -> Instant { SystemClock.now() }

    /// The time since this machine started, or thereabouts.
    public func monotonic() -> Duration { .microseconds(SystemClock.monotonic().microseconds) }

    /// Waits without holding a thread, and no longer once the task is cancelled.
    public func wait(for duration: Duration) async {
        // It throws when the task is cancelled, and for nothing else: whoever waits looks at the task afterwards.
        try? await Task.sleep(for: duration)
    }

    /// Waits on the caller's thread.
    public func waitBlocking(for duration: Duration) {
        SystemClock.hold(Span(microseconds: duration.microseconds))
    }
}
