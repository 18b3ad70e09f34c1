// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The name of a call of pass Culture: the same for a repetition of the same call, different for any other.
///
/// The calls carry neither an identifier nor a time of sending (`today §4.2`); a digest of the kind of call and of the signed text takes
/// their place. It says nothing about the young person to whoever does not have the text.
public struct WebhookDigest: Hashable, Sendable, CustomStringConvertible {
    /// 64 lower-case hexadecimal digits.
    public let hexadecimal: String

    /// Takes a digest that was kept.
    public init(hexadecimal: String) {
        self.hexadecimal = hexadecimal
    }

    /// The digits.
    public var description: String { hexadecimal }
}
