// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Testing

@testable import Platform

@Suite("What the journal never keeps")
struct SecretsTests {
    private static let canary = "C4n4ry"

    private func kept(_ body: String) -> String {
        String(decoding: JournalEntry.Body(Array(body.utf8)).bytes, as: UTF8.self)
    }

    @Test(
        "passwords and keys, however they are written",
        arguments: [
            #"{"password":"C4n4ry"}"#, #"{"PassWord":"C4n4ry"}"#, #"{"a":[{"newPassword":["C4n4ry"]}]}"#,
            #"{"p\u0061ssword":"C4n4ry"}"#, #"{"api_key":"C4n4ry"}"#, #"{"apiKey":"C4n4ry"}"#, #"{"secret":"C4n4ry"}"#,
            #"{"token":"C4n4ry","newPassword":"x"}"#, "identifier=a&password=C4n4ry", "p%61ssword=C4n4ry&b=1",
            #"{"notificationUrl":"https://a:C4n4ry@b.fr/c"}"#, #"{"a":[{"BookingURL":"https://b.fr?k=C4n4ry"}]}"#,
            #"{"cancelUrl":"https://b.fr/c?C4n4ry#d"}"#, #"{"cancel\u0055rl":"https://b.fr/c?k=C4n4ry"}"#,
            #"{"password":"C4n4ry"#, "--x\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\nC4n4ry\r\n--x--",
        ])
    func bodies(body: String) {
        #expect(!kept(body).contains(Self.canary), "\(kept(body))")
    }

    @Test("of where a partner is called, the rest stays")
    func addresses() {
        #expect(
            kept(#"{"bookingUrl":"https://a:C4n4ry@b.fr:8443/c?key=C4n4ry&d=1"}"#)
                == #"{"bookingUrl":"https://b.fr:8443/c?key=***&d=***"}"#)
    }

    @Test("a secret at the edge of what is kept, or behind it")
    func edges() {
        for length in 4_040...4_110 {
            let body = #"{"x":""# + String(repeating: "y", count: length) + #"","password":"C4n4ry"}"#
            #expect(!kept(body).contains("C4n"))
            let broken = String(repeating: "y", count: length) + #"&password=C4n4ry{"#
            #expect(!kept(broken).contains("C4n"))
        }
    }

    @Test("what holds none is kept as it was sent, to the byte")
    func others() {
        for body in [
            #"{ "token" : "AEAEAE",  "price": 10.00 }"#, "passage à l'acte", "a=100%&b=2", #"{"n":"Zo\u00e9"}"#,
            #"{"class":"p","passe":1}"#, #"{ "bookingUrl" : "https://b.fr/c" }"#, #"{"cancelUrl":null}"#, "",
        ] {
            #expect(kept(body) == body)
        }
    }

    @Test("headers: log-ins but for their scheme, cookies, keys, tokens; others stay")
    func headers() {
        let masked = Secrets.masking([
            ("Authorization", "Basic C4n4ry"), ("proxy-authorization", "C4n4ry"), ("Cookie", "a=C4n4ry"),
            ("Set-Cookie", "a=C4n4ry"), ("apikey", "C4n4ry"), ("X-Api-Key", "C4n4ry"), ("X-Auth-Token", "C4n4ry"),
            ("Client-Secret", "C4n4ry"), ("X-PASSWORD", "C4n4ry"), ("key", "C4n4ry"), ("tokens", "C4n4ry"),
            ("X-Api-Key-2", "C4n4ry"), ("X-Authorization-Info", "Basic C4n4ry"),
            ("PROXY-AUTHORIZATION", "Bearer C4n4ry"),
            ("Accept", "*/*"), ("Retry-After", "30"), ("X-Keyword", "k"), ("Cookies", "3"), ("X-Cookie", "4"),
            ("Access-Control-Allow-Credentials", "true"), ("", ""), ("k", "5"), ("secre", "6"),
        ])
        let values = masked.map(\.value)
        #expect(Array(values.prefix(13)) == ["Basic ***"] + Array(repeating: "***", count: 12))
        #expect(Array(values.dropFirst(13)) == ["Bearer ***", "*/*", "30", "k", "3", "4", "true", "", "5", "6"])
    }

    @Test("queries")
    func queries() {
        #expect(Secrets.masking(query: "a=1&password=C4n4ry&b") == "a=1&password=***&b")
        #expect(Secrets.masking(query: "p%61ssword=C4n4ry") == "p%61ssword=***")
        #expect(Secrets.masking(query: "email=a%40b.fr&offer_id=AE") == "email=a%40b.fr&offer_id=AE")
    }
}
