// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions about how often a key may be used, without lock or clock: told the monotonic time, it says who may go.
///
/// No more than so many calls in any minute, wherever the platform's own minutes begin; and none for a while after the platform said that
/// there were too many; after that one call tries, and the others wait for what it finds, for the length of the window at most.
struct CallWindow: Sendable {
    private let calls: Int
    private let length: Duration
    /// When the last calls went: a ring, of which ``next`` is the oldest place once it is full.
    private var times: [Duration] = []
    private var next = 0
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
        let free = times.count < calls ? now : times[next] + length
        let end = max(free, blockedUntil, triedUntil)
        return end > now ? end - now : nil
    }

    /// Lets a call go at a time, and counts it; or says how long it has to wait.
    mutating func admit(at now: Duration) -> Duration? {
        if let delay = delay(at: now) { return delay }
        if times.count < calls { times.append(now) } else { times[next] = now }
        next = (next + 1) % calls
        if isBlocked { triedUntil = now + length }
        return nil
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
