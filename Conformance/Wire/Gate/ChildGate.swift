// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON
import Synchronization

/// A till that is a program, or a program that follows links to an online platform: it reads a request a line and writes an answer a line, in
/// JSON (`Documentation/DeskStdio.md`).
///
/// Each scenario has a process of its own, so that no scenario is judged by what an outbox remembers of another. Of the answers `id`,
/// `outcome`, `error`, `reason` and `cashier` are read, whatever else there is.
public final class ChildGate: Gate {
    private struct Child: Sendable {
        let line: ChildLine
        let folder: String?
        var count = 0
    }

    private let command: [String]
    private let environment: [String: String?]
    private let patience: Span
    private let grace: Span
    private let child = Mutex<Child?>(nil)

    /// A gate that is started by a command.
    ///
    /// - Parameters:
    ///   - command: the program and its arguments; `{}` in one stands for an empty folder, a new one for each scenario.
    ///   - environment: what it is told beside this process's environment: the platform, and who a till is there; nil takes a variable out.
    ///   - patience: how long an answer may take.
    ///   - grace: how long the program may take to end once its input has.
    public init(
        _ command: [String], environment: [String: String?], patience: Span = .seconds(75),
        grace: Span = .seconds(3)
    ) {
        self.command = command
        self.environment = environment
        self.patience = patience
        self.grace = grace
    }

    /// No: each scenario has a process and a folder of its own.
    public let goesOn = false

    /// Starts the program.
    public func begin(_ scenario: GateScenario) async throws(GateTrouble) {
        await end()
        guard !Task.isCancelled else {
            throw .brokenOff
        }
        let needsFolder = command.contains { $0.contains("{}") }
        let folder = needsFolder ? EmptyFolder.make() : nil
        if needsFolder, folder == nil {
            throw .notBegun(Sentence("Pas de dossier temporaire.", "There is no temporary folder."))
        }
        let words = command.map { word in
            word.split(separator: "{}", omittingEmptySubsequences: false).joined(separator: folder ?? "")
        }
        do throws(ChildLine.StartFailure) {
            let line = try ChildLine(words, adding: environment)
            child.withLock { $0 = Child(line: line, folder: folder) }
        } catch {
            if let folder { EmptyFolder.remove(folder) }
            let program = Visible.text(words.first ?? "")
            throw .notBegun(
                Sentence(
                    "« \(program) » ne peut pas être lancé : \(error.reason)",
                    "\"\(program)\" cannot be started: \(error.reason)"))
        }
    }

    /// Writes a request and reads its answer.
    public func perform(_ act: GateAct, with shown: String) async throws(GateTrouble) -> GateAnswer {
        let (line, number) = child.withLock { child in
            child?.count += 1
            return (child?.line, child?.count ?? 0)
        }
        guard let line else { throw .broken(Sentence("aucun programme ne tourne", "no program is running")) }
        let request: JSONValue = [
            "id": .number(JSONNumber(number)), "do": .string(act.rawValue),
            act == .follow ? "link" : "countermark": .string(shown),
        ]
        let patience = patience
        let reply = await withTaskCancellationHandler {
            await OwnThread.run { line.ask(request.serialized(), within: patience) }
        } onCancel: {
            line.breakOff()
        }
        if Task.isCancelled { throw .brokenOff }
        switch reply {
        case .line(let text): return try Self.answer(text, to: act, number)
        case .ended:
            let how = await finish()
            throw .broken(
                Sentence(
                    "le programme s'est arrêté (\(how.french)) au lieu de répondre à \(act.rawValue)",
                    "the program ended (\(how.english)) instead of answering \(act.rawValue)"))
        case .closed:
            throw .broken(
                Sentence(
                    "le programme a fermé sa sortie au lieu de répondre à \(act.rawValue)",
                    "the program closed its output instead of answering \(act.rawValue)"))
        case .more:
            throw .broken(
                Sentence(
                    "plus d'une ligne en réponse à \(act.rawValue)", "more than one line in answer to \(act.rawValue)"))
        case .late:
            let seconds = patience.wholeSeconds
            throw .broken(
                Sentence(
                    "pas de réponse à \(act.rawValue) en \(seconds) s ; vide-t-il sa sortie (flush) ?",
                    "no answer to \(act.rawValue) within \(seconds) s; does it flush its output?"))
        case .tooLong:
            let most = ChildLine.limit >> 10
            throw .broken(
                Sentence(
                    "une réponse de plus de \(most) Kio sur une ligne",
                    "an answer of more than \(most) KiB on one line"))
        }
    }

    /// Ends the program: its input ends, and after a while it is ended by force.
    public func end() async { _ = await finish() }

    private func finish() async -> Sentence {
        let ended = child.withLock { child in
            defer { child = nil }
            return child
        }
        guard let ended else { return Sentence("auparavant", "before") }
        let grace = grace
        // Whoever ends the run does not wait for a program to end by itself.
        return await withTaskCancellationHandler {
            await OwnThread.run {
                let ending = ended.line.end(within: grace)
                if let folder = ended.folder { EmptyFolder.remove(folder) }
                return ending
            }
        } onCancel: {
            ended.line.breakOff()
        }
    }

    /// Reads an answer.
    static func answer(_ text: [UInt8], to act: GateAct, _ number: Int) throws(GateTrouble) -> GateAnswer {
        let shown = Visible.text(String(decoding: text.prefix(200), as: UTF8.self))
        guard let value = try? JSONValue(parsing: text), value.objectValue != nil else {
            throw .broken(
                Sentence("une ligne qui n'est pas un objet JSON : \(shown)", "a line that is no JSON object: \(shown)"))
        }
        guard value["id"]?.intValue == number else {
            throw .broken(
                Sentence(
                    "une réponse dont l'id n'est pas celui de la demande (\(number)) : \(shown)",
                    "an answer whose id is not that of the request (\(number)): \(shown)"))
        }
        let words =
            value["cashier"]?["fr"]?.stringValue ?? value["cashier"]?["en"]?.stringValue
            ?? value["reason"]?.stringValue ?? value["error"]?["code"]?.stringValue ?? ""
        if value["error"]?.objectValue != nil { return GateAnswer(.open, words) }
        guard let outcome = value["outcome"]?.stringValue, let meaning = meaning(of: outcome, act) else {
            throw .broken(
                Sentence(
                    "une réponse sans « outcome » connu pour \(act.rawValue) : \(shown)",
                    "an answer with no outcome that is known of \(act.rawValue): \(shown)"))
        }
        return GateAnswer(meaning, words)
    }

    /// What an outcome means to the cashier or the young person; nothing for one that is none of what was pressed.
    private static func meaning(of outcome: String, _ act: GateAct) -> GateAnswer.Meaning? {
        switch (outcome, act) {
        case ("valid", .check), ("validated", .validate), ("welcomed", .follow): .good
        case ("refused", _), ("taken", _): .refused
        case ("provisional", _), ("probable", _), ("unknown", _): .open
        default: nil
        }
    }
}
