// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What is wrong with what was sent, by the dotted path of each field (`today §1.5`).
///
/// The sentences are those of one generation of the service; only paths and status are promised.
final class ValidationErrors {
    /// A field that must be there.
    static let required = "field required"
    /// A field that may not be null.
    static let notNull = "none is not an allowed value"
    /// A field that the model does not have.
    static let extra = "extra fields not permitted"
    /// A date without its zone.
    static let naive = "The datetime must be timezone-aware."
    /// A date that is over.
    static let past = "The datetime must be in the future."

    private var errors = FieldErrors()

    /// Adds a sentence; the first one of a field stays.
    func add(_ path: String, _ sentence: String) {
        errors.add(path, sentence)
    }

    /// Throws 400 with everything collected, if anything was.
    func throwIfAny() throws(WireError) {
        try errors.throwIfAny()
    }
}
