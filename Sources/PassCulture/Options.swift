// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What can be set about how the SDK works; everything has a default.
public struct Options: Sendable {
    /// How long one exchange may take in all, connecting included; 5 seconds unless set. A validation that is sent and not
    /// answered by then is unknown.
    public var totalDeadline: Duration

    /// How long connecting may take; 3 seconds unless set. When it passes, nothing was sent.
    public var connectDeadline: Duration

    /// The product that uses the SDK, told to the platform in `User-Agent`.
    public var product: Product?

    /// Where validations are written down; nowhere unless set.
    public var journal: any ValidationJournal

    /// What is told of every exchange; called on whatever thread made it, and should be quick.
    public var observe: (@Sendable (Event) -> Void)?

    /// Creates options.
    public init(
        totalDeadline: Duration = .seconds(5), connectDeadline: Duration = .seconds(3), product: Product? = nil,
        journal: any ValidationJournal = NoJournal(), observe: (@Sendable (Event) -> Void)? = nil
    ) {
        self.totalDeadline = totalDeadline
        self.connectDeadline = connectDeadline
        self.product = product
        self.journal = journal
        self.observe = observe
    }

    /// The `User-Agent`: the product first, then the SDK.
    var userAgent: String {
        let sdk = "passculture-swift/\(PassCulture.version)"
        return product.map { "\($0) \(sdk)" } ?? sdk
    }
}
