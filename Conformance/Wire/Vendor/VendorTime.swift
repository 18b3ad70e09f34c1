// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// The time by which a vendor's answers are measured, and how it is waited for.
public struct VendorTime: Sendable {
    /// The time since some fixed moment.
    let now: @Sendable () -> Span
    /// Lets so much time pass.
    let wait: @Sendable (Span) async -> Void

    /// A time of one's own.
    public init(now: @escaping @Sendable () -> Span, wait: @escaping @Sendable (Span) async -> Void) {
        self.now = now
        self.wait = wait
    }

    /// This machine's.
    public static let system = VendorTime(
        now: { SystemClock.monotonic() },
        wait: { try? await Task.sleep(for: .microseconds($0.microseconds)) })
}
