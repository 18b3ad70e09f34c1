// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HouseRules
import Testing

/// Only one file may read the clock.
struct WallClockRuleTests {
    private let rule = WallClockRule()

    private func lines(_ text: String, in path: String = "Mocks/Platform/Service/Service.swift") -> [Int] {
        rule.violations(in: SourceFile(path: path, text: text)).map(\.line)
    }

    @Test(arguments: [
        "clock_gettime(CLOCK, &value)", "let id = CLOCK_REALTIME", "gettimeofday(&value, nil)", "let t = time(nil)",
        "let t = Glibc.time(nil)", "let t = clock()", "let c = ContinuousClock()", "ContinuousClock.now",
        "let c: SuspendingClock", "let d = Date()", "let d = Date.now", "DispatchTime.now()", "DispatchWallTime.now()",
        "NIODeadline.now() + .seconds(1)", "let d: NIODeadline = .now() + .seconds(1)", "wait(until: .now())",
        "return .now()", "sleep(1)", "usleep(1000)", "nanosleep(&a, &b)", "let s = \"at \\(time(nil))\"",
    ])
    func readingTheClockIsCaught(code: String) {
        #expect(lines("\n" + code) == [2])
    }

    @Test(arguments: [
        "// ContinuousClock", "let s = \"time(nil)\"", "SystemClock.now()", "let t = stock.time(nil)", "service.now()",
        "let time = 3", "let d = Date(instant)", "func time(of booking: Int) {}", "case clock(Instant)",
        "reply(.clock(at))",
        "func sleep() {}", "bed.sleep()", "let now = now()", "try await Task.sleep(for: .seconds(1))",
    ])
    func whatReadsNoClockPasses(code: String) {
        #expect(lines(code) == [])
    }

    @Test func noTestSleeps() {
        let path = "Tests/PlatformTests/RouteTests.swift"
        #expect(lines("try await Task.sleep(for: .seconds(1))", in: path) == [1])
        #expect(lines("try await Task<Never, Never>.sleep(nanoseconds: 1)", in: path) == [1])
    }

    @Test func theDomainMayNotEvenAskSystemClock() {
        #expect(lines("let at = SystemClock.now()", in: "Mocks/PlatformDomain/Booking.swift") == [1])
        #expect(lines("let at = SystemClock.now()", in: "Sources/PassCulture/Desk.swift") == [])
    }

    @Test func onlyTheClockFileIsExempt() {
        #expect(!rule.applies(to: "Sources/CivilTime/SystemClock.swift"))
        for path in [
            "Sources/CivilTime/Instant.swift", "Tests/JSONTests/SystemClock.swift", "Benchmarks/BareServer/main.swift",
        ] {
            #expect(rule.applies(to: path))
        }
    }
}
