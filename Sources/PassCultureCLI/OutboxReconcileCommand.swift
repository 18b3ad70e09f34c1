// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import DeskConsole
import PassCulture

/// `passculture outbox reconcile`: sends what waits, reads back what is unknown.
struct OutboxReconcileCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "reconcile",
            abstract: tr(
                "Sends what waits, reads back what is unknown.", "Envoie ce qui attend, relit ce qui est inconnu."),
            discussion: tr(
                """
                What waits and is another venue's than --venue-id says is left alone: give the right one, or abandon it.

                Exit codes: 0 all settled, or not due yet; 1 a countermark was refused, whose good may have left; 2 nothing can be sent \
                now; 4 something is still to be sent, probable, unknown or another venue's.
                """,
                """
                Ce qui attend et relève d'un autre lieu que --venue-id est laissé tel quel : indiquez le bon lieu, ou renoncez-y.

                Codes de sortie : 0 tout est réglé, ou pas encore dû ; 1 une contremarque a été refusée, dont l'article a pu être remis ; \
                2 rien ne peut être envoyé ; 4 il reste à envoyer, du probable, de l'inconnu, ou ce qui relève d'un autre lieu.
                """
            ))
    }

    @OptionGroup var outbox: OutboxFileOption
    @OptionGroup var logIn: LogInOptions

    @Flag(help: ArgumentHelp(tr("Prints JSON.", "Écrit du JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let account = try logIn.account()
        let desk = try account.desk(try outbox.open(), Desk.Settings())
        let found: Reconciliation
        let left: [Attempt]
        do throws(OutboxError) {
            found = try desk.reconcileBlocking { Output.note("\($0.done)/\($0.total)") }
            left = try desk.pendingBlocking()
        } catch {
            throw CommandExit(error)
        }
        if json {
            Output.line(found.json)
        } else {
            var numbers = Attempt.State.allCases.compactMap { state in
                found.counts[state].map { count in
                    let words = OutboxReport.Standing(state).words
                    return "\(count) \(tr(words.english, words.french))"
                }
            }
            if found.takenBack > 0 {
                numbers.append("\(found.takenBack) \(tr("found taken back", "trouvée(s) annulée(s)"))")
            }
            if !found.passedOver.isEmpty {
                numbers.append("\(found.passedOver.count) \(tr("passed over", "laissée(s) de côté"))")
            }
            for told in found.refused + found.elsewhere {
                let sentence = told.cashier
                Output.line("\(Attempt.number(id: told.id))  \(tr(sentence.english, sentence.french))")
            }
            if found.notDue > 0 { numbers.append("\(found.notDue) \(tr("not due yet", "pas encore à envoyer"))") }
            if found.stoppedBy != nil || numbers.isEmpty && !left.isEmpty {
                numbers.append("\(left.count) \(tr("not closed", "non terminée(s)"))")
            }
            Output.line(numbers.isEmpty ? tr("Nothing to settle.", "Rien à régler.") : numbers.joined(separator: ", "))
        }
        if let fault = found.stoppedBy {
            throw CommandExit.unreachable("\(tr(fault.cashier.english, fault.cashier.french)) (\(fault))")
        }
        if let passed = found.passedOver.first {
            let number = left.first { $0.id == passed.id }?.number ?? ""
            throw CommandExit.open(
                tr(
                    "No answer came about some, \(number) first (\(passed.fault)): settle again later.",
                    "Pas de réponse au sujet de certaines, d'abord \(number) (\(passed.fault)) : recommencez plus tard."
                ))
        }
        if let first = found.elsewhere.first {
            let number = Attempt.number(id: first.id), count = found.elsewhere.count
            let venue = logIn.venue.map { "\($0)" } ?? "?"
            throw CommandExit.open(
                tr(
                    """
                    Left waiting: \(count), of another venue than \(venue) (--venue-id, PASSCULTURE_VENUE); \(number) first. Settle again with \
                    the number of the right venue; what is not yours: passculture outbox abandon NUMBER --by NAME.
                    """,
                    """
                    Laissée(s) en attente : \(count), d'un autre lieu que le n° \(venue) (--venue-id, PASSCULTURE_VENUE) ; d'abord \(number). \
                    Recommencez avec le numéro du bon lieu ; ce qui n'est pas à vous : passculture outbox abandon NUMÉRO --by NOM.
                    """))
        }
        let now = desk.settings.now()
        let due = left.filter { $0.state == .planned && ($0.notBefore ?? now) <= now }
        guard due.allSatisfy({ found.tooEarly.contains($0.id) }) else {
            throw CommandExit.open(
                tr(
                    "Something can be sent and is not: settle again.",
                    "Il reste à envoyer : recommencez le rapprochement."))
        }
        guard left.allSatisfy({ $0.state == .planned }) else {
            throw CommandExit.open(
                tr(
                    "Something stays open: look at the screen \"Réservations\", then passculture outbox confirm or abandon.",
                    "Il reste de l'ouvert : regardez l'écran Réservations, puis passculture outbox confirm ou abandon.")
            )
        }
        guard found.refused.isEmpty else {
            throw CommandExit.failed(
                tr(
                    "Refused: \(found.refused.count). What was booked may have been handed over: somebody has to look at each case.",
                    "Refus : \(found.refused.count). Ce qui était réservé a pu être remis : quelqu'un doit regarder chaque cas."
                ))
        }
    }
}

extension Reconciliation {
    /// What was sent, and was too early for the platform.
    fileprivate var tooEarly: Set<UInt64> { Set(waiting(for: .tooEarly).map(\.id)) }

    /// What was refused.
    fileprivate var refused: [Settled] {
        settled.filter { if case .refused = $0.outcome { true } else { false } }
    }
}
