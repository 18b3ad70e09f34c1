// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Conformance
import Platform
import Synchronization
import TestSupport
import Testing

/// The limit of calls as the certifier sees it: 200 in a minute, neither fewer nor more, and a minute is a minute.
@Suite("The limit of calls, certified", .timeLimit(.minutes(2)))
struct CertifyRateTests {
    /// A limit of somebody else's.
    enum Limit: CaseIterable {
        /// 300 calls a minute.
        case tooMany
        /// 150 calls a minute.
        case tooFew
        /// Who was refused once is refused for good.
        case unforgiving
    }

    /// What a platform with another limit did so far.
    private final class Counter: Sendable {
        private let counts = Mutex<(answered: Int, refused: Int)>((0, 0))

        func answer(_ limit: Limit, _ call: ForwardedCall) -> ForwardedCall.Reply {
            let reply = call.reply()
            guard call.path == "/public/providers/v1/provider", [200, 429].contains(reply.status) else { return reply }
            return counts.withLock { counts in
                counts.answered += 1
                switch limit {
                case .tooMany: return ForwardedCall.Reply(counts.answered <= 300 ? 200 : 429, "{}")
                case .tooFew: return ForwardedCall.Reply(counts.answered <= 150 ? 200 : 429, "{}")
                case .unforgiving:
                    if reply.status == 429 { counts.refused += 1 }
                    return counts.refused > 0 ? ForwardedCall.Reply(429, "{}") : reply
                }
            }
        }
    }

    private func judge(_ url: String) async -> CertificationResult {
        await CertificationRun(
            CertificationConfiguration(
                url: url, subject: .publicV1(apiKey: nil), selection: Selection(only: ["v1/rate/status"]), seed: 11)
        ).run()
    }

    @Test func `200 calls in a minute and no more pass, whatever the clock of the platform does`() async throws {
        for clock in [VirtualClock.Mode.ticking, .frozen] {
            let server = try await PlatformServer.start(PlatformConfiguration(edition: .publicV1, clock: clock))
            let result = await judge(server.baseURL)
            #expect(result.checks.map(\.verdict) == [.pass])
            await server.stop()
        }
    }

    @Test(arguments: [(Limit.tooMany, "201"), (.tooFew, "201"), (.unforgiving, "200")])
    func `another limit does not`(limit: Limit, expected: String) async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .publicV1))
        let counter = Counter()
        let proxy = MutatingProxy { counter.answer(limit, $0) }
        let result = await judge(try proxy.stand(before: server.baseURL))
        #expect(result.checks.map(\.verdict) == [.fail])
        #expect(result.checks.first?.evidence?.expected.english.contains(expected) == true, "\(result.checks)")
        proxy.stop()
        await server.stop()
    }
}
