// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How a client behaves, for all requests that say nothing else.
public struct HTTPClientConfiguration: Hashable, Sendable {
    /// The largest body accepted, in bytes, counted while it comes in.
    public var maximumAnswerBytes: Int

    /// How long finding and reaching the server may take.
    public var connectDeadline: Duration

    /// How long everything may take, to the last byte of the answer.
    public var totalDeadline: Duration

    /// Which proxy to go through.
    public var proxy: Proxy

    /// The `User-Agent`; nil for none.
    public var userAgent: String?

    /// A file with the certificates of the authorities to trust, in PEM, instead of the system's; nil for the system's.
    public var caFile: String?

    /// A configuration; the defaults suit a till.
    public init(
        maximumAnswerBytes: Int = 1 << 20, connectDeadline: Duration = .seconds(5),
        totalDeadline: Duration = .seconds(30), proxy: Proxy = .environment, userAgent: String? = "passculture",
        caFile: String? = nil
    ) {
        self.maximumAnswerBytes = maximumAnswerBytes
        self.connectDeadline = connectDeadline
        self.totalDeadline = totalDeadline
        self.proxy = proxy
        self.userAgent = userAgent
        self.caFile = caFile
    }
}
