// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import DeskConsole
import JSON
import PassCulture
import PassCultureTesting
import Testing

/// The page that says what a program writes to a desk and reads from it, against the desk.
struct StdioDocumentTests {
    /// The folder that holds `Package.swift`.
    private static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

    private static func text(_ path: String) throws -> String {
        String(decoding: try InputFile.read("\(root)/\(path)"), as: UTF8.self)
    }

    /// The rows of the table under a heading, as cells.
    private static func table(_ heading: String) throws -> [[Substring]] {
        let lines = try text("Documentation/DeskStdio.md").split(separator: "\n")
        let begin = try #require(lines.firstIndex(of: "## \(heading)"))
        let table = lines[begin...].drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
        return table.dropFirst(2).map { $0.split(separator: "|") }
    }

    /// The words of a cell or a line that stand in the type of a program.
    private static func words(_ text: some StringProtocol) -> [String] {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
    }

    /// What the row of a field says of its values.
    private static func values(of field: String) throws -> [String] {
        let row = try table("Answers").first { words($0[0]).contains(field) }
        return words(try #require(row)[2])
    }

    @Test func `the states of what is open are named, and no other`() throws {
        let line = try Self.text("Documentation/DeskStdio.md").split(separator: "\n")
            .first { $0.hasPrefix("An element of `attempts` has") }
        let named = Set(Self.words(try #require(line)))
        #expect(named.isSuperset(of: Attempt.State.allCases.filter { !$0.isClosed }.map(\.rawValue)))
        #expect(named.isDisjoint(with: Attempt.State.allCases.filter(\.isClosed).map(\.rawValue)))
    }

    @Test func `why a validation waits, who else could have validated, and what is sold are named`() throws {
        #expect(Set(try Self.values(of: "cause")) == Set(Provisional.Cause.allCases.map(\.rawValue)))
        #expect(Set(try Self.values(of: "others")) == Set(Probable.OtherParty.allCases.map(\.rawValue)))
        let later = try Self.table("Requests").first { Self.words($0[0]) == ["validateLater"] }
        #expect(Set(Self.words(try #require(later)[1])).isSuperset(of: OfferKind.allCases.map(\.rawValue)))
    }

    @Test func `every word that can be asked has its row`() throws {
        var console = StdioDesk(try Counter([]).desk)
        let refusal = console.answer(.line(Array(#"{"do":"dance"}"#.utf8)))
        let detail = try JSONValue(parsing: try #require(refusal))["error"]?["detail"]?.stringValue
        let known = try #require(detail).split { !$0.isLetter }.map(String.init).drop { $0 != "expected" }.dropFirst()
        #expect(Set(known).subtracting(["or"]) == Set(try Self.table("Requests").flatMap { Self.words($0[0]) }))
    }

    @Test func `every field of an answer has its row`() throws {
        let fields = Set(try Self.table("Answers").flatMap { Self.words($0[0]) })
        let outcomes = Set(try Self.table("Requests").flatMap { Self.words($0[2]) })
        let counter = try Counter([
            .valid, .noAnswer, .alreadyValidated, .answer(SampleAnswer.cancelled.response), .noLine, .noLine,
            .noAnswer, .noAnswer, .noLine,
        ])
        var console = StdioDesk(counter.desk)
        try counter.loadList()
        let requests = [
            #"{"do":"check","countermark":"ABCDEF"}"#, #"{"do":"validate","countermark":"ABCDEF"}"#,
            #"{"do":"check","countermark":"GHJKLM"}"#, #"{"do":"check","countermark":"LYSYU9"}"#,
            #"{"do":"validate","countermark":"LYSYU9"}"#, #"{"do":"validate","countermark":"NPQRST"}"#,
            #"{"do":"validateLater","countermark":"UVWXYZ","kind":"cinema","begins":"2018-12-24T19:30:00Z"}"#,
            #"{"do":"pending"}"#, #"{"do":"reconcile"}"#,
            #"{"do":"confirm","attempt":"0000000000000001","by":"Ana"}"#,
            #"{"do":"abandon","attempt":"0000000000000002","by":"Ana"}"#, #"{"do":"loadDayList","content":"[]"}"#,
            #"{"do":"close"}"#,
        ]
        for request in requests {
            let line = console.answer(.line(Array(request.utf8)))
            let object = try JSONValue(parsing: try #require(line)).objectValue
            let answer = try #require(object)
            #expect(answer["error"] == nil, "\(request)")
            #expect(outcomes.contains(answer["outcome"]?.stringValue ?? ""), "\(request)")
            for key in answer.keys where key != "id" { #expect(fields.contains(key), "\(request): \(key)") }
        }
    }

    @Test func `every code of an error has its row, or can never come`() throws {
        // What a desk is opened with, what is checked before it is asked, and what only an asynchronous call or a list of bookings ends in.
        let never: Set = [
            "invalid-configuration", "invalid-email", "invalid-offer-id", "not-an-outbox", "newer-outbox",
            "nobody-confirmed", "nobody-decided", "cancelled", "list-refused",
        ]
        var codes: Set<String> = []
        for path in [
            "PassCulture/Answers/PassCultureError+Code", "PassCulture/Outbox/OutboxError",
            "PassCulture/Tables/ListReadingError",
        ] {
            let found = try Self.text("Sources/\(path).swift").matches(of: /= Self\(\s*"([a-z0-9-]+)"/)
            #expect(found.count > 5, "\(path)")
            codes.formUnion(found.map { String($0.output.1) })
        }
        for path in ["StdioDesk", "StdioRequest", "StdioRequest+Fields"] {
            let found = try Self.text("Sources/DeskConsole/\(path).swift").matches(
                of: /(?:code: (?:String = )?|error\()"([a-z-]+)"/)
            #expect(!found.isEmpty, "\(path)")
            codes.formUnion(found.map { String($0.output.1) })
        }
        let documented = try Self.table("Errors").flatMap { Self.words($0[0]) }
        #expect(documented.count == Set(documented).count)
        // The words in brackets say of which request.
        #expect(
            Set(documented).subtracting(["undo", "cancel", "stoppedBy", "passedOver", "validateLater"])
                == codes.subtracting(never))
    }
}
