// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How often a request may be made in one call, and how long is waited in between.
///
/// Only what surely changes nothing is repeated: a check that was not answered, or answered with a 429 or a 5xx, and a
/// validation **only when it surely never left** (name not found, nobody listens, no secure connection). A validation that
/// may have been sent is never sent again, whatever is set here.
///
/// Before the second attempt it waits a random time between nothing and ``firstWait``, before the third between nothing and
/// twice that, and so on up to ``longestWait``: many tills that lost the same platform must not all come back at once ("full
/// jitter"). When the platform says how long to wait (`Retry-After` of a 429 or 503), it waits that long besides. What does
/// not fit in the call's deadline is not begun: the call ends at once, and ``PassCultureError/retryAfter`` tells how
/// long the platform wants to be left alone.
public struct RetryPolicy: Hashable, Sendable {
    /// How many attempts a call may make in all; 1 for no repetition, and less counts as 1.
    public var attempts: Int

    /// The longest wait before the second attempt; doubled for each that follows.
    public var firstWait: Duration

    /// The longest wait of all, unless the platform asks for a longer one.
    public var longestWait: Duration

    /// Creates a policy.
    public init(attempts: Int = 3, firstWait: Duration = .milliseconds(100), longestWait: Duration = .seconds(1)) {
        self.attempts = attempts
        self.firstWait = firstWait
        self.longestWait = longestWait
    }

    /// Three attempts, 100 milliseconds, 1 second: fit for a counter where somebody waits.
    public static let standard = RetryPolicy()

    /// One request a call, and no more.
    public static let none = RetryPolicy(attempts: 1)

    /// The wait before an attempt (the second is the first that waits): a part of its longest, as large as `chance` is within
    /// all that 64 bits can be.
    func wait(before attempt: Int, chance: UInt64) -> Duration {
        let doublings = min(max(0, attempt - 2), 30)
        let longest = max(.zero, min(longestWait, firstWait * (1 << doublings)))
        return longest * (Double(chance >> 11) / Double(UInt64(1) << 53))
    }
}
