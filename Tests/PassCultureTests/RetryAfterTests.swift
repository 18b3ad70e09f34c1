// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@testable import PassCulture

@Suite("The header Retry-After")
struct RetryAfterTests {
    @Test("is a number of seconds or a date, and otherwise nothing")
    func reading() throws {
        #expect(RetryAfter("120") == .delay(.seconds(120)))
        #expect(RetryAfter(" 0") == .delay(.zero))
        let date = try #require(Instant(iso8601: "2018-12-24T10:00:30Z"))
        #expect(RetryAfter("Mon, 24 Dec 2018 10:00:30 GMT") == .date(date))
        for text in ["", "-1", "1.5", "1 s", "soon", "١", "2018-12-24T10:00:30Z"] {
            #expect(RetryAfter(text) == nil, "\(text)")
        }
    }

    @Test("of more than any number is very long, not a crash")
    func huge() {
        #expect(RetryAfter("99999999999999999999999999") == .delay(.seconds(1_000_000_000)))
    }

    @Test("with a date is counted from now, and a date that passed asks for nothing")
    func dates() throws {
        let now = try #require(Instant(iso8601: "2018-12-24T10:00:00Z"))
        #expect(RetryAfter("Mon, 24 Dec 2018 10:00:30 GMT")?.delay(from: now) == .seconds(30))
        #expect(RetryAfter("Mon, 24 Dec 2018 09:00:00 GMT")?.delay(from: now) == .zero)
    }
}
