// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// The time as the SDK sees it: what it is, how much has passed, and waiting.
///
/// ``SystemTime`` is the default. A test gives one that it moves itself (`VirtualTime` of `PassCultureTesting`), so that
/// nothing is waited for.
public protocol TimeSource: Sendable {
    /// The real time, UTC; only compared with dates that the platform gives.
    func now() -> Instant

    /// The time since some fixed moment, which nobody can set back.
    func monotonic() -> Duration

    /// Waits without holding a thread. Returns at once when the task is cancelled, or was already.
    func wait(for duration: Duration) async

    /// Waits on the caller's thread.
    func waitBlocking(for duration: Duration)
}
