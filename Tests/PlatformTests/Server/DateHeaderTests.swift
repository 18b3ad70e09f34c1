// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@testable import Platform

@Suite("The header Date (RFC 9110 §6.6.1)")
struct DateHeaderTests {
    @Test("follows the seconds, forwards and back")
    func follows() throws {
        let header = DateHeader()
        let instant = try #require(Instant(iso8601: "2018-12-31T23:59:59Z"))
        #expect(header.current(instant) == "Mon, 31 Dec 2018 23:59:59 GMT")
        #expect(header.current(instant + .seconds(1)) == "Tue, 01 Jan 2019 00:00:00 GMT")
        #expect(header.current(instant) == "Mon, 31 Dec 2018 23:59:59 GMT")
    }
}
