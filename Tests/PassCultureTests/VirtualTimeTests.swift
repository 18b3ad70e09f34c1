// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Testing

@Suite("A virtual time")
struct VirtualTimeTests {
    @Test("passes by what is waited for")
    func passes() async {
        let time = VirtualTime()
        #expect(time.now().iso8601 == "2018-12-24T10:00:00Z")
        await time.wait(for: .seconds(2))
        time.waitBlocking(for: .milliseconds(500))
        #expect(time.monotonic() == .milliseconds(2_500))
        #expect(time.now().iso8601 == "2018-12-24T10:00:02.500000Z")
        #expect(time.waits == [.seconds(2), .milliseconds(500)])
    }

    @Test("that holds lets a wait end when it is advanced that far, and not before")
    func holds() async {
        let time = VirtualTime(waiting: .holds)
        let short = Task { await time.wait(for: .seconds(1)) }
        let long = Task { await time.wait(for: .seconds(3)) }
        while time.waiterCount < 2 { await Task.yield() }
        time.advance(by: .seconds(2))
        await short.value
        #expect(time.waiterCount == 1)
        time.advance(by: .seconds(1))
        await long.value
        #expect(time.waiterCount == 0)
    }

    @Test("that holds lets go of a task that is cancelled, before or after")
    func cancelled() async {
        let time = VirtualTime(waiting: .holds)
        let before = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            await time.wait(for: .seconds(1))
        }
        await before.value
        let after = Task { await time.wait(for: .seconds(1)) }
        while time.waiterCount == 0 { await Task.yield() }
        after.cancel()
        await after.value
        #expect(time.waiterCount == 0)
    }
}
