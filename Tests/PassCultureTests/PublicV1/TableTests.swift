// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Testing

@testable import PassCulture

/// One cell of the table of `today §2.3`: an operation, and what it is answered with in a state of the booking.
struct TableCell: Sendable, CustomTestStringConvertible {
    let state: String
    let operation: CountermarkCall.Operation
    let answer: PublicAnswer
    /// The reason that must be read; nil for a yes.
    let reason: Refusal.Reason?

    var testDescription: String { "\(state), \(operation): \(answer)" }
}

@Suite("The table of today's edition, state by operation")
struct TableTests {
    private static let early = PublicAnswer.tooEarly("03/12/2026", "07:15")

    /// The rows of the sheet, and the three answers that come before any state: check, validate, take back, cancel.
    private static let rows: [(String, [(PublicAnswer, Refusal.Reason?)])] = [
        ("unknown, another vendor's venue or inactive link", same(.notFound, .unknownCountermark)),
        ("confirmed product", [(.booking(), nil), (.done, nil), (.notUsed, .notUsed), (.done, nil)]),
        ("confirmed event, window open", [(early, .tooEarly), (early, .tooEarly), (.notUsed, .notUsed), (.done, nil)]),
        (
            "confirmed event, window closed",
            [
                (.booking(confirmed: "2026-11-22T10:00:00Z"), nil), (.done, nil), (.notUsed, .notUsed),
                (.tooLateToCancel, .tooLateToCancel),
            ]
        ),
        (
            "used",
            [
                (.alreadyValidated, .alreadyValidated), (.alreadyValidated, .alreadyValidated), (.done, nil),
                (.validated, .validated),
            ]
        ),
        (
            "cancelled",
            [
                (.cancelled, .cancelled), (.cancelled, .cancelled), (.cancelled, .cancelled),
                (.alreadyCancelled, .alreadyCancelled),
            ]
        ),
        (
            "reimbursed",
            [
                (.alreadyReimbursed, .reimbursed), (.alreadyReimbursed, .reimbursed), (.reimbursed, .reimbursed),
                (.reimbursed, .reimbursed),
            ]
        ),
        (
            "structure closed",
            [
                (.structureClosed, .structureClosed), (.structureClosed, .structureClosed), (.notUsed, .notUsed),
                (.done, nil),
            ]
        ),
        (
            "used, with an activation code",
            [
                (.alreadyValidated, .alreadyValidated), (.alreadyValidated, .alreadyValidated),
                (.activationCode, .cannotBeUndone), (.validated, .validated),
            ]
        ),
        ("no countermark", same(.noRoute, .unknownCountermark)),
        ("no key", same(.keyRefused, .keyRefused)),
        ("provider switched off", same(.providerInactive, .providerInactive)),
    ]

    private static func same(_ answer: PublicAnswer, _ reason: Refusal.Reason) -> [(PublicAnswer, Refusal.Reason?)] {
        CountermarkCall.Operation.allCases.map { _ in (answer, reason) }
    }

    static let cells = rows.flatMap { state, cells in
        zip(CountermarkCall.Operation.allCases, cells).map { operation, cell in
            TableCell(state: state, operation: operation, answer: cell.0, reason: cell.1)
        }
    }

    private static func dialect() throws -> PublicV1 {
        PublicV1(key: try TodaysTill.key(), venue: 1, zone: .paris)
    }

    /// What is read from an answer to an operation; nil for a yes.
    private func reason(_ response: TransportResponse, _ operation: CountermarkCall.Operation) throws -> Refusal.Reason?
    {
        let call = CountermarkCall(
            operation: operation, countermark: try Countermark("LYSYU9"), dialect: try Self.dialect())
        guard case .refusal(let refusal) = Answer(response, to: call) else { return nil }
        #expect(!refusal.cashier.french.isEmpty && !refusal.cashier.english.isEmpty)
        return refusal.reason
    }

    @Test("has a stable reason in every cell", arguments: cells)
    func cell(cell: TableCell) throws {
        #expect(try reason(cell.answer.response, cell.operation) == cell.reason)
    }

