// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@testable import Platform

@Suite("The header Date (RFC 9110 §6.6.1)")
struct DateHeaderTests {
    @Test(
        "is written as HTTP writes it",
        arguments: [
            ("1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 GMT"),
            ("2018-12-03T23:05:09Z", "Mon, 03 Dec 2018 23:05:09 GMT"),
            ("2024-02-29T00:00:00Z", "Thu, 29 Feb 2024 00:00:00 GMT"),
        ])
    func writes(iso: String, text: String) throws {
        #expect(DateHeader.text(of: try #require(Instant(iso8601: iso))) == text)
    }

    @Test("follows the seconds, forwards and back")
    func follows() throws {
        let header = DateHeader()
        let instant = try #require(Instant(iso8601: "2018-12-31T23:59:59Z"))
        #expect(header.current(instant) == "Mon, 31 Dec 2018 23:59:59 GMT")
        #expect(header.current(instant + .seconds(1)) == "Tue, 01 Jan 2019 00:00:00 GMT")
        #expect(header.current(instant) == "Mon, 31 Dec 2018 23:59:59 GMT")
    }
}
