// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions about how often a key may be used, without lock or clock: told the monotonic time, it says who may go.
///
/// No more than so many calls in any minute, wherever the platform's own minutes begin; and none for a while after the platform said that
/// there were too many; after that one call tries, and the others wait for what it finds, for the length of the window at most.
///
/// The platform counts a call when it comes, which is later than it went and before it was answered: what has ended counts from its end.
struct CallWindow: Sendable {
    private let calls: Int
    private let length: Duration
    /// When the last calls ended, or went where they have not.
    private var times: [Duration] = []
    private var blockedUntil = Duration.zero
    /// Whether no call has found out since that there are not too many any more.
    private var isBlocked = false
    private var triedUntil = Duration.zero

    /// - Parameters:
    ///   - calls: How many calls may go.
    ///   - length: In how long.
    init(calls: Int, in length: Duration) {
        self.calls = calls
        self.length = length
    }

    /// How long the next call has to wait at a time; nil for not at all.
    func delay(at now: Duration) -> Duration? {
        let oldest = times.count < calls ? nil : times.min()
        let end = max(oldest.map { $0 + length } ?? now, blockedUntil, triedUntil)
        return end > now ? end - now : nil
    }

    /// Lets a call go at a time, and counts it; or says how long it has to wait.
    mutating func admit(at now: Duration) -> Duration? {
        if let delay = delay(at: now) { return delay }
        if times.count < calls {
            times.append(now)
        } else if let oldest = times.indices.min(by: { times[$0] < times[$1] }) {
            times[oldest] = now
        }
        if isBlocked { triedUntil = now + length }
        return nil
    }

    /// Counts a call that went at one time from another, at which it ended.
    mutating func ended(_ start: Duration, at now: Duration) {
        if let index = times.firstIndex(of: start) { times[index] = max(start, now) }
    }

    /// Lets nothing go until a time.
    mutating func block(until end: Duration) {
        blockedUntil = max(blockedUntil, end)
        isBlocked = true
        triedUntil = .zero
    }

    /// Lets all go again once a call ended otherwise; one that was under way while the block lasted says nothing.
    mutating func passed(at now: Duration) {
        guard isBlocked, now >= blockedUntil else { return }
        isBlocked = false
        triedUntil = .zero
    }
}
