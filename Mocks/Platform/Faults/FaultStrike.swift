// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A fault that struck a request or a connection, and by whose order.
///
/// An object, so that the answers that nothing struck, nearly all, carry no more than an empty reference.
package final class FaultStrike: Sendable {
    /// The rule; nothing for what a magic countermark does by itself.
    let ruleID: String?
    /// The fault.
    let fault: Fault

    /// Creates a strike.
    init(ruleID: String?, fault: Fault) {
        self.ruleID = ruleID
        self.fault = fault
    }

    /// The answer as it leaves.
    ///
    /// - Parameter answer: what the service answered; if it never saw the request, an empty one.
    func struck(_ answer: Answer) -> Answer {
        var struck = fault.struck(answer)
        struck.strike = self
        return struck
    }

    /// What the journal notes of it.
    var note: JournalEntry.Fault {
        JournalEntry.Fault(
            ruleID: ruleID, kind: fault.kind.rawValue, isApplied: fault.isApplied, delivery: fault.delivery)
    }
}
