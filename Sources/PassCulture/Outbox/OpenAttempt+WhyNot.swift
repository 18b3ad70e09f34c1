// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension OpenAttempt {
    /// Why somebody cannot decide about it as it stands, for the person at the till.
    var whyNot: CashierSentence {
        guard !isHeld else {
            return CashierSentence(
                french: "Cette validation est en cours, ici ou à une autre caisse : attendez la réponse.",
                english: "This validation is under way, here or at another till: wait until it has its answer.")
        }
        return switch attempt.state {
        case .planned:
            CashierSentence(
                french: "Cette validation attend d'être envoyée : il n'y a encore rien à confirmer.",
                english: "This validation waits to be sent: there is nothing to confirm yet.")
        case .sent:
            CashierSentence(
                french: "Cette validation a été interrompue : faites le rapprochement, puis regardez où elle en est.",
                english: "This validation was interrupted: reconcile, then look what became of it.")
        case .recalled where attempt.sends == 0:
            CashierSentence(
                french: "Cette validation n'a pas été envoyée : il n'y a rien à confirmer.",
                english: "This validation was not sent: there is nothing to confirm.")
        case .confirmed:
            CashierSentence(
                french: "Cette validation est déjà terminée : elle a eu lieu.",
                english: "This validation is closed already: it took place.")
        case .refused:
            CashierSentence(
                french: "Cette validation est déjà terminée : elle a été refusée.",
                english: "This validation is closed already: it was refused.")
        case .abandoned:
            CashierSentence(
                french: "Cette validation est déjà terminée : elle a été abandonnée.",
                english: "This validation is closed already: it was given up.")
        case .unknown, .probable, .recalled: OutboxError.Code.wrongState.cashier
        }
    }
}
