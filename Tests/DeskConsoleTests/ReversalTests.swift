// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import DeskConsole
import JSON
import PassCulture
import PassCultureTesting
import Synchronization
import Testing

/// Taking back and cancelling at a desk of today.
struct ReversalTests {
    private let transport: FakeTransport
    private let outbox = MemoryOutbox()
    private let desk: Desk
    private let lines = LockedLines()

    /// What was said.
    private final class LockedLines: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func say(_ line: String) { lines.withLock { $0.append(line) } }
    }

    init() throws {
        transport = FakeTransport([
            .answer(PublicAnswer.done.response), .answer(PublicAnswer.booking().response),
            .answer(PublicAnswer.tooLateToCancel.response),
        ])
        desk = try PassCulture(.integration, options: Options(retries: .none), transport: transport).desk(
            as: .provider(key: ProviderKey("test_console_key"), venue: 1), outbox: outbox)
    }

    @Test func `is asked for by name, confirmed by a plain yes, and by nothing else`() {
        let lines = lines
        var console = TerminalDesk(desk, DeskSpeech(isFrench: true), say: { lines.say($0) })
        for answer in ["", "n", "peut-être", ":attente"] {
            console.take(":dévalider LYSYU9 Ana")
            console.take(answer)
        }
        console.take(":dévalider LYSYU9")
        console.take(":annuler LYS Ana")
        #expect(transport.requests.isEmpty)
        #expect(lines.all.filter { $0 == "Rien n'a été envoyé." }.count == 4)
        console.take(":dévalider LYSYU9 Ana Lopez")
        console.take("oui")
        #expect(lines.all.last == "Validation annulée : la contremarque est de nouveau valable.")
        console.take(":annuler LYSYU9 Ana")
        console.take("o")
        #expect(lines.all.last == "Trop tard : cette réservation ne peut plus être annulée.")
        #expect(outbox.notes.first == "undo-asked by Ana Lopez")
        #expect(transport.requests.map(\.method) == ["PATCH", "GET", "PATCH"])
    }

    @Test func `is not asked for any more once the next customer's code is scanned`() throws {
        let next = FakeTransport([.answer(PublicAnswer.booking().response), .answer(PublicAnswer.done.response)])
        let desk = try PassCulture(.integration, options: Options(retries: .none), transport: next).desk(
            as: .provider(key: ProviderKey("test_console_next"), venue: 1), outbox: outbox)
        let lines = lines
        var console = TerminalDesk(desk, DeskSpeech(isFrench: true), say: { lines.say($0) })
        for line in [":annuler LYSYU9 Ana", "EEXUK4"] { console.take(line) }
        #expect(lines.all.contains("Rien n'a été envoyé."))
        #expect(next.requests.map { $0.url.hasSuffix("EEXUK4") } == [true])
        console.take("o")
        #expect(outbox.attempts.map(\.countermark?.revealed) == ["EEXUK4"])
        #expect(outbox.notes.allSatisfy { !$0.contains("Ana") })
    }

    @Test func `is listed while it is not known to be done, and told when reconciling finds it so`() throws {
        let lost = FakeTransport([
            .answer(PublicAnswer.booking().response), .answer(PublicAnswer.done.response),
            .fail(TransportFailure(.noAnswer)), .answer(PublicAnswer.booking().response),
        ])
        let desk = try PassCulture(.integration, options: Options(retries: .none), transport: lost).desk(
            as: .provider(key: ProviderKey("test_console_recall"), venue: 1), outbox: outbox)
        let lines = lines
        var console = TerminalDesk(desk, DeskSpeech(isFrench: true), say: { lines.say($0) })
        for line in ["LYSYU9", "oui", ":dévalider LYSYU9 Ana", "oui", ":attente"] { console.take(line) }
        #expect(lines.all.last?.contains("  à annuler  ") == true)
        var child = StdioDesk(desk)
        let answer = child.answer(.line(Array(#"{"do":"reconcile"}"#.utf8)))
        #expect(try JSONValue(parsing: try #require(answer))["takenBack"] == 1)
        console.take(":attente")
        #expect(lines.all.last == "Rien n'est en attente.")
    }

    @Test func `that fails on what waits says that it waits, and is sent yet`() throws {
        let down = FakeTransport([
            .answer(PublicAnswer.keyRefused.response), .fail(TransportFailure(.neverSent)),
        ])
        let desk = try PassCulture(.integration, options: Options(retries: .none), transport: down).desk(
            as: .provider(key: ProviderKey("test_console_waits"), venue: 1), outbox: outbox)
        _ = try desk.validateLaterBlocking(try Countermark("LYSYU9"), as: LateValidation(.cinema))
        let lines = lines
        var console = TerminalDesk(desk, DeskSpeech(isFrench: true), say: { lines.say($0) })
        for line in [":dévalider LYSYU9 Ana", "oui"] { console.take(line) }
        let waits =
            "La validation attend toujours dans la caisse et sera envoyée : abandonnez-la si l'article n'a pas été remis."
        #expect(lines.all.last?.hasSuffix(". " + waits) == true)
        var child = StdioDesk(desk)
        let answer = child.answer(.line(Array(#"{"do":"undo","countermark":"LYSYU9","by":"Ana"}"#.utf8)))
        let told = try JSONValue(parsing: try #require(answer))
        #expect(told["error"]?["code"] == "never-sent")
        #expect(told["cashier"]?["fr"]?.stringValue?.hasSuffix(waits) == true)
        #expect(outbox.attempts.map(\.state) == [.planned])
    }

    @Test func `is a word of the child process, with a name or not at all`() throws {
        var console = StdioDesk(desk)
        func ask(_ request: String) throws -> JSONValue {
            let answer = console.answer(.line(Array(request.utf8)))
            return try JSONValue(parsing: try #require(answer))
        }
        #expect(try ask(#"{"do":"undo","countermark":"LYSYU9"}"#)["error"]?["code"] == "bad-request")
        #expect(try ask(#"{"do":"undo","countermark":"LYSYU9","by":" "}"#)["error"]?["code"] == "bad-request")
        #expect(transport.requests.isEmpty)
        #expect(try ask(#"{"do":"undo","countermark":"LYSYU9","by":"Ana"}"#)["outcome"] == "undone")
        let refused = try ask(#"{"do":"cancel","countermark":"LYSYU9","by":"Ana"}"#)
        #expect(refused["outcome"] == "refused" && refused["reason"] == "too-late-to-cancel")
    }
}