    @Test("says the same with a list of sentences for a sentence", arguments: cells.filter { $0.reason != nil })
    func lists(cell: TableCell) throws {
        let body = String(decoding: cell.answer.response.body, as: UTF8.self)
        guard !body.contains("["), let colon = body.firstRange(of: ": ")?.upperBound else { return }
        let listed = body[..<colon] + "[" + body[colon...].dropLast() + "]}"
        let response = TransportResponse(status: cell.answer.response.status, text: String(listed))
        #expect(try reason(response, cell.operation) == cell.reason)
    }

    @Test("is read at a desk in both ways of calling", arguments: cells.filter { $0.reason != nil })
    func desk(cell: TableCell) async throws {
        for way in Way.allCases {
            // Whose countermark it is, is asked before it is cancelled.
            let asked: [FakeTransport.Step] = cell.operation == .cancel ? [.answer(.booking())] : []
            let till = try TodaysTill(asked + [.answer(cell.answer)])
            switch cell.operation {
            case .verify:
                guard case .refused(let refusal) = try await till.plain().verify(till.code, way) else {
                    return #expect(Bool(false))
                }
                #expect(refusal.reason == cell.reason)
            case .validate:
                guard case .refused(let refusal) = try await till.plain().validate(till.code, way) else {
                    return #expect(Bool(false))
                }
                #expect(refusal.reason == cell.reason)
                #expect(till.transport.requests.count == 1)
            case .undo, .cancel:
                let desk = try till.desk(), ana = try Person(whoConfirmed: "Ana")
                let reversal =
                    try await cell.operation == .undo
                    ? desk.undo(till.code, ana, way) : desk.cancel(till.code, ana, way)
                if cell.state == "no countermark" {
                    // In no form of the platform's: it may stand in the place of its yes.
                    guard case .unknown = reversal else { return #expect(Bool(false)) }
                    continue
                }
                guard case .refused(let refusal) = reversal else { return #expect(Bool(false)) }
                #expect(refusal.reason == cell.reason)
                // Nothing was to be handed over by it.
                let said = reversal.cashier
                #expect(!said.french.contains("remettez") && !said.english.contains("hand "))
                #expect(
                    said == refusal.cashier || said.french.contains("rien n'a été changé côté pass Culture")
                        || said.french == "Réservation déjà annulée.")
            }
        }
    }

    @Test("holds by status and key when the wording changes, as far as these leave no choice")
    func wording() throws {
        func reason(_ status: Int, _ key: String, _ operation: CountermarkCall.Operation) throws -> Refusal.Reason? {
            try self.reason(TransportResponse(status: status, text: #"{"\#(key)": ["Autrement dit"]}"#), operation)
        }
        #expect(try reason(403, "payment", .verify) == .reimbursed)
        #expect(try reason(403, "payment", .cancel) == .reimbursed)
        #expect(try reason(410, "booking", .verify) == .noLongerValid)
        #expect(try reason(410, "booking", .undo) == .cancelled)
        #expect(try reason(410, "booking", .cancel) == .noLongerValid)
        #expect(try reason(403, "booking", .cancel) == .tooLateToCancel)
        #expect(try reason(403, "booking", .verify) == .platformRefused)
        #expect(try reason(403, "booking", .undo) == .platformRefused)
        #expect(try reason(401, "auth", .validate) == .keyRefused)
        #expect(try reason(403, "auth", .validate) == .providerInactive)
        #expect(try reason(404, "global", .validate) == .unknownCountermark)
        #expect(try reason(400, "token", .cancel) == .incompleteRequest)
        #expect(try reason(422, "token", .cancel) == .incompleteRequest)
    }

    @Test("reads a 400 that speaks of no field as the platform's own no, and says what stands")
    func declined() throws {
        let expected: [CountermarkCall.Operation: Refusal.Reason] = [
            .verify: .platformRefused, .validate: .platformRefused, .undo: .notUndone, .cancel: .notCancelled,
        ]
        let said = "The ticketing system did not take the tickets back"
        for (operation, reason) in expected {
            for body in [#"{"global":"\#(said)"}"#, #"{"global":["\#(said)"]}"#, #"{"booking":"\#(said)"}"#] {
                for status in [400, 422] {
                    let refusal = try Self.dialect().refusal(
                        in: TransportResponse(status: status, text: body), to: operation)
                    #expect(refusal.reason == reason && refusal.basis == .key)
                    #expect(refusal.serverSentences.map(\.text) == [said])
                }
            }
        }
        let mixed = #"{"global":"no","token":"no"}"#
        #expect(try reason(TransportResponse(status: 400, text: mixed), .cancel) == .incompleteRequest)
        let cashier = Refusal.Reason.notCancelled.cashier
        #expect(cashier.french.contains("n'est pas annulée") && cashier.french.contains("réessayer"))
        #expect(cashier.english.contains("is not cancelled") && cashier.english.contains("try again"))
    }

    @Test(
        "leaves a validation confirmed whose undo is declined, and what waits to be looked at", arguments: Way.allCases)
    func declinedAtDesk(way: Way) async throws {
        let declined = PublicAnswer("declined", status: 400, body: #"{"global":"The tickets were not taken back"}"#)
        let till = try TodaysTill([
            .answer(.booking()), .answer(.done), .answer(declined), .answer(declined), .answer(.done),
        ])
        let outbox = MemoryOutbox(), ana = try Person(whoConfirmed: "Ana")
        let desk = try till.desk(outbox)
        _ = try await desk.validate(till.code, way)
        guard case .refused(let undo) = try await desk.undo(till.code, ana, way),
            case .refused(let cancel) = try await desk.cancel(till.code, ana, way)
        else { return #expect(Bool(false)) }
        #expect([undo.reason, cancel.reason] == [.notUndone, .notCancelled])
        #expect(outbox.attempts.map(\.state) == [.confirmed])
        #expect(try await desk.undo(till.code, ana, way) == .done(.undo))
    }

    @Test(
        "goes by the status alone for a page or nothing, and says that it was unusual", arguments: ["", "<h1>No</h1>"])
    func pages(body: String) throws {
        let reasons: [Int: Refusal.Reason] = [
            400: .platformRefused, 401: .keyRefused, 403: .platformRefused, 404: .unknownCountermark,
            405: .platformRefused, 410: .noLongerValid, 422: .platformRefused,
        ]
        for (status, expected) in reasons {
            for operation in CountermarkCall.Operation.allCases {
                let refusal = try Self.dialect().refusal(
                    in: TransportResponse(status: status, contentType: "text/html", text: body), to: operation)
                #expect(refusal.reason == expected)
                #expect(refusal.basis == .status)
                #expect(refusal.cashier.french.contains("Réponse inhabituelle"))
            }
        }
    }

    @Test("takes the first in the platform's own order where a body names several")
    func precedence() throws {
        let both = #"{"booking":"This booking has already been validated and This booking has been cancelled"}"#
        #expect(try reason(TransportResponse(status: 410, text: both), .verify) == .alreadyValidated)
        let closed =
            #"{"booking":["Vous pourrez valider cette contremarque à partir du 03/12/2026 à 07:15","#
            + #""Vous ne pouvez plus valider de contremarque sur une structure fermée"]}"#
        #expect(try reason(TransportResponse(status: 403, text: closed), .validate) == .structureClosed)
    }

    @Test("names what is wrong with a request by its key paths, in both shapes")
    func keyPaths() throws {
        let object = try Self.dialect().refusal(
            in: TransportResponse(
                status: 400, text: #"{"dates.0.beginningDatetime":["no","not at all"],"__root__":["no"]}"#),
            to: .validate)
        #expect(object.keyPaths == ["dates.0.beginningDatetime", "__root__"])
        let array = try Self.dialect().refusal(
            in: TransportResponse(status: 422, text: #"[{"loc":["query","dates",0,"price"],"msg":"no","type":"x"}]"#),
            to: .validate)
        #expect(array.keyPaths == ["query.dates.0.price"])
        #expect(array.reason == .incompleteRequest)
    }
}
