// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import DeskConsole
import PassCulture

/// `passculture outbox report`: a day or a month of an outbox, for accounts.
struct OutboxReportCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: tr("Counts a day or a month.", "Fait le compte d'un jour ou d'un mois."),
            discussion: tr(
                """
                A validation belongs to the day on which it was made at the counter, Paris time. --transfers takes the CSV of the \
                portal's screen "Réservations" (GET /offerers/{id}/bookings?format=csv): of what a partner can download it alone names \
                countermark and state of the payment. CSV and page are in French.
                """,
                """
                Une validation compte au jour où elle a été faite au guichet, heure de Paris. --transfers prend le CSV de l'écran \
                Réservations du portail (GET /offerers/{id}/bookings?format=csv) : lui seul, parmi ce qu'un partenaire peut télécharger, \
                nomme la contremarque et l'état du paiement.
                """))
    }

    @OptionGroup var outbox: OutboxFileOption

    @Option(help: ArgumentHelp(tr("A day, such as 2018-12-03.", "Un jour, comme 2018-12-03.")))
    var day: String?

    @Option(help: ArgumentHelp(tr("A month, such as 2018-12.", "Un mois, comme 2018-12.")))
    var month: String?

    @Option(
        help: ArgumentHelp(
            tr("The portal's bookings as CSV, to compare.", "Le CSV des réservations du portail, à comparer."),
            valueName: "file"))
    var transfers: String?

    @Option(help: ArgumentHelp(tr("Only that venue.", "Seulement ce lieu.")))
    var venue: String?

    @Flag(help: ArgumentHelp(tr("Prints CSV.", "Écrit du CSV.")))
    var csv = false

    @Flag(help: ArgumentHelp(tr("Prints a page to print.", "Écrit une page à imprimer.")))
    var html = false

    @Flag(help: ArgumentHelp(tr("Prints JSON.", "Écrit du JSON.")))
    var json = false

    @Flag(
        help: ArgumentHelp(
            tr("Shows countermarks in full.", "Montre les contremarques en entier.")))
    var showCountermarks = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard [csv, html, json].count(where: { $0 }) <= 1 else {
            throw ValidationError(tr("one of --csv, --html, --json", "un seul de --csv, --html, --json"))
        }
        _ = try period()
    }

    func run() async throws {
        let period = try period()
        let file = try transfers.map { path throws(CommandExit) in try Self.transfers(path) }
        let store = try outbox.open()
        let report: OutboxReport
        do throws(OutboxError) {
            // What the outbox knows of is not missing from it, whenever it was.
            let all = file != nil
            let attempts = try store.attempts(
                from: all ? Instant(microseconds: .min) : period.begin,
                to: all ? Instant(microseconds: .max) : period.over)
            report = OutboxReport(attempts, of: period, venue: venue, transfers: file)
        } catch {
            throw CommandExit(error)
        }
        if csv {
            Output.bytes(report.csv(showsCountermarks: showCountermarks))
        } else if html {
            Output.bytes(report.html(showsCountermarks: showCountermarks))
        } else if json {
            Output.line(report.json(showsCountermarks: showCountermarks))
        } else {
            Output.line(OutboxListing(report).description)
        }
    }

    private func period() throws(ValidationError) -> ReportPeriod {
        switch (day, month) {
        case (let day?, nil):
            if let period = ReportPeriod(day), period.isDay { return period }
            throw ValidationError(
                tr(
                    "--day is a day such as 2018-12-03, not '\(day)'",
                    "--day vaut un jour comme 2018-12-03, pas « \(day) »"))
        case (nil, let month?):
            if let period = ReportPeriod(month), !period.isDay { return period }
            throw ValidationError(
                tr(
                    "--month is a month such as 2018-12, not '\(month)'",
                    "--month vaut un mois comme 2018-12, pas « \(month) »"))
        default:
            throw ValidationError(tr("give either --day or --month", "donnez soit --day, soit --month"))
        }
    }

    private static func transfers(_ path: String) throws(CommandExit) -> TransferFile {
        let bytes: [UInt8]
        do throws(InputFile.Failure) {
            bytes = try InputFile.read(path)
        } catch {
            let sentence = error.sentence(path)
            throw .unreachable(tr(sentence.english, sentence.french))
        }
        do throws(ListReadingError) {
            return try TransferFile(bookingsCSV: bytes)
        } catch {
            throw .usage("\(path), \(tr(error.sentence.english, error.sentence.french))")
        }
    }
}
