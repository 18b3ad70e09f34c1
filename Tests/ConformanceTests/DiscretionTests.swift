// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import TestSupport
import Testing

@testable import Conformance

@Suite("Discretion")
struct DiscretionTests {
    private func exchange(_ target: String = "/", asked: String = "", answered: String = "") -> Exchange {
        Exchange(
            method: "GET", url: "http://127.0.0.1:1" + target, requestHeaders: [], requestBody: Array(asked.utf8),
            status: 200, headers: [], body: Array(answered.utf8))
    }

    @Test(arguments: [
        ("GET /bookings/token/LYSYU9?email=a", "GET /bookings/token/***?email=a"),
        ("'http://x/public/bookings/v1/use/token/lysyu9' -H", "'http://x/public/bookings/v1/use/token/***' -H"),
        (#"200 {"token":"LYSYU9","id":7}"#, #"200 {"token":"***","id":7}"#),
        (#"{"token" : "LYSYU9"}"#, #"{"token" : "***"}"#),
        (#""{\"user_birth_date\": \"2007-01-01\"}""#, #""{\"user_birth_date\": \"***\"}""#),
        (#"{"apiKey":"local_a_b","hmacKey":"abcdef"}"#, #"{"apiKey":"***","hmacKey":"***"}"#),
        ("https://x/?contremarque=LYSYU9&email=a", "https://x/?contremarque=***&email=a"),
        (
            #"{"userEmail":"zoé+a@ex.fr","userFirstName":"Anne Lise","userPhoneNumber":null}"#,
            #"{"userEmail":"***","userFirstName":"***","userPhoneNumber":null}"#
        ),
        ("Contremarque : LYSYUR", "Contremarque : ***"), ("token: lysyu9", "token: ***"),
        (#"{"token":"lysyur"}"#, #"{"token":"***"}"#),
        (#"{"userBirthDate":"2008-0…"#, #"{"userBirthDate":"***…"#),
    ]) func `hides what stands behind a name that tells`(said: String, shown: String) {
        #expect(Discretion([]).masking(said) == shown)
    }

    @Test(arguments: [
        "201 with id and apiKey", "the key \"token\"", "a token", "token: null", #"{"tokens":["a"]}"#,
        "Invalid token: signature mismatch", "bad token: PassCulture-Signature",
        "GET /bookings/token/{token}", #"404 {"global":"This countermark cannot be found"}"#,
    ]) func `leaves what tells nothing`(said: String) {
        #expect(Discretion([]).masking(said) == said)
    }

    @Test func `hides wherever it stands what an exchange told, in capitals or not`() {
        let discretion = Discretion([
            exchange("/public/bookings/v1/token/LYSYU9", answered: #"{"userBirthDate":"2007-05-17"}"#),
            exchange(asked: #"{"apiKey":"local_canari_cle"}"#),
        ])
        #expect(
            discretion.masking("née le 2007-05-17, lysyu9, LYSYU9!, local_canari_cle") == "née le ***, ***, ***!, ***")
        let evidence = discretion.masking(
            Evidence(expected: "LYSYU9", seen: "2007-05-17", curl: "curl 'x/LYSYU9' -d $'\\n2007-05-17\\n' "))
        #expect(
            evidence
                == Evidence(
                    expected: "***", seen: "***",
                    curl:
                        "curl 'x/'\"${COUNTERMARK:?a countermark in that state}\"'' -d $'\\n'\"${BIRTH_DATE:?a date of birth}\"$'\\n' "
                ))
    }

    @Test func `a command line is one word of a shell wherever a secret stands, and stops there`() async throws {
        let bash = try #require(Program.found("bash"))
        let discretion = Discretion([exchange("/token/LYSYU9", asked: #"{"apiKey":"local_a_b"}"#)])
        for place in ["'a/%'", "$'a\\n%\\n'", "\"a %\"", "%", "'it'\\''s %'", "$'it\\'s %'"] {
            let line = discretion.masking(command: "curl " + place.replacing("%", with: "LYSYU9") + " 'local_a_b'")
            #expect(!line.contains("LYSYU9") && !line.contains("local_a_b"))
            let script = "exec 2>&1\nunset COUNTERMARK KEY\ncurl() { printf '<%s>' \"$@\"; }\n"
            let bare = try await bash.run(["-c", script + line]).output
            #expect(
                bare.contains("COUNTERMARK: a countermark in that state") && !bare.contains("<"), "\(line): \(bare)")
            let filled = try await bash.run(["-c", script + "COUNTERMARK='A B' KEY=k\n" + line]).output
            let plain = try await bash.run(["-c", script + "curl " + place.replacing("%", with: "A B") + " k"]).output
            #expect(place == "%" || filled == plain, "\(line): \(filled), \(plain)")
        }
    }

    @Test(arguments: [
        "GET /token/IOIOIO", "/bookings/token/" + String(repeating: "A", count: 4_000), "Bearer test_inconnu_x7",
        "Cookie: session=AAAA.BBBB.CCCC",
    ]) func `what a check made up is shown`(said: String) {
        let sent = Exchange(
            method: "GET", url: "http://h/token/ioioio",
            requestHeaders: [("Authorization", "Bearer test_inconnu_x7"), ("Cookie", "session=AAAA.BBBB.CCCC")],
            requestBody: nil, status: 200, headers: [], body: [])
        #expect(Discretion([sent]).masking(said) == said)
        #expect(Discretion([sent]).masking(command: sent.curl) == sent.curl)
        #expect(sent.curl.contains("-H 'Authorization: Bearer test_inconnu_x7' -H 'Cookie: session=AAAA.BBBB.CCCC'"))
    }

    @Test func `a journey's wire is told without them`() {
        let step = StepReport(
            id: "s", actor: .partner, sentence: Sentence("Il vérifie.", "Checks."), requirements: [], verdict: .pass,
            changes: [], exchanges: [exchange("/bookings/token/LYSYU9", answered: #"{"token":"LYSYU9"}"#)],
            evidence: nil, reason: nil, notes: [])
        let text = JourneyStory(language: .english, showsWire: true).text(step)
        #expect(text.contains("/bookings/token/'\"${COUNTERMARK:?") && !text.contains("LYSYU9"))
    }
}
