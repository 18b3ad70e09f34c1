// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why the outbox could not do what it was asked; nothing of what it holds was lost or changed by that.
public struct OutboxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong; stable.
    public let code: Code

    /// What is known besides, in English, for a log: the file and the system's words, never a countermark.
    public let detail: String

    /// What to tell the person at the till.
    public let cashier: CashierSentence

    /// Creates an error.
    public init(_ code: Code, detail: String = "") {
        self.code = code
        self.detail = detail
        cashier = code.cashier
    }

    /// Creates an error with a sentence of its own.
    init(_ code: Code, detail: String, cashier: CashierSentence) {
        self.code = code
        self.detail = detail
        self.cashier = cashier
    }

    /// Creates the error of what cannot happen to an attempt as it stands (``Code/wrongState``): the person at the till is told why.
    ///
    /// - Parameter kept: The attempt as the store has it, and whether it is in somebody's hands.
    public init(wrongState kept: OpenAttempt) {
        code = .wrongState
        detail = kept.attempt.state.rawValue
        cashier = kept.whyNot
    }

    /// The code and the detail.
    public var description: String { detail.isEmpty ? code.code : "\(code.code): \(detail)" }
}

extension OutboxError {
    /// What went wrong: a stable code, safe to store and to compare. New codes may be added.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The stable code, such as `disk-full`.
        public let code: String
        /// What to tell the person at the till.
        public let cashier: CashierSentence

        private init(_ code: String, _ french: String, _ english: String) {
            self.code = code
            cashier = CashierSentence(french: french, english: english)
        }

        /// The stable code.
        public var description: String { code }

        /// Whether two codes are the same.
        public static func == (left: Code, right: Code) -> Bool { left.code == right.code }

        /// Hashes the code.
        public func hash(into hasher: inout Hasher) { hasher.combine(code) }
    }
}

extension OutboxError.Code {
    /// The file cannot be opened, read or written: a wrong path, no right to it, a disk that is read-only or broken; or it was
    /// open when this process was forked, which ``OutboxError/cashier`` and ``OutboxError/detail`` say then.
    public static let unreachable = Self(
        "unreachable",
        "Le registre de la caisse est inaccessible : rien n'est envoyé ; prévenez le support de la caisse.",
        "The till's outbox cannot be reached: nothing is sent; tell the till's support.")

    /// The disk is full.
    public static let diskFull = Self(
        "disk-full", "Le disque de la caisse est plein : rien n'est envoyé ; prévenez le support de la caisse.",
        "The till's disk is full: nothing is sent; tell the till's support.")

    /// The file is damaged. It is left as it is: keep it, and let the till begin another one.
    public static let damaged = Self(
        "damaged", "Le registre de la caisse est abîmé : ne l'effacez pas ; prévenez le support de la caisse.",
        "The till's outbox is damaged: do not delete it; tell the till's support.")

    /// The file is something else, and is left as it is.
    public static let notOurs = Self(
        "not-an-outbox", "Le fichier indiqué n'est pas un registre de caisse : prévenez le support de la caisse.",
        "The file is no outbox: tell the till's support.")

    /// The file was written by a newer version of the SDK, and is left as it is.
    public static let newer = Self(
        "newer-outbox", "Le registre a été écrit par une version plus récente : mettez la caisse à jour.",
        "The outbox was written by a newer version: update the till.")

    /// Another program holds the file for too long.
    public static let busy = Self(
        "busy", "Le registre de la caisse est occupé : réessayez.", "The till's outbox is busy: try again.")

    /// An event cannot happen to the attempt any more, or somebody who still lives is sending it or having it taken back: they were quicker.
    public static let wrongState = Self(
        "wrong-state", "Impossible dans l'état où se trouve cette validation : regardez-la de nouveau.",
        "This validation does not allow that as it stands: look at it again.")

    /// There is no attempt of that number.
    public static let unknownAttempt = Self(
        "unknown-attempt", "Validation introuvable dans le registre.", "There is no such validation in the outbox.")

    /// An attempt is confirmed or abandoned by a person with a name, which is recorded.
    public static let nobodyDecided = Self(
        "nobody-decided", "Indiquez qui décide : rien n'a été changé.", "Say who decides it: nothing was changed.")

    /// The outbox was closed.
    public static let closed = Self(
        "closed", "Le registre de la caisse est fermé.", "The till's outbox is closed.")
}
