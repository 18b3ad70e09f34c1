// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import DeskConsole
import JSON
import PassCulture
import PassCultureTesting
import Testing

/// What the desk as a child process says of the outbox's refusals: whether something may have reached the platform.
struct StdioSendingTests {
    private func error(_ counter: Counter, _ request: String) throws -> JSONValue {
        var console = StdioDesk(counter.desk)
        let given = console.answer(.line(Array(request.utf8)))
        let answer = try JSONValue(parsing: try #require(given))
        return try #require(answer["error"])
    }

    @Test(arguments: [
        (#"{"do":"confirm","attempt":"00000000000000FF","by":"Ana"}"#, "unknown-attempt"),
        (#"{"do":"abandon","attempt":"00000000000000FF","by":"Ana"}"#, "unknown-attempt"),
        (#"{"do":"confirm","attempt":"0000000000000001","by":"Ana"}"#, "wrong-state"),
        (#"{"do":"abandon","attempt":"0000000000000001","by":"Ana"}"#, "wrong-state"),
    ])
    func `a decision that the outbox refuses sent nothing`(request: String, code: String) throws {
        let counter = try Counter([.validated])
        _ = try counter.desk.validateBlocking(Countermark(Counter.code))
        let error = try error(counter, request)
        #expect(error["code"]?.stringValue == code)
        #expect(error["nothingWasSent"] == true)
        #expect(counter.transport.requests.count == 1)
    }

    @Test(arguments: [
        (#"{"do":"pending"}"#, true), (#"{"do":"confirm","attempt":"0000000000000001","by":"Ana"}"#, true),
        (
            #"{"do":"loadDayList","content":"Nom;Prénom;Mail;Contremarque;Places;Validée\r\nA;B;c@d.fr;LYSYU9;1;non"}"#,
            true
        ),
        (#"{"do":"reconcile"}"#, false),
    ])
    func `an outbox that fails sent nothing, unless it was reconciling`(request: String, sentNothing: Bool) throws {
        let counter = try Counter([])
        counter.outbox.kill(atWrite: 1, .before)
        try? counter.loadList()
        let error = try error(counter, request)
        #expect(error["nothingWasSent"]?.boolValue == sentNothing, "\(error)")
    }
}
