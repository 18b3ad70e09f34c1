// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The person who has looked at what is about to be taken back or cancelled, and has said yes.
///
/// The platform's own documents ask for an explicit confirmation by a human being. A value of this type is made where the till has asked
/// and somebody has answered, and nowhere else: no text becomes one by itself. The name is recorded.
public struct Person: Hashable, Sendable {
    /// The name, as it is recorded.
    public let name: String

    /// Names who has confirmed.
    ///
    /// - Throws: ``PassCultureError`` with the code ``PassCultureError/Code/nobodyConfirmed`` when the name is empty.
    public init(whoConfirmed name: some StringProtocol) throws(PassCultureError) {
        let trimmed = name.trimmed()
        guard !trimmed.isEmpty, !trimmed.hasControlCharacter else { throw PassCultureError(.nobodyConfirmed) }
        self.name = trimmed
    }
}
