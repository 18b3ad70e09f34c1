// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import JSON
import Platform
import PlatformDomain

/// `passculture data verify`: whether a data file holds what was written, and whether that keeps to the rules.
struct DataVerifyCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify",
            abstract: tr(
                "Checks every sum, every event and every rule.",
                "Vérifie chaque somme, chaque événement et chaque règle."))
    }

    @Argument(help: ArgumentHelp(tr("The data file.", "Le fichier de données.")))
    var file: String

    @Flag(help: ArgumentHelp(tr("Prints JSON.", "Écrit du JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let report: DataReport
        do throws(DataFailure) {
            report = try DataReport(of: file)
        } catch {
            throw DataCommand.exit(error)
        }
        Output.line(json ? JSONValue.object(object(report)).text : Visible.lines(text(report)))
        guard report.violations.isEmpty else { throw CommandExit.failed() }
    }

    private func object(_ report: DataReport) -> JSONObject {
        var rows = JSONObject()
        for row in report.rows { rows[row.name] = .number(JSONNumber(row.count)) }
        return [
            "file": .string(file), "version": .number(JSONNumber(report.version)),
            "profile": .string(report.profile.rawValue),
            "edition": report.edition.map { .string($0.rawValue) } ?? .null, "now": .string(report.now.iso8601),
            "events": .number(JSONNumber(report.events)), "snapshot": .number(JSONNumber(report.snapshot)),
            "rows": .object(rows), "mails": .number(JSONNumber(report.mails)),
            "files": .number(JSONNumber(report.files)),
            "violations": .array(report.violations.map { .string($0) }),
        ]
    }

    private func text(_ report: DataReport) -> String {
        let left = report.events - report.snapshot
        let edition = report.edition.map { tr("edition \($0.rawValue), ", "édition \($0.rawValue), ") } ?? ""
        let counts = report.rows.filter { $0.name != "head" && $0.count > 0 }.map { "\($0.count) \($0.name)" }
        let lines = [
            "\(file): version \(report.version), \(edition)profile \(report.profile.rawValue), \(report.now.iso8601)",
            tr(
                "\(report.events) events, \(report.snapshot) of them in the snapshot, \(left) after it",
                "\(report.events) événements, dont \(report.snapshot) dans l'instantané et \(left) après lui"),
            (counts + ["\(report.mails) mails", "\(report.files) files"]).joined(separator: ", "),
        ]
        let verdict =
            report.violations.isEmpty
            ? [tr("All right.", "Tout est juste.")]
            : report.violations.map { tr("Against the rules: \($0)", "Contraire aux règles : \($0)") }
        return (lines + verdict).joined(separator: "\n")
    }
}

extension DataCommand {
    /// How a command ends whose file could not be read.
    static func exit(_ failure: DataFailure) -> CommandExit {
        let sentence = tr(failure.english, failure.french)
        return failure.kind == .damaged ? .failed(sentence) : .unreachable(sentence)
    }
}
