// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// When the platform is held to be down, and for how long it is then left alone.
///
/// After ``faults`` attempts in a row that say the service is down (not reached, not answered, 502, 503, 504), over all calls
/// of one ``PassCulture`` to one host, the circuit *opens*: every call fails at once with
/// ``PassCultureError/Code/serviceDown``, having sent nothing, so that a queue at the counter does not wait five seconds a
/// person. After ``coolDown`` it is *half open*: one call is let through. An answer closes the circuit; a fault opens it again.
public struct CircuitPolicy: Hashable, Sendable {
    /// How many such attempts in a row open it; 0 for never.
    public var faults: Int

    /// How long it stays open before one call may try.
    public var coolDown: Duration

    /// Creates a policy.
    public init(faults: Int = 6, coolDown: Duration = .seconds(10)) {
        self.faults = faults
        self.coolDown = coolDown
    }

    /// Six attempts, ten seconds.
    public static let standard = CircuitPolicy()

    /// Never opens.
    public static let none = CircuitPolicy(faults: 0)
}
