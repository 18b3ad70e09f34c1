// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A validation of which nobody here can say whether it took place: sent, and the answer lost.
public struct UnknownValidation: Hashable, Sendable {
    /// How the answer was lost.
    public let cause: Cause

    /// The status that did come, when one came: a 502 of some proxy proves nothing about the platform behind it.
    public let status: Int?

    /// Creates an unknown outcome.
    public init(cause: Cause, status: Int? = nil) {
        self.cause = cause
        self.status = status
    }

    /// What to tell the person at the till.
    public var cashier: CashierSentence {
        CashierSentence(
            french: "Réponse non reçue. Ne validez pas une seconde fois ; contrôlez l'écran Réservations du pass "
                + "Culture Pro.",
            english: "No answer received. Do not validate a second time; check the Réservations screen of pass "
                + "Culture Pro.")
    }
}
