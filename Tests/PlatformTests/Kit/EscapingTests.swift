// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain
import Testing

@testable import Platform

/// A quotation mark with an accent on it is a quotation mark still: whoever reads a file reads code points.
@Suite("Escaping")
struct EscapingTests {
    private static let name = "x\"\u{301};<\u{301}b>\u{301}&\u{301}'\u{301}"

    @Test("every list doubles a quotation mark, whatever stands on it")
    func quotes() {
        let marked = "a\"\u{301},\"\u{301}b"
        let doubled = Array("\"a\"\"\u{301},\"\"\u{301}b\"".utf8)
        #expect(Array(CSV.quotedLine([marked]).utf8) == doubled + [0x0D, 0x0A])
        #expect(Array(CSVTable(columns: [marked], rows: []).answer("x").body) == doubled + [0x0D, 0x0A])
        #expect(TextTable(title: "", header: [marked], rows: []).csv == [0xEF, 0xBB, 0xBF] + doubled + [0x0D, 0x0A])
    }

    @Test("mails and pages escape a mark, whatever stands on it")
    func pages() {
        let mail = MailBody(greeting: Self.name, blocks: [.link("", url: Self.name)]).html
        for scalars in ["<\u{301}", ">\u{301}", "&\u{301}"] {
            #expect(!Array(mail.utf8).containsRun(Array(scalars.utf8)))
        }
        #expect(!Array(mail.utf8).containsRun(Array("x\"\u{301}".utf8)))
        let page = TextTable(title: Self.name, header: [], rows: []).html
        #expect(!page.containsRun(Array("<\u{301}".utf8)))
        #expect(
            DivergenceTable.escaped("|\u{301}<\u{301}").unicodeScalars.starts(with: "\\|\u{301}&lt;".unicodeScalars))
    }

    @Test("a line of curl stays one word of the shell, whatever stands on an apostrophe")
    func curl() {
        let word = CurlPage.quoted([.text("a'\u{301}; id; '\u{301}b")])
        #expect(Array(word.utf8) == Array("'a'\\''\u{301}; id; '\\''\u{301}b'".utf8))
    }

    @Test("a parameter of a header ends at its quotation mark, whatever stands on it")
    func headers() {
        let header = HeaderParameters("form-data; name=\"a\"\u{301}; filename=\"b;\u{301}c\"")
        #expect(header.parameters["filename"] == "b;\u{301}c")
    }
}

extension [UInt8] {
    /// Whether these bytes are in it, one after the other.
    fileprivate func containsRun(_ run: [UInt8]) -> Bool {
        indices.contains { self[$0...].starts(with: run) }
    }
}
