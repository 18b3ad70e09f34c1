// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What can be set about how the SDK works; everything has a default.
public struct Options: Sendable {
    /// How long one call may take in all, every attempt and wait included; 5 seconds unless set, here or for a call. A
    /// validation that is sent and not answered by then is unknown.
    ///
    /// With an outbox, a validation may take twice as long: reading a lost answer back may take as long again. So may a cancellation, before which
    /// it is read whose countermark it is.
    public var totalDeadline: Duration

    /// How long connecting may take; 3 seconds unless set. When it passes, nothing was sent.
    public var connectDeadline: Duration

    /// How often a request is made again where that is safe, and after how long.
    public var retries: RetryPolicy

    /// When the platform is held to be down, and calls fail at once.
    public var circuit: CircuitPolicy

    /// The product that uses the SDK, told to the platform in `User-Agent`.
    public var product: Product? {
        didSet { userAgent = Self.userAgent(product) }
    }

    /// Where validations are written down; nowhere unless set.
    public var journal: any ValidationJournal

    /// The clock, and waiting; this machine's unless set.
    public var time: any TimeSource

    /// Where chance comes from, 64 random bits at a time; the system's unless set.
    public var draw: @Sendable () -> UInt64

    /// What is told of every attempt and every decision; called on whatever thread made it, and should be quick.
    public var observe: (@Sendable (Event) -> Void)?

    /// Creates options.
    public init(
        totalDeadline: Duration = .seconds(5), connectDeadline: Duration = .seconds(3),
        retries: RetryPolicy = .standard, circuit: CircuitPolicy = .standard, product: Product? = nil,
        journal: any ValidationJournal = NoJournal(), time: any TimeSource = SystemTime(),
        draw: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) },
        observe: (@Sendable (Event) -> Void)? = nil
    ) {
        self.totalDeadline = totalDeadline
        self.connectDeadline = connectDeadline
        self.retries = retries
        self.circuit = circuit
        self.product = product
        userAgent = Self.userAgent(product)
        self.journal = journal
        self.time = time
        self.draw = draw
        self.observe = observe
    }

    /// The `User-Agent`: the product first, then the SDK.
    private(set) var userAgent: String

    private static func userAgent(_ product: Product?) -> String {
        let sdk = "passculture-swift/\(PassCulture.version)"
        return product.map { "\($0) \(sdk)" } ?? sdk
    }
}
