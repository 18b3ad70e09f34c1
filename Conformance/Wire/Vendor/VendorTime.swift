// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// The time by which a vendor's answers are measured, and how it is waited for.
public struct VendorTime: Sendable {
    /// The time since some fixed moment.
    let now: @Sendable () -> Span
    /// Lets so much time pass.
    let wait: @Sendable (Span) async -> Void
    /// How long it takes on this machine until so much of it has passed, after which a connection is given up.
    let lasting: @Sendable (Span) -> Duration

    /// A time of one's own, in which connections are given up by this machine's unless more is said.
    public init(
        now: @escaping @Sendable () -> Span, wait: @escaping @Sendable (Span) async -> Void,
        lasting: @escaping @Sendable (Span) -> Duration = { .microseconds($0.microseconds) }
    ) {
        self.now = now
        self.wait = wait
        self.lasting = lasting
    }

    /// This machine's.
    public static let system = VendorTime(
        now: { SystemClock.monotonic() },
        wait: { try? await Task.sleep(for: .microseconds($0.microseconds)) })
}
