// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import TestSupport
import Testing

@testable import Conformance

/// `passculture certify online-platform` as a vendor runs it: links that are opened by a person, over HTTP, or by a program.
@Suite(.timeLimit(.minutes(5)))
struct CertifyOnlinePlatformTests {
    private let passculture = Program("passculture")
    private static let command = ["certify", "online-platform", "--port", "0", "--watch", "0"]
    private static let path = "/pass?email={email}&offer={offerId}&code={token}"

    @Test func `a site that lets everybody in without asking fails, and the report says what to see again`()
        async throws
    {
        let site = try SocketServer.answering { _ in
            "HTTP/1.1 200 OK\r\nContent-Length: 18\r\n\r\n<h1>Bonjour !</h1>"
        }
        let ending = try await passculture.run(
            Self.command + ["--link", site.url + Self.path, "--follow", "--only", "online/used", "--only", "PC-OP-003"])
        #expect(ending.code == 1, "\(ending.output)\(ending.error)")
        #expect(ending.output.contains("✗ online/used"))
        #expect(ending.output.contains(#"told for instance "Cette contremarque a déjà servi.""#))
        #expect(
            ending.output.contains(
                #"the online platform told access "200 Bonjour !"; the local platform saw nothing"#
            ))
        #expect(ending.output.contains("curl -sS -i '\(site.url)/pass?email=camille.martin@exemple.fr&offer="))
        #expect(ending.output.contains("✗ online/prefilled"))
        #expect(ending.output.contains("Judged \(site.url)\(Self.path) at a local platform"))
        let french = try await passculture.run(
            Self.command + ["--link", site.url + Self.path, "--follow", "--only", "online/used", "--lang", "fr"])
        #expect(french.output.contains("attendu : pas d'accès ; dit par exemple « Cette contremarque a déjà servi. »"))
        #expect(french.output.contains("vu : la plateforme en ligne a dit : accès donné « 200 Bonjour ! »"))
        #expect(french.output.contains("la plateforme locale n'a rien vu"))
        // The words on the page may say that this is no access.
        let words = try await passculture.run(
            Self.command + [
                "--link", site.url + Self.path, "--follow", "--welcome", "Bienvenue", "--refusal", "Bonjour !",
                "--only",
                "online/used",
            ])
        #expect(words.code == 4, "\(words.output)")
        #expect(
            words.output.contains(
                "did not take place as meant; the local platform saw nothing (refused \"200 Bonjour !\"). Check the online platform's settings: it has to ask http://127.0.0.1:"
            ))
        site.stop()
    }

    @Test func `a program that breaks while it follows a link is not the site's failure`() async throws {
        let ending = try await passculture.run(
            Self.command + [
                "--link", "http://127.0.0.1:9" + Self.path, "--only", "online/used", "--", "sh", "-c",
                "read -r line; exit 1",
            ])
        #expect(ending.code == 4, "\(ending.output)\(ending.error)")
        #expect(ending.output.contains("The link was not followed: "), "\(ending.output)")
        // Whoever runs the site is told where it has to ask.
        #expect(ending.error.contains("PASSCULTURE_URL=http://127.0.0.1:"), "\(ending.error)")
    }

    @Test func `a program follows the links, and is told where the pass Culture is`() async throws {
        // Reads the countermark out of the link, and asks as an online platform would.
        let script =
            #"n=0; while read -r line; do n=$((n+1)); code=${line##*code=}; code=${code%%\"*}; status=$(curl -sS -m 5 -o /dev/null -w '%{http_code}' "$PASSCULTURE_URL/bookings/token/$code?email=camille.martin%40exemple.fr"); case $status in 204) word=welcomed;; 4*) word=refused;; *) word=unknown;; esac; echo '{"id":'$n',"outcome":"'$word'","cashier":{"fr":"'$status'"}}'; done"#
        let ending = try await passculture.run(
            Self.command + ["--link", "http://127.0.0.1:9" + Self.path, "--lang", "fr"]
                + ["online/welcome", "online/used", "online/unknown/told", "PC-OP-005"].flatMap { ["--only", $0] }
                + ["--", "sh", "-c", script])
        #expect(ending.code == 0, "\(ending.output)\(ending.error)")
        #expect(ending.output.contains("online/validated"))
        #expect(ending.output.contains("PC-OP-005 SHOULD"))
    }

    @Test func `in today's edition a key is told, the same each time, and stands in no report`() async throws {
        let script =
            #"read -r line; curl -sS -m 5 -o /dev/null -X PATCH -H "Authorization: Bearer $PASSCULTURE_KEY" "$PASSCULTURE_URL/public/bookings/v1/use/token/MAGEDE"; echo '{"id":1,"outcome":"welcomed","cashier":{"fr":"'$PASSCULTURE_KEY' '$PASSCULTURE_VENUE'"}}'"#
        let ending = try await passculture.run(
            Self.command + [
                "--edition", "publicV1", "--link", "http://127.0.0.1:9" + Self.path, "--only", "online/used", "--",
                "sh",
                "-c", script,
            ])
        #expect(ending.code == 1, "\(ending.output)\(ending.error)")
        #expect(
            ending.output.contains(
                #"told access "*** 2"; the local platform saw PATCH /public/bookings/v1/use/token/MAGEDE 410"#))
        #expect(ending.output.contains("code=MAGEDE") && ending.output.contains("edition publicV1"), "\(ending.output)")
        var keys: Set<Substring> = []
        for _ in 0..<2 {
            let asked = try await passculture.run(
                Self.command + [
                    "--edition", "publicV1", "--link", "http://127.0.0.1:9" + Self.path, "--only", "online/used",
                ])
            #expect(asked.code == 4)
            let key = asked.error.split(separator: "'").first { $0.hasPrefix("local_") }
            keys.insert(try #require(key, "\(asked.error)"))
        }
        #expect(keys.count == 1)
    }

    @Test func `whoever opens the links is told which, and may pass over`() async throws {
        let ending = try await passculture.run(
            Self.command + [
                "--link", "www.videoclub.example/#/pass?e={email}&o={offerId}&c={token}", "--only", "online/used",
                "--only",
                "online/stranger", "--json",
            ], input: "2 Déjà servi\n0\n")
        #expect(ending.code == 4, "\(ending.output)\(ending.error)")
        #expect(ending.error.contains("http://www.videoclub.example/#/pass?e=camille.martin@exemple.fr&o="))
        #expect(ending.error.contains("c=MAGEDE"))
        #expect(ending.error.contains("e=quelqu.un@exemple.fr"))
        #expect(ending.error.contains("1 access is given"))
        let report = try JSONValue(parsing: Array(ending.output.utf8))
        #expect(report["suite"]?.stringValue == "online-platform")
        #expect(report["offers"]?.stringValue == "www.videoclub.example/#/pass?e={email}&o={offerId}&c={token}")
        #expect(report["checks"]?.arrayValue?.map { $0["verdict"]?.stringValue } == ["inconclusive", "inconclusive"])
        #expect(ending.output.contains("c=MAGEDE did not take place as meant"))
        #expect(ending.output.contains("Passed over by the person who was asked."))
    }

    @Test(arguments: [
        (["--link", "localhost:3000/pass?email={email}&offer={offerId}&code={token}"], "http://"),
        (["--link", "http://127.0.0.1:9/pass?email={email}&code={token}"], "{offerId}"),
        (["--link", "http://127.0.0.1:9/?c=${token}&e={email}&o={offerId}"], "without the $"),
        (["--link", "http://127.0.0.1:9/#c={token}&e={email}&o={offerId}", "--follow"], "reaches no server"),
        (["--link", "http://127.0.0.1:9/é?c={token}&e={email}&o={offerId}"], "percent-encode"),
        (["--link", "http://videoclub.example/?c={token}&e={email}&o={offerId}", "--follow"], "is not this machine"),
        (["--link", "http://pass.culture.fr/?c={token}&e={email}&o={offerId}", "--follow"], "is a production host"),
        (
            ["--link", "http://127.0.0.1:9/?c={token}&e={email}&o={offerId}", "--welcome", "Bienvenue"],
            "go with --follow"
        ),
        (["--link", "http://127.0.0.1:9/?c={token}&e={email}&o={offerId}", "--follow", "--", "sh"], "not both"),
        (["--link", "http://127.0.0.1:9/?c={token}&e={email}&o={offerId}", "--follow", "--welcome", ""], "is empty"),
    ])
    func `what cannot be followed is refused before anything starts`(options: [String], words: String) async throws {
        let ending = try await passculture.run(Self.command + options)
        #expect(ending.code == 3, "\(ending.output)\(ending.error)")
        #expect(ending.error.contains(words), "\(ending.error)")
        #expect(ending.output.isEmpty)
    }

    @Test func `a site that is not there, and a port that is taken, are 2`() async throws {
        let crowded = try CrowdedPort()
        let link = "http://127.0.0.1:\(crowded.port)" + Self.path
        let port = try await passculture.run([
            "certify", "online-platform", "--port", "\(crowded.port)", "--link", link,
        ])
        #expect(port.code == 2, "\(port.error)")
        let gone = try SocketServer.answering { _ in "" }
        gone.stop()
        let site = try await passculture.run(Self.command + ["--link", gone.url + Self.path, "--follow"])
        #expect(site.code == 2, "\(site.output)\(site.error)")
        #expect(site.error.contains("start your online platform first"))
        #expect(site.output.isEmpty)
    }
}
