// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The e-mail address of a pass Culture user, exactly as the user wrote it when signing up.
///
/// The platform compares it letter by letter, capitals included (`contract 2018-12 §2`), so its case is never changed;
/// only blanks around it are dropped, which the platform drops too when it stores an address. A `+` or `@` in it is
/// percent-encoded when it is sent: `a+b@c.fr` arrives as it is.
///
/// The text is hidden from every kind of printing; ask for ``revealed`` to show it to somebody.
public struct EmailAddress: Hashable, Sendable, Masked {
    /// The address as it goes to the platform, before percent-encoding.
    public let revealed: String

    /// Reads an address as it came from the offer's link, a form or a booking mail.
    ///
    /// - Throws: ``PassCultureError`` with the code ``PassCultureError/Code/invalidEmail`` when nothing is left, when
    ///   there is no `@`, or when a control character is inside.
    public init(_ text: some StringProtocol) throws(PassCultureError) {
        let trimmed = text.trimmed()
        guard !trimmed.isEmpty else {
            throw PassCultureError(.invalidEmail, detail: "it is empty")
        }
        guard trimmed.unicodeScalars.contains("@") else {
            throw PassCultureError(.invalidEmail, detail: "it has no @")
        }
        guard !trimmed.hasControlCharacter else {
            throw PassCultureError(.invalidEmail, detail: "it has a control character inside")
        }
        revealed = trimmed
    }
}
