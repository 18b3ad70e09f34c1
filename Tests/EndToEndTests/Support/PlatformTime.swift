// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import HTTPClient
import JSON
import PassCulture
import PassCultureTesting

/// A time that the SDK and the platform have in common: whenever the SDK waits, the platform's clock is put forward, and nobody waits.
struct PlatformTime: TimeSource {
    /// The day that it is in Paris, as a till's reports have it: `2026-01-12`.
    static var today: String {
        let now = SystemClock.now()
        return String((now + Zone.officialTime(inDepartment: nil).offset(at: now)).iso8601.prefix(10))
    }

    private let base: String
    private let virtual: VirtualTime
    private let client = HTTPClient()

    /// A time that begins when the platform's does.
    init(of base: String, from start: Instant) {
        self.base = base
        virtual = VirtualTime(start)
    }

    /// How long was waited so far, wait by wait.
    var waits: [Duration] { virtual.waits }

    func now() -> Instant { virtual.now() }

    func monotonic() -> Duration { virtual.monotonic() }

    func wait(for duration: Duration) async {
        virtual.waitBlocking(for: duration)
        _ = try? await client.send(request(duration))
    }

    func waitBlocking(for duration: Duration) {
        virtual.waitBlocking(for: duration)
        _ = try? client.sendBlocking(request(duration))
    }

    private func request(_ duration: Duration) -> HTTPRequest {
        let seconds = max(1, Int(duration / .seconds(1)))
        return HTTPRequest(
            method: "POST", url: base + "/_control/clock/advance",
            headers: [HTTPHeader("Content-Type", "application/json")],
            body: JSONValue.object(["by": .number(JSONNumber(seconds))]).serialized())
    }
}
