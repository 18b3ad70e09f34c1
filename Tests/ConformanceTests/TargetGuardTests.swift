// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Conformance

@Suite("Never production")
struct TargetGuardTests {
    @Test(arguments: [
        "https://backend.passculture.beta.gouv.fr", "https://pro.passculture.beta.gouv.fr",
        "https://app.passculture.beta.gouv.fr/", "http://backend.passculture.beta.gouv.fr:80",
        "https://backend.passculture.beta.gouv.fr.", "https://backend.passculture.beta.gouv.fr..:443",
        "HTTPS://BACKEND.PassCulture.Beta.GOUV.fr", "https://passculture.app", "https://backend.passculture.app",
        "https://backend.passculture.app:8443", "https://passculture.pro", "https://www.passculture.pro",
        "https://Backend.PassCulture.App.", "https://deep.below.passculture.app",
    ])
    func productionIsRefusedWhoeverOwnsIt(address: String) {
        for owned in [false, true] {
            let refusal = #expect(throws: TargetGuard.Refusal.self) { try TargetGuard.judge(address, owned: owned) }
            #expect(refusal?.sentence.english.contains("never") == true, "\(address)")
        }
    }

    @Test(arguments: [
        "https://backend.passculture.app@evil.example", "https://evil.example@backend.passculture.app",
        "http://127.0.0.1@backend.passculture.app", "http://127.0.0.1:80@backend.passculture.app",
        "http://127.0.0.1#@backend.passculture.app", "http://127.0.0.1\\.passculture.app",
        "http://127.0.0.1/../x", "http://127.0.0.1?x", "ftp://127.0.0.1", "127.0.0.1:8080", "", "http://",
        "http://back%65nd.passculture.app", "http://127.0.0.1 .passculture.app", "http://[::1", "http://[::1]x",
        "http://127.0.0.1:", "http://127.0.0.1:0", "http://127.0.0.1:99999", "http://127.0.0.1:+80",
        "http://backend.passculture。app", "http://backend\t.passculture.app", "http://a..b",
    ])
    func whatCouldBeReadInTwoWaysIsRefused(address: String) {
        #expect(throws: TargetGuard.Refusal.self) { try TargetGuard.judge(address, owned: true) }
    }

    @Test(arguments: [
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"), ("http://127.4.5.6", "http://127.4.5.6"),
        ("http://localhost:1234/", "http://localhost:1234"), ("HTTP://LocalHost", "http://localhost"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ])
    func thisMachineNeedsNobodysWord(address: String, base: String) throws {
        let target = try TargetGuard.judge(address, owned: false)
        #expect(target.isLocal)
        #expect(target.base == base)
    }

    @Test(arguments: [
        "https://backend.passculture-integration.beta.gouv.fr", "https://backend.integration.passculture.pro",
        "https://integration.passculture.app", "http://10.0.0.3:8080", "http://localhost.example",
        "http://127.0.0.1.example",
        "http://128.0.0.1", "http://0.0.0.0", "http://127.0.0.256", "http://127.0.0.01", "https://notpassculture.app",
    ])
    func anotherHostNeedsItsOwnersWord(address: String) throws {
        let refusal = #expect(throws: TargetGuard.Refusal.self) { try TargetGuard.judge(address, owned: false) }
        #expect(refusal?.sentence.english.contains("--i-own-this-environment") == true)
        #expect(try !TargetGuard.judge(address, owned: true).isLocal)
    }

    @Test(arguments: ["https://backend.passculture.app", "http://example.org", "nonsense"])
    func aRunAgainstARefusedTargetEndsWithThreeAndSaysWhy(address: String) async {
        let result = await CertificationRun(CertificationConfiguration(url: address)).run()
        #expect(result.exitCode == 3)
        #expect(result.checks.isEmpty)
        #expect(!result.conclusion.french.isEmpty)
    }
}
