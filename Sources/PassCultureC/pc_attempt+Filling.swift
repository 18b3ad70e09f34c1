// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import CivilTime
import PassCulture

extension pc_attempt {
    /// An attempt that is not closed.
    init(_ attempt: Attempt) {
        self.init()
        outcome =
            switch attempt.state {
            case .planned: PC_PROVISIONAL
            case .probable: PC_PROBABLE
            case .sent, .unknown, .recalled: PC_UNKNOWN
            case .confirmed, .refused, .abandoned: PC_NONE
            }
        planned_at = attempt.plannedAt.microseconds
        sent_at = attempt.sentAt?.microseconds ?? .min
        not_before = attempt.notBefore?.microseconds ?? .min
        amount_cents = attempt.amountCents ?? 0
        kind = attempt.kind?.number ?? 0
        write(attempt.number, \.attempt)
        write(attempt.countermark?.revealed ?? "", \.countermark)
    }
}
