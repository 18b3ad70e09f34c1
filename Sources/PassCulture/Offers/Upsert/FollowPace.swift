// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How often it is looked whether what was sent is there: after a wait that grows.
public struct FollowPace: Hashable, Sendable {
    /// The wait before the second look; doubled after each.
    public var firstWait: Duration

    /// The longest wait.
    public var longestWait: Duration

    /// Creates a pace.
    public init(firstWait: Duration = .seconds(5), longestWait: Duration = .seconds(60)) {
        self.firstWait = firstWait
        self.longestWait = longestWait
    }

    /// After 5, 10, 20, 40 seconds, and then every minute.
    public static let standard = FollowPace()

    /// The wait after a look, the first being number 1.
    func wait(after look: Int) -> Duration {
        var wait = firstWait
        for _ in 1..<max(look, 1) where wait < longestWait { wait *= 2 }
        return min(wait, longestWait)
    }
}
