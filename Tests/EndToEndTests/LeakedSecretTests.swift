// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Conformance
import JSON
import Platform
import TestSupport
import Testing

/// Platforms of 2018 that tell of an account what they must not.
@Suite(.timeLimit(.minutes(2)))
struct LeakedSecretTests {
    @Test(arguments: ["/users/current", "/users/signin"], ["password", "validationToken"])
    func `a secret in a later answer turns PC-AC-018 red`(path: String, key: String) async throws {
        let server = try await PlatformServer.start(PlatformConfiguration())
        let proxy = MutatingProxy { call in
            let reply = call.reply()
            guard call.path == path, reply.status == 200, var object = reply.json?.objectValue else { return reply }
            object[key] = "JDJiJDEy"
            return ForwardedCall.Reply(200, JSONValue.object(object).text, cookies: reply.cookies)
        }
        let configuration = CertificationConfiguration(
            url: try proxy.stand(before: server.baseURL), selection: Selection(only: ["PC-AC-018"]), seed: 11)
        let result = await CertificationRun(configuration).run()
        let red = result.checks.filter { $0.verdict != .pass }
        #expect(red.map(\.id) == ["accounts/secrets"] && red.first?.verdict == .fail)
        #expect(red.first?.evidence?.expected.english.contains(key) == true)
        proxy.stop()
        await server.stop()
    }
}
