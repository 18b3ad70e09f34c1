// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
import JSON
package import PassCulture

/// The desk as a child process that speaks lines of JSON: takes a line, gives a line, and goes on whatever it was told.
///
/// The words are described field by field in `Documentation/DeskStdio.md`.
package struct StdioDesk {
    private let desk: Desk
    private let zone: (String?) -> Zone
    private let readFile: (String) throws(InputFile.Failure) -> [UInt8]

    /// Whether it was asked to close.
    package private(set) var isClosed = false

    /// Creates a desk.
    ///
    /// - Parameters:
    ///   - zone: The clocks of a département as the desk's edition has them, and those of a list that names none.
    ///   - readFile: What reads the file of a day list; the till waits for its answer, so what is no file is refused.
    package init(
        _ desk: Desk, zone: @escaping (String?) -> Zone = Zone.ofDepartment,
        readFile: @escaping (String) throws(InputFile.Failure) -> [UInt8] = { path throws(InputFile.Failure) in
            try InputFile.readWithoutWaiting(path)
        }
    ) {
        self.desk = desk
        self.zone = zone
        self.readFile = readFile
    }

    /// Answers a line; `nil` to a line without anything on it. The answer has no end of line in it.
    package mutating func answer(_ line: LineReader.Line) -> String? {
        switch line {
        case .tooLong: return Self.text(Self.error("line-too-long", "a request has at most 1 MiB"), id: .null)
        case .line(let bytes):
            guard !bytes.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) else { return nil }
            do throws(StdioRequest.Malformed) {
                let request = try StdioRequest(bytes)
                return Self.text(answer(request.work), id: request.id)
            } catch {
                return Self.text(Self.error(error.code, error.detail, error.cashier), id: error.id)
            }
        }
    }

    private mutating func answer(_ work: StdioRequest.Work) -> JSONObject {
        switch work {
        case .check, .validate, .validateLater, .undo, .cancel:
            do throws(PassCultureError) {
                return try asked(work)
            } catch {
                return ["error": .object(StdioAnswer.error(error)), "cashier": StdioAnswer.cashier(error.cashier)]
            }
        case .loadDayList(let source, let show, let department):
            let zone = zone(department)
            do throws(InputFile.Failure) {
                let bytes =
                    switch source {
                    case .file(let path): try readFile(path)
                    case .content(let text): Array(text.utf8)
                    }
                return loaded { () throws(ListReadingError) in try DayList(reading: bytes, show: show, in: zone) }
            } catch {
                let path = if case .file(let path) = source { path } else { "content" }
                let (french, english) = error.sentence(path)
                let cashier = CashierSentence(french: french, english: english)
                // The detail is for a log, where a path that names somebody does not belong.
                return Self.error("unreadable-file", error.sentence("file").english, cashier)
            }
        case .pending, .reconcile, .confirm, .abandon:
            do throws(OutboxError) {
                return try tended(work)
            } catch {
                // Only reconciling sends something before it writes.
                let isReconciling = if case .reconcile = work { true } else { false }
                return Self.error(error, nothingWasSent: !isReconciling)
            }
        case .close:
            isClosed = true
            return ["outcome": "closed"]
        }
    }

    /// What the platform is asked.
    private func asked(_ work: StdioRequest.Work) throws(PassCultureError) -> JSONObject {
        switch work {
        case .check(let countermark): return StdioAnswer.object(try desk.checkBlocking(countermark))
        case .validate(let countermark, let cents):
            return StdioAnswer.object(try desk.validateBlocking(countermark, amountCents: cents))
        case .validateLater(let countermark, let late, let cents):
            return StdioAnswer.object(
                .provisional(try desk.validateLaterBlocking(countermark, as: late, amountCents: cents)))
        case .undo(let countermark, let person):
            return StdioAnswer.object(try desk.undoBlocking(countermark, confirmedBy: person))
        case .cancel(let countermark, let person):
            return StdioAnswer.object(try desk.cancelBlocking(countermark, confirmedBy: person))
        default: return [:]
        }
    }

    /// What is asked of the outbox.
    private func tended(_ work: StdioRequest.Work) throws(OutboxError) -> JSONObject {
        switch work {
        case .pending:
            let open = try desk.pendingBlocking().map { JSONValue.object($0.json(showsCountermark: true)) }
            return ["outcome": "listed", "attempts": .array(open)]
        case .reconcile: return StdioAnswer.object(try desk.reconcileBlocking())
        case .confirm(let id, let person):
            return StdioAnswer.object(.validated(try desk.confirmBlocking(id, by: person)))
        case .abandon(let id, let person):
            return ["outcome": "abandoned", "attempt": .string(try desk.abandonBlocking(id, by: person).number)]
        default: return [:]
        }
    }

    private func loaded(_ read: () throws(ListReadingError) -> DayList) -> JSONObject {
        let list: DayList
        do throws(ListReadingError) {
            list = try read()
        } catch {
            var object = Self.error(error.code.code, error.sentence.english)
            if var fault = object["error"]?.objectValue {
                fault["line"] = error.line.map { .number(JSONNumber($0)) }
                fault["path"] = error.path.map { .string($0) }
                object["error"] = .object(fault)
            }
            object["cashier"] = StdioAnswer.cashier(error.sentence)
            return object
        }
        do throws(OutboxError) {
            try desk.loadBlocking(list)
        } catch {
            return Self.error(error)
        }
        return ["outcome": "loaded", "bookings": .number(JSONNumber(list.entries.count))]
    }

    private static func error(_ code: String, _ detail: String, _ cashier: CashierSentence? = nil) -> JSONObject {
        var object: JSONObject = ["error": ["code": .string(code), "detail": .string(detail), "nothingWasSent": true]]
        object["cashier"] = cashier.map(StdioAnswer.cashier)
        return object
    }

    private static func error(_ fault: OutboxError, nothingWasSent: Bool = true) -> JSONObject {
        [
            "error": [
                "code": .string(fault.code.code), "detail": .string(fault.detail),
                "nothingWasSent": .bool(nothingWasSent),
            ],
            "cashier": StdioAnswer.cashier(fault.cashier),
        ]
    }

    private static func text(_ answer: JSONObject, id: JSONValue) -> String {
        var object: JSONObject = ["id": id]
        for (key, value) in answer { object[key] = value }
        return JSONValue.object(object).text
    }
}
