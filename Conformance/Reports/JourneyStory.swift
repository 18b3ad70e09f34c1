// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A journey told on the terminal: who acts, what changed, what went over the wire, and the money at the end.
public struct JourneyStory: Sendable {
    private let language: Language
    private let showsWire: Bool

    /// A story in a language.
    ///
    /// - Parameters:
    ///   - language: the language to speak.
    ///   - showsWire: whether each step shows its requests and answers; secrets are hidden.
    public init(language: Language, showsWire: Bool) {
        self.language = language
        self.showsWire = showsWire
    }

    /// The line that opens a journey.
    public func opening(_ journey: some PlayableJourney) -> String {
        "━━ \(journey.title.text(in: language)) (\(journey.id))"
    }

    /// A step: the actor, the sentence, what changed; and why, where it did not go as it should.
    public func text(_ step: StepReport) -> String {
        var lines = ["  \(mark(step.verdict)) \(actor(step)) \(step.sentence.text(in: language))"]
        lines += step.changes.map { "      → \($0.text(in: language))" }
        if showsWire {
            let discretion = Discretion(step.exchanges)
            for exchange in step.exchanges {
                lines.append("      $ \(discretion.masking(command: exchange.curl))")
                lines.append("        \(discretion.masking(exchange.summary))")
            }
        }
        if let reason = step.reason { lines.append("      \(reason.text(in: language))") }
        if let evidence = step.evidence {
            lines.append("      \(step.requirements.joined(separator: ", "))")
            lines.append("      \(say("attendu : ", "expected: "))\(evidence.expected.text(in: language))")
            lines.append("      \(say("vu : ", "seen: "))\(evidence.seen.text(in: language))")
            if let curl = evidence.curl { lines.append("      $ \(curl)") }
        }
        return Visible.lines(lines.joined(separator: "\n"))
    }

    /// The money at the end of a journey: what is left of each credit, and each transfer to the cent.
    public func money(_ result: JourneyResult) -> String {
        var lines: [String] = []
        for wallet in result.money.wallets {
            lines.append(
                "    \(wallet.name)\(say(" : ", ": "))\(Money.text(wallet.startCents, in: language)) → "
                    + Money.text(wallet.cents, in: language))
        }
        for transfer in result.money.transfers {
            lines.append(
                "    \(say("virement", "transfer")) \(Money.text(transfer.cents, in: language)) → \(transfer.iban) "
                    + "\(transfer.recipientName) (\(transfer.label))")
            lines += bookings(of: transfer)
        }
        if result.money.transfers.isEmpty { lines.append("    " + say("aucun virement", "no transfer")) }
        return Visible.lines(lines.joined(separator: "\n"))
    }

    /// The bookings of a transfer, a line each; those of one offer that bring the same are one line.
    private func bookings(of transfer: Transfer) -> [String] {
        var runs: [(line: Transfer.Line, count: Int)] = []
        for line in transfer.lines {
            if let last = runs.last, last.line.cents == line.cents, last.line.offerName == line.offerName {
                runs[runs.count - 1].count += 1
            } else {
                runs.append((line, 1))
            }
        }
        return runs.map { line, count in
            "      " + (count > 1 ? "\(count) × " : "") + "\(Money.text(line.cents, in: language))  \(line.offerName)"
        }
    }

    private func actor(_ step: StepReport) -> String {
        "[\(step.actor.name.text(in: language))]"
    }

    private func mark(_ verdict: Verdict) -> String {
        switch verdict {
        case .pass: "✓"
        case .fail, .error: "✗"
        default: "·"
        }
    }

    private func say(_ french: String, _ english: String) -> String {
        language == .french ? french : english
    }
}
