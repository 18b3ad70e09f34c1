// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension WebhookHandler {
    /// What can be set about how calls are dealt with; everything has a default.
    public struct Settings: Sendable {
        /// How long pass Culture waits for tickets, and for their cancellation (`today §4.5`).
        public static let platformLimit: Duration = .seconds(8)

        /// How long the partner's program may take; 7.5 seconds unless set, since pass Culture's 8 seconds begin before the call arrives
        /// and end when the answer does.
        public var limit: Duration

        /// How many bytes a body may have; 64 KiB unless set. pass Culture's have about two.
        public var bodyLimit: Int

        /// How long a call is remembered, at least; 30 days unless set.
        public var retention: Duration

        /// The clock, and waiting; this machine's unless set.
        public var time: any TimeSource

        /// What is told of every call; should be quick.
        public var observe: (@Sendable (Event) -> Void)?

        /// Creates settings.
        public init(
            limit: Duration = .milliseconds(7_500), bodyLimit: Int = 65_536, retention: Duration = .seconds(2_592_000),
            time: any TimeSource = SystemTime(), observe: (@Sendable (Event) -> Void)? = nil
        ) {
            self.limit = limit
            self.bodyLimit = bodyLimit
            self.retention = retention
            self.time = time
            self.observe = observe
        }
    }
}
