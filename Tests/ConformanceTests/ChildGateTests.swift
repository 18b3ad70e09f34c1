// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import TestSupport
import Testing

@testable import Conformance

/// A till that is a program: what it says, and what becomes of one that says nothing.
@Suite("A till as a child process")
struct ChildGateTests {
    /// A till that is a script of the shell.
    private func till(
        _ script: String, environment: [String: String?] = [:], patience: Span = .seconds(30),
        grace: Span = .seconds(3)
    ) -> ChildGate {
        ChildGate(["sh", "-c", script, "sh", "{}"], environment: environment, patience: patience, grace: grace)
    }

    /// What it answers to the first button.
    private func first(_ till: ChildGate, _ act: GateAct = .check) async throws -> GateAnswer {
        try await till.begin(.check)
        do {
            let answer = try await till.perform(act, with: "ma ge-va")
            await till.end()
            return answer
        } catch {
            await till.end()
            throw error
        }
    }

    @Test(arguments: [
        (#"{"id":1,"outcome":"valid"}"#, GateAct.check, GateAnswer(.good)),
        (
            #"{"id":1,"outcome":"validated","cashier":{"fr":"Validée.","en":"Validated."}}"#, GateAct.validate,
            GateAnswer(.good, "Validée.")
        ),
        (#"{"id":1,"outcome":"refused","reason":"cancelled"}"#, GateAct.check, GateAnswer(.refused, "cancelled")),
        (#"{"id":1,"outcome":"taken"}"#, GateAct.check, GateAnswer(.refused)),
        (#"{"id":1,"outcome":"provisional"}"#, GateAct.check, GateAnswer(.open)),
        (#"{"id":1,"outcome":"probable","new":[1]}"#, GateAct.validate, GateAnswer(.open)),
        (#"{"id":1,"outcome":"unknown"}"#, GateAct.validate, GateAnswer(.open)),
        (#"{"id":1,"outcome":"unknown"}"#, GateAct.check, GateAnswer(.open)),
        (
            #"{"id":1,"error":{"code":"no-answer"},"cashier":{"en":"Later."}}"#, GateAct.check,
            GateAnswer(.open, "Later.")
        ),
    ])
    func `each outcome means something to the cashier`(line: String, act: GateAct, answer: GateAnswer) async throws {
        #expect(try await first(till("read request; echo '\(line)'"), act) == answer)
    }

    @Test(arguments: [
        ("read request; echo hello", "no JSON object: hello"),
        (#"read request; echo '{"id":2,"outcome":"valid"}'"#, "id is not that of the request (1)"),
        (#"read request; echo '{"outcome":"valid"}'"#, "id is not that of the request (1)"),
        (#"read request; echo '{"id":1,"outcome":"perhaps"}'"#, "no outcome that is known"),
        (#"read request; echo '{"id":1}'"#, "no outcome that is known"),
        (#"read request; echo '{"id":1,"outcome":"validated"}'"#, "no outcome that is known of check"),
        (#"read request; printf '{"id":1,"outcome":"valid"}\nmore\n'"#, "more than one line in answer to check"),
        ("read request; exit 3", "the program ended (exit code 3) instead of answering check"),
        ("exit 0", "the program ended (exit code 0) instead of answering check"),
        ("kill -SEGV $$", "the program ended (signal 11) instead of answering check"),
        ("read request; printf '%2000000s' x", "more than 1024 KiB"),
    ])
    func `what is no answer is told as it was seen`(script: String, seen: String) async throws {
        let trouble = await #expect(throws: GateTrouble.self) { try await first(till(script)) }
        guard case .broken(let words)? = trouble else { return #expect(Bool(false), "\(String(describing: trouble))") }
        #expect(words.english.contains(seen), "\(words)")
        #expect(words.french != words.english)
    }

    @Test(arguments: ["\\n%s\\n", "%s\\n\\n", "\\r\\n%s\\r\\n\\r\\n"])
    func `lines with nothing on them are passed over`(form: String) async throws {
        let script = "read request; printf '\(form)' '{\"id\":1,\"outcome\":\"valid\"}'"
        #expect(try await first(till(script)) == GateAnswer(.good))
    }

    @Test func `a program that is silent is given up`() async throws {
        let trouble = await #expect(throws: GateTrouble.self) {
            try await first(till("read request; read another", patience: .milliseconds(50)))
        }
        guard case .broken(let words)? = trouble else { return #expect(Bool(false)) }
        #expect(words.english == "no answer to check within 0 s; does it flush its output?")
        #expect(words.french == "pas de réponse à check en 0 s ; vide-t-il sa sortie (flush) ?")
    }

    @Test func `it is asked what is typed, one line each, with numbers that count`() async throws {
        let folder = try ScratchFolder()
        let till = till(
            #"while read -r request; do printf '%s\n' "$request" >> "$1/asked"; cp "$1/asked" "$COPY"; n=$((n+1)); echo '{"id":'$n',"outcome":"refused"}'; done"#,
            environment: ["COPY": folder.path("asked")])
        try await till.begin(.check)
        _ = try await till.perform(.check, with: "ma ge-va")
        _ = try await till.perform(.validate, with: "MAGEVA")
        await till.end()
        let asked = String(decoding: try folder.bytes("asked"), as: UTF8.self).split(separator: "\n")
        #expect(
            asked == [
                #"{"id":1,"do":"check","countermark":"ma ge-va"}"#, #"{"id":2,"do":"validate","countermark":"MAGEVA"}"#,
            ])
    }

    @Test func `each scenario has an empty folder of its own, gone when it is over`() async throws {
        let script =
            #"test -z "$(ls -A "$1")" && mkdir "$1/deep" && touch "$1/deep/file" && read request && echo '{"id":1,"outcome":"valid","cashier":{"fr":"'"$1"'"}}'"#
        let till = till(script)
        let one = try await first(till).words
        let other = try await first(till).words
        #expect(one != other)
        for folder in [one, other] {
            #expect(folder.contains("passculture-till-"))
            #expect(access(folder, F_OK) != 0)
        }
    }

    @Test func `variables are set, and taken out`() async throws {
        let script =
            #"read request; echo '{"id":1,"outcome":"valid","cashier":{"fr":"'"$PASSCULTURE_URL,${HOME-none}"'"}}'"#
        let till = till(script, environment: ["PASSCULTURE_URL": "http://127.0.0.1:1", "HOME": nil])
        #expect(try await first(till).words == "http://127.0.0.1:1,none")
    }

    @Test func `a command that is none says so before anything is asked`() async throws {
        let till = ChildGate(["/no/such/till", "{}"], environment: [:])
        let trouble = await #expect(throws: GateTrouble.self) { try await till.begin(.check) }
        guard case .notBegun(let sentence)? = trouble else {
            return #expect(Bool(false), "\(String(describing: trouble))")
        }
        #expect(sentence.english.contains("\"/no/such/till\" cannot be started"))
        #expect(sentence.french.contains("ne peut pas être lancé"))
    }

    @Test func `a program that does not end is ended`() async throws {
        let folder = try ScratchFolder()
        let till = till(
            #"trap '' TERM; echo $$ > "$COPY"; read request; echo '{"id":1,"outcome":"valid"}'; while :; do sleep 1; done"#,
            environment: ["COPY": folder.path("pid")], grace: .milliseconds(50))
        #expect(try await first(till) == GateAnswer(.good))
        let id = try #require(Int32(String(decoding: try folder.bytes("pid"), as: UTF8.self).filter(\.isNumber)))
        #expect(kill(id, 0) != 0)
    }
}
