// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The API key of a provider: what a software vendor gets from the pass Culture, one for each environment (`today §1.2`).
///
/// It opens every venue that gave the vendor access, so it is hidden from every kind of printing, goes into the header
/// `Authorization` alone, never into an address, and cannot be read back out of this value.
public struct ProviderKey: Hashable, Sendable, Masked {
    /// The key itself.
    let text: String

    /// Takes a key as it came from a file or an environment variable; blanks and line ends around it are dropped.
    ///
    /// - Throws: ``PassCultureError`` with the code ``PassCultureError/Code/invalidConfiguration`` when nothing is left, or when something
    ///   is inside that no header may hold.
    public init(_ text: some StringProtocol) throws(PassCultureError) {
        let trimmed = text.trimmed()
        guard !trimmed.isEmpty, trimmed.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw PassCultureError(
                .invalidConfiguration,
                detail: "the provider's key is empty, or holds a blank or a character that is not ASCII")
        }
        self.text = trimmed
    }

    /// The value of the `Authorization` header.
    var authorization: String { "Bearer " + text }
}
