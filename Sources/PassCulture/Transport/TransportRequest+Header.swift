// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension TransportRequest {
    /// One header field. Its value is hidden from printing, as it may be a log-in.
    public struct Header: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
        /// The name, such as `Accept`.
        public var name: String

        /// The value.
        public var value: String

        /// Creates a header field.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }

        /// The name alone.
        public var description: String { "\(name): (hidden)" }

        /// A mirror of the name alone.
        public var customMirror: Mirror { Mirror(self, children: ["name": name], displayStyle: .struct) }
    }
}
