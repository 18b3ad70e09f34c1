// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension JournalEntry {
    /// What a fault did to an exchange.
    package struct Fault: Sendable, Hashable {
        /// How much of the answer was sent.
        package enum Sent: Sendable, Hashable {
            /// All of it.
            case whole
            /// Nothing: the connection was reset.
            case nothing
            /// The head and so many bytes of the body at most; then the connection was closed.
            case cut(afterBodyBytes: Int)
            /// All of it, in drops.
            case inDrops
        }

        /// The rule; nothing for what a magic countermark does by itself.
        package let ruleID: String?
        /// The kind of the fault.
        package let kind: String
        /// Whether the service did what was asked.
        package let isApplied: Bool
        /// How much of the answer was sent.
        package let sent: Sent

        /// Creates what a fault did.
        package init(ruleID: String?, kind: String, isApplied: Bool, delivery: Delivery?) {
            self.ruleID = ruleID
            self.kind = kind
            self.isApplied = isApplied
            sent =
                switch delivery?.form {
                case nil, .whole: .whole
                case .dropped: .nothing
                case .cut(let count): .cut(afterBodyBytes: count)
                case .dribbled: .inDrops
                }
        }
    }

    /// The status that the client got; 0 if it got no answer.
    package var statusSent: Int { fault?.sent == .nothing ? 0 : status }
}
