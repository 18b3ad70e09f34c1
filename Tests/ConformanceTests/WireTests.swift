// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import TestSupport
import Testing

@testable import Conformance

@Suite("What goes over the wire")
struct WireTests {
    @Test func aCommandLineLeavesCredentialsToTheReaderAndQuotesForTheShell() {
        let line = CurlLine.text(
            method: "POST", url: "http://127.0.0.1:1/users/signin?a=b&c=d",
            headers: [("Authorization", "Basic c2VjcmV0"), ("Cookie", "session=secret"), ("Origin", "https://pro")],
            body: Array("{\"a\":\"l'eau\"}".utf8))
        #expect(
            line == "curl -sS -i -X POST 'http://127.0.0.1:1/users/signin?a=b&c=d' -H \"Authorization: Basic "
                + "${BASIC:?address:password in Base64}\" -H \"Cookie: ${COOKIE:?the cookie of a log-in}\" -H 'Origin: https://pro' --data-binary '{\"a\":\"l'\\''eau\"}'"
        )
    }

    @Test func aCommandLineNamesABodyThatItCannotShow() {
        let long = CurlLine.text(method: "POST", url: "u", headers: [], body: [UInt8](repeating: 97, count: 3_000))
        #expect(long.hasSuffix(#"--data-binary "${BODY:?the body, 3000 bytes, as @file}""#))
        let binary = CurlLine.text(method: "POST", url: "u", headers: [], body: [0xFF, 0xFE])
        #expect(binary.hasSuffix(#"--data-binary "${BODY:?the body, 2 bytes, as @file}""#))
    }

    @Test("pasted as it is, a line that lacks something asks for it and sends nothing; with it, it is the request")
    func insists() async throws {
        let line = CurlLine.text(
            method: "POST", url: "http://h/x", headers: [("Authorization", "Bearer local_a_b"), ("X-A", "$HOME")],
            body: [0xFF])
        let script = "exec 2>&1\ncurl() { printf 'asked %s' \"$*\"; }\n\(line)\nprintf after\n"
        let bash = try #require(Program.found("bash"))
        func run(_ before: String) async throws -> String { try await bash.run(["-c", before + script]).output }
        #expect(!line.contains("local_a_b"))
        let bare = try await run("unset KEY BODY\n")
        #expect(
            bare.contains("KEY: the key that this check uses, of a provider linked to the venue")
                && !bare.contains("asked") && !bare.contains("after"))
        let keyed = try await run("KEY=k\n")
        #expect(keyed.contains("BODY: the body, 1 bytes, as @file") && !keyed.contains("asked"))
        let whole = try await run("KEY=k BODY=@f\n")
        #expect(
            whole.contains("asked -sS -i -X POST http://h/x -H Authorization: Bearer k -H X-A: $HOME --data-binary @f"))
    }

    @Test func aCommandLineWritesControlCharactersOut() {
        let line = CurlLine.text(
            method: "GET", url: "http://h/\u{1B}[2J", headers: [("Cookie", "x"), ("Origin", "a\u{9B}'\\")], body: nil)
        #expect(
            line
                == "curl -sS -i $'http://h/\\x1b[2J' -H \"Cookie: ${COOKIE:?the cookie of a log-in}\" -H $'Origin: a\\xc2\\x9b\\'\\\\'"
        )
    }

    @Test func aCommandLineEndsNoQuoteAtAnApostropheWithAnAccent() {
        let line = CurlLine.text(method: "GET", url: "a'\u{301}; id; '\u{301}b", headers: [], body: nil)
        #expect(line.utf8.elementsEqual("curl -sS -i 'a'\\''\u{301}; id; '\\''\u{301}b'".utf8))
    }

    @Test func theSummaryOfAnAnswerHasNoControlCharacters() {
        let answer = exchange(500, "text/plain", "a\u{1B}[31mb\r\nc\u{85}d\u{9F}\u{202E}")
        #expect(answer.summary == "500 a\\u001b[31mb c d\\u009f\\u202e")
    }

    private func exchange(_ status: Int, _ type: String?, _ body: String) -> Exchange {
        Exchange(
            method: "GET", url: "http://h/x", requestHeaders: [], requestBody: nil, status: status,
            headers: type.map { [("Content-Type", $0)] } ?? [], body: Array(body.utf8))
    }

    @Test(arguments: [
        ("application/json", "{\"a\":[\"b\",\"c\"],\"d\":[\"e\"]}"), ("application/json", "{\"global\":\"Aucun\"}"),
        ("text/html", "<title>400 Bad Request</title>"), ("text/html; charset=utf-8", "JSON data expected"),
        ("text/html; charset=utf-8", "API key or login required"),
    ])
    func theFormsOfRefusalsAreKnown(type: String, body: String) throws {
        try exchange(400, type, body).expectContractRefusal()
        #expect(throws: Interruption.self) { try exchange(500, type, body).expectContractRefusal() }
        #expect(throws: Interruption.self) { try exchange(400, nil, body).expectContractRefusal() }
    }

    @Test(arguments: [
        ("application/json", "{}"), ("application/json", "[]"), ("application/json", "{\"a\":\"b\"}"),
        ("application/json", "{\"a\":[]}"), ("application/json", "{\"a\":[1]}"),
        ("application/json", "<title>400 Bad</title>"),
        ("text/html", ""), ("text/html", "{\"a\":[\"b\"]}"), ("text/html", "<h1>Not Found</h1>"),
        ("text/html", "<title>404 Not Found</title>"), ("image/png", "JSON data expected"),
    ])
    func otherFormsOfRefusalsAreNoneOfTheContracts(type: String, body: String) {
        #expect(throws: Interruption.self) { try exchange(400, type, body).expectContractRefusal() }
    }

    @Test(arguments: [
        ("http://127.0.0.1:9001", "https://pro.exemple.fr", "https://pro.exemple.fr:9001"),
        ("http://127.0.0.1:9001/", "http://10.0.0.3:8080", "http://10.0.0.3:9001"),
        ("https://ailleurs.exemple:81", "http://[::1]:8080", "http://[::1]:81"),
        ("https://backend.passculture.app:443", "http://127.0.0.1:8080", "http://127.0.0.1:443"),
    ])
    func aCopyIsAtTheHostUnderTestWhateverItSays(answer: String, target: String, base: String) {
        #expect(Control.base(ofFork: answer, beside: target) == base)
    }

    @Test(arguments: ["http://127.0.0.1", "nonsense", "", "http://a@b:80", "http://127.0.0.1:0"])
    func aCopyWithoutPortIsNone(answer: String) {
        #expect(Control.base(ofFork: answer, beside: "http://127.0.0.1:8080") == nil)
    }

    @Test func theMailAboutABookingReachesTheVenueOrTheTeamAndTheOffer() throws {
        func mail(_ to: String..., about: String = "Nouvelle réservation pour Cyrano") throws -> Mail {
            try #require(Mail(["to": .array(to.map(JSONValue.string)), "subject": .string(about), "html": "x"]))
        }
        func side(_ mails: [Mail], offer: String? = "o@x.fr") throws -> ProfileSide {
            try Mail.sideOfBookingMail(among: mails, about: "Cyrano", venue: "v@x.fr", offer: offer)
        }
        #expect(try side([mail("v@x.fr", Mail.team)]) == .documented)
        #expect(try side([mail(Mail.team, "o@x.fr")]) == .observed)
        #expect(try side([mail(Mail.team)], offer: nil) == .observed)
        for mails in [
            [], [try mail("autre@x.fr")], [try mail(Mail.team)], [try mail("o@x.fr")],
            [try mail("v@x.fr", about: "Nouvelle réservation pour Tartuffe")],
        ] {
            #expect(throws: Interruption.self) { try side(mails) }
        }
    }

    @Test func whereNothingIsPaidNothingIsShownAboutDigitalOffers() throws {
        func side(_ paid: [String: Int64]) throws -> ProfileSide {
            try ReimbursementChecks.sideOfDigital(paid: paid, book: ["B": 800], eligible: ["E": 500])
        }
        #expect(try side(["B": 800]) == .observed)
        #expect(try side(["B": 800, "E": 500]) == .documented)
        for paid in [[:], ["E": 500], ["B": 800, "E": 499], ["B": 800, "X": 500]] as [[String: Int64]] {
            #expect(throws: Interruption.self) { try side(paid) }
        }
    }

    @Test func cookiesAreKeptReplacedAndRemoved() {
        let jar = CookieJar()
        #expect(jar.header == nil)
        jar.absorb([("Set-Cookie", "session=a.b; HttpOnly; Path=/"), ("set-cookie", "remember_token=1|2; Expires=x")])
        #expect(jar.header == "session=a.b; remember_token=1|2")
        let old = jar.copy()
        jar.absorb([("Set-Cookie", "session=; Path=/"), ("Set-Cookie", "remember_token=x; Max-Age=0")])
        #expect(jar.header == nil)
        #expect(old.header == "session=a.b; remember_token=1|2")
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("é:p", "w6k6cA=="),
    ])
    func base64(plain: String, encoded: String) {
        #expect(Base64.text(Array(plain.utf8)) == encoded)
    }

    @Test func namesAndNumbersDifferWithinARunAndComeBackWithItsSeed() {
        let names = Names(seed: 7)
        let sirens = (0..<50).map { _ in names.siren() }
        #expect(Set(sirens).count == 50)
        #expect(
            sirens.allSatisfy { $0.count == 9 && Names.checkDigit(of: String($0.dropLast())) == String($0.suffix(1)) })
        let siret = names.siret(of: sirens[0])
        #expect(siret.count == 14 && siret.hasPrefix(sirens[0]))
        #expect(names.email("jeune") != names.email("jeune"))
        #expect(Names(seed: 7).siren() == sirens[0])
        #expect(Names(seed: 8).mark != names.mark)
    }

    @Test(arguments: [("73282932", "0"), ("35600000000048".dropLast().description, "8")])
    func checkDigitsAreThoseOfLuhn(digits: String, check: String) {
        #expect(Names.checkDigit(of: digits) == check)
    }

    @Test(arguments: [("Zoé", "zoe"), ("Yaël", "yael"), ("Leo", "leo")])
    func aNameInAnAddressIsPlain(name: String, plain: String) {
        #expect(Names.plain(name) == plain)
    }

    @Test func bankAccountsCheck() {
        for account in [1, 12_345_678, 999_999_999] {
            let iban = BankAccount.french(account: account).iban
            #expect(iban.count == 27)
            let rib = String(iban.dropFirst(4))
            #expect(BankAccount.remainder(rib + "1527" + iban.dropFirst(2).prefix(2)) == 1)
            #expect(BankAccount.remainder(rib) == 0)
        }
        let example = BankAccount.example.iban
        #expect(BankAccount.remainder(example.dropFirst(4) + "1527" + example.dropFirst(2).prefix(2)) == 1)
    }

    @Test func aFormHasItsPartsInOrder() {
        var form = MultipartForm()
        form.add("offerId", "AE")
        form.add("thumb", fileName: "a.png", type: "image/png", bytes: [1, 2])
        let text = String(decoding: form.body, as: UTF8.self)
        #expect(form.contentType == "multipart/form-data; boundary=passculture-conformance-7d93a1")
        #expect(text.contains("name=\"offerId\"\r\n\r\nAE\r\n--passculture-conformance-7d93a1\r\n"))
        #expect(text.hasSuffix("\r\n--passculture-conformance-7d93a1--\r\n"))
    }

    @Test func theTeaserImageIsAPNG() {
        #expect(TeaserImage.png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        #expect(TeaserImage.png.suffix(12) == [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
    }

    @Test func aMailReachesItsRecipientsAndThoseNamedByATestEnvironment() throws {
        let prefix =
            "<p>This is a test (ENV=integration). In production, email would have been sent to : a@b.fr, c@d.fr</p>"
        let mail = try #require(
            Mail([
                "to": ["dev@x.fr"], "subject": "s",
                "html": .string(prefix + "<a href=\"http://x/validate/user/Ab-_9\">"),
            ]))
        #expect(mail.reaches("dev@x.fr") && mail.reaches("a@b.fr") && mail.reaches("c@d.fr"))
        #expect(!mail.reaches("b@b.fr") && !mail.reaches("d.fr"))
        #expect(mail.validationToken == "Ab-_9")
    }

    @Test func aTransferIsReadToTheCent() throws {
        let value = try JSONValue(
            parsing: Array(
                """
                {"id":"1","executedAt":"2026-12-01T00:00:00Z","amount":12.50,"iban":"FR76","bic":"B","recipientName":"L",
                "recipientSiren":"1","label":"x","bookings":[{"bookingId":"AE","amount":12.50,"rule":"r","offerName":"o"}]}
                """.utf8))
        let transfer = try #require(Transfer(value))
        #expect(transfer.cents == 1_250)
        #expect(transfer.lines == [Transfer.Line(bookingId: "AE", cents: 1_250, rule: "r", offerName: "o")])
        #expect(Transfer(["amount": 1]) == nil)
    }
}
