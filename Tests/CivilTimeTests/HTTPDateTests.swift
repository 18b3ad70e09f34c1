// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@Suite("A date as HTTP writes it")
struct HTTPDateTests {
    @Test(
        "is read in its three forms",
        arguments: [
            "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        ])
    func forms(text: String) {
        #expect(Instant(httpDate: text)?.iso8601 == "1994-11-06T08:49:37Z")
    }

    @Test(
        "is written in the first of them, to the second",
        arguments: [
            ("1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 GMT"),
            ("2018-12-03T23:05:09.999999Z", "Mon, 03 Dec 2018 23:05:09 GMT"),
            ("2024-02-29T00:00:00Z", "Thu, 29 Feb 2024 00:00:00 GMT"),
            ("1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
        ])
    func written(iso: String, text: String) throws {
        #expect(try #require(Instant(iso8601: iso)).httpDate == text)
    }

    @Test("of two digits is one of 1970 to 2069")
    func century() {
        #expect(Instant(httpDate: "Monday, 24-Dec-18 19:30:00 GMT")?.iso8601 == "2018-12-24T19:30:00Z")
        #expect(Instant(httpDate: "Thursday, 01-Jan-70 00:00:00 GMT") == .epoch)
    }

    @Test("that is none is refused, whatever it holds")
    func refused() {
        let texts = [
            "", "120", "2018-12-24T19:30:00Z", "Sun, 31 Feb 2019 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
            "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 99999 08:49:37 GMT", "Sun, -6 Nov 1994 08:+9:37 GMT",
            "Sun, 06 Nov 1994 08::37 GMT", "Sun Nov 6 08:49:37 1994 GMT",
        ]
        for text in texts { #expect(Instant(httpDate: text) == nil, "\(text)") }
    }
}
