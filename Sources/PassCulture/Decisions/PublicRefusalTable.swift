// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The refusals of the countermark routes of the public API v1, as data (`today §2.3`; the letters are the sheet's).
///
/// The rows of each operation stand in the order in which the platform tests (the sheet's "VAL"), after who asks.
enum PublicRefusalTable {
    /// One answer of the sheet.
    struct Row: Sendable {
        let status: Int
        let key: String
        let reason: Refusal.Reason
        /// What stands in its sentence, as it is compared.
        let folded: String

        init(_ status: Int, _ key: String, _ sentence: String, _ reason: Refusal.Reason) {
            self.status = status
            self.key = key
            self.reason = reason
            folded = RefusalReading.folded(sentence)
        }
    }

    /// The rows of an operation.
    static func rows(for operation: CountermarkCall.Operation) -> [Row] {
        switch operation {
        case .verify, .validate: using
        case .undo: undoing
        case .cancel: cancelling
        }
    }

    private static let asking = [
        Row(401, "auth", "API key required", .keyRefused),
        Row(403, "auth", "Inactive provider", .providerInactive),
        // A
        Row(404, "global", "This countermark cannot be found", .unknownCountermark),
    ]

    private static let using =
        asking + [
            // B, C, D, K, E
            Row(403, "payment", "This booking has already been reimbursed", .reimbursed),
            Row(410, "booking", "This booking has already been validated", .alreadyValidated),
            Row(410, "booking", "This booking has been cancelled", .cancelled),
            Row(
                403, "booking", "Vous ne pouvez plus valider de contremarque sur une structure fermée", .structureClosed
            ),
            Row(403, "booking", "Vous pourrez valider cette contremarque à partir du", .tooEarly),
        ]

    private static let undoing =
        asking + [
            // L, D, G, F
            Row(
                403, "booking", "This booking has validation codes, and cannot be marked as unused", .cannotBeUndone),
            Row(410, "booking", "This booking has been cancelled", .cancelled),
            Row(403, "payment", "This booking has been reimbursed", .reimbursed),
            Row(403, "booking", "This booking has not been used", .notUsed),
        ]

    private static let cancelling =
        asking + [
            // I, G, J, H
            Row(410, "booking", "This booking has already been cancelled", .alreadyCancelled),
            Row(403, "payment", "This booking has been reimbursed", .reimbursed),
            Row(410, "booking", "This booking has been validated", .validated),
            Row(403, "booking", "This booking cannot be cancelled anymore", .tooLateToCancel),
        ]
}
