// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture

/// Validating later: what is sold, and perhaps when it begins.
extension TerminalDesk {
    /// What follows `:plus tard` or `:later`; `nil` if the line is neither.
    static func laterWords(_ line: String) -> String? {
        var words = line.split(separator: " ")[...]
        switch words.first?.lowercased() {
        case ":later": words.removeFirst()
        case ":plus":
            words.removeFirst()
            if words.first?.lowercased() == "tard" { words.removeFirst() }
        default: return nil
        }
        return words.joined(separator: " ")
    }

    /// Takes what is sold, perhaps with when it begins; a no leaves the question.
    mutating func later(_ words: String, _ customer: Customer) {
        guard !Self.isNo(words) else { return leaveQuestion() }
        let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
        guard let word = parts.first, let kind = OfferKind(typed: word) else {
            question = .kind(customer)
            return say(speech.kindQuestion)
        }
        guard parts.count > 1 else { return store(customer, LateValidation(kind, begins: customer.begins)) }
        guard let begins = DayList.Show.begins(parts[1], in: speech.zone) else { return askTime(kind, customer) }
        store(customer, LateValidation(kind, begins: begins))
    }

    /// Takes when it begins, or all anew; a no leaves the question.
    mutating func later(_ typed: String, _ kind: OfferKind, _ customer: Customer) {
        guard !Self.isNo(typed) else { return leaveQuestion() }
        if let begins = DayList.Show.begins(typed, in: speech.zone) {
            store(customer, LateValidation(kind, begins: begins))
        } else if let word = typed.split(separator: " ").first, OfferKind(typed: String(word)) != nil {
            later(typed, customer)
        } else {
            askTime(kind, customer)
        }
    }

    private mutating func askTime(_ kind: OfferKind, _ customer: Customer) {
        question = .begins(customer, kind)
        say(speech("The time like this: 24/12/2018 20:30", "L'heure sous la forme 24/12/2018 20:30"))
    }

    private mutating func store(_ customer: Customer, _ late: LateValidation) {
        question = .none
        do throws(PassCultureError) {
            let provisional = try desk.validateLaterBlocking(customer.countermark, as: late)
            say(speech(Outcome.provisional(provisional).cashier))
            sayNumber(provisional.attempt)
            if let due = provisional.attempt.notBefore {
                say("  \(speech("To be sent from", "À envoyer à partir du")) \(speech(due))")
            }
        } catch {
            say(speech(error.cashier))
            switch error.code {
            case .timeNeeded: askTime(late.kind, customer)
            case .lateNotAllowed: ask(customer)
            default: break
            }
        }
    }
}
