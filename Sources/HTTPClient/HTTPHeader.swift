// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// One header field of a request or an answer.
public struct HTTPHeader: Hashable, Sendable {
    /// The name as written; names are the same whatever their case.
    public var name: String

    /// The value, without the white space around it.
    public var value: String

    /// A header field.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// A header field, spelled out.
    public init(name: String, value: String) {
        self.init(name, value)
    }

    /// Whether this field has a name, whatever the case.
    public func isNamed(_ name: String) -> Bool {
        if self.name == name { return true }
        let mine = self.name.utf8
        let other = name.utf8
        return mine.count == other.count && zip(mine, other).allSatisfy { Self.lowercased($0) == Self.lowercased($1) }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}

extension HTTPHeader: CustomStringConvertible, CustomReflectable {
    /// The name alone: values carry log-ins and sessions.
    public var description: String {
        "\(name): …"
    }

    /// A mirror without children, so that dumps show no more than the description.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}
