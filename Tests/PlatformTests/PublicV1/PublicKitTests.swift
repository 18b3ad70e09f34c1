// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import TestSupport
import Testing

@testable import Platform

/// How bodies, dates and places of today's edition are read.
@Suite struct PublicKitTests {
    private func fields(_ json: String) throws(WireError) -> PublicFields {
        try PublicFields(
            Call(
                method: "POST", path: "/", body: Array(json.utf8), service: DomainService(), caller: .anonymous))
    }

    /// What `read` finds wrong, as one line.
    private func refusal(_ json: String, _ read: (PublicFields) -> Void) -> String {
        do throws(WireError) {
            let fields = try fields(json)
            read(fields)
            try fields.finish()
            return "fine"
        } catch {
            return error.answer.line
        }
    }

    @Test("everything wrong is told at once, under dotted paths")
    func paths() {
        let body = #"{"stock": {"price": 30001, "autre": 1}, "dates": [{"quantity": "beaucoup"}, {}], "name": ""}"#
        let line = refusal(body) { fields in
            _ = fields.required("name") { fields.text($0, 1...90) }
            if case .value(let stock) = fields.object("stock") { _ = stock.required("price") { stock.price($0) } }
            if case .value(let dates) = fields.objects("dates", atMost: 2) {
                for date in dates { _ = date.required("quantity") { date.quantity($0) } }
            }
            _ = fields.required("category") { fields.text($0) }
        }
        #expect(
            line == #"400 {"category":["field required"],"dates.0.quantity":["value is not a valid integer"],"#
                + #""dates.1.quantity":["field required"],"name":["ensure this value has at least 1 characters"],"#
                + #""stock.autre":["extra fields not permitted"],"#
                + #""stock.price":["ensure this value is less than or equal to 30000"]}"#)
    }

    @Test("of what was not read because of a neighbour, nothing is said")
    func neighbours() {
        let line = refusal(#"{"dates": [{"quantity": 1}, 5, {"quantity": 2}], "x": 1}"#) { fields in
            if case .value(let dates) = fields.objects("dates", atMost: 3) {
                for date in dates { _ = date.required("quantity") { date.quantity($0) } }
            }
        }
        #expect(
            line == #"400 {"dates.1":["value is not a valid dict"],"x":["extra fields not permitted"]}"#)
        let category = refusal(#"{"categoryRelatedFields": {"author": "Camus"}}"#) { fields in
            _ = PublicCategory.read(fields, .event, isWhole: true)
        }
        #expect(category == #"400 {"categoryRelatedFields.category":["field required"]}"#)
    }

    @Test("very many fields that nobody asked for are told as fast as few", .timeLimit(.minutes(1)))
    func veryMany() {
        let body = "{" + (0..<200_000).map { "\"k\($0)\":0" }.joined(separator: ",") + "}"
        #expect(refusal(body) { _ in }.hasPrefix("400 {"))
    }

    @Test("null and absence are told apart, and refused where they may not be")
    func sent() throws {
        let fields = try fields(#"{"a": null, "b": "texte", "d": null, "q": "unlimited", "n": 3, "h": true}"#)
        if case .null = fields.text("a") {} else { Issue.record("a is null") }
        #expect(fields.text("b").value == "texte")
        if case .absent = fields.text("c") {} else { Issue.record("c is absent") }
        #expect(fields.notNull("d") { fields.text($0) } == nil)
        #expect(fields.quantity("q").value == .some(nil))
        #expect(fields.quantity("n").value == 3)
        #expect(fields.bool("h").value == true)
        #expect(throws: WireError.self) { try fields.finish() }
        #expect(refusal("[]") { _ in } == refusal("{") { _ in })
        #expect(refusal("") { _ in } == "fine")
    }

    @Test(
        "a date says its zone, one way or another",
        arguments: [
            ("2026-01-12T12:00:00Z", "2026-01-12T12:00:00Z"), ("2026-01-12T12:00:00.5Z", "2026-01-12T12:00:00.500000Z"),
            ("2026-01-12T12:00:00+01:00", "2026-01-12T11:00:00Z"), ("2026-01-12T12:00:00-0330", "2026-01-12T15:30:00Z"),
            ("2026-01-12T12:00:00", "naive"), ("2026-01-12T12:00:00+25:00", "invalid"), ("2026-01-12", "invalid"),
            ("", "invalid"), ("2026-01-12T12:00:00+1", "invalid"), ("9999-12-31T23:59:59-01:00", "invalid"),
            ("0001-01-01T00:00:00+01:00", "invalid"),
            // As C# and Java write dates unless told.
            ("2026-12-10T20:00:00.0000000Z", "2026-12-10T20:00:00Z"),
            ("2026-12-10T20:00:00.1234567+01:00", "2026-12-10T19:00:00.123456Z"),
            ("2026-12-10T20:00+01:00", "2026-12-10T19:00:00Z"), ("2026-12-10T20:00Z", "2026-12-10T20:00:00Z"),
            // Whatever else is ISO 8601 with a zone.
            ("2026-12-10T20:00:00+02", "2026-12-10T18:00:00Z"), ("2026-12-10 20:00:00Z", "2026-12-10T20:00:00Z"),
            ("2026-12-10T20:00:00z", "2026-12-10T20:00:00Z"), ("2026-12-10 20:00-03", "2026-12-10T23:00:00Z"),
            ("2026-12-10T20:00:00.123456789012Z", "2026-12-10T20:00:00.123456Z"),
            ("2026-12-10T20:00", "naive"), ("2026-12-10T20:00:00.1234567", "naive"), ("2026-12-10 20:00:00", "naive"),
            ("2026-12-10T20:00:00.1234567890123Z", "invalid"), ("2026-12-10T20:00:00.Z", "invalid"),
            ("2026-12-10T20Z", "invalid"), ("2026-12-10T20:60Z", "invalid"), ("2026-12-10T24:00Z", "invalid"),
            ("2026-12-10T20:00:60Z", "invalid"), ("2026-02-29T20:00Z", "invalid"), ("2026-12-10T20:00+02:", "invalid"),
            ("2026-12-10T20:00+02:60", "invalid"), ("2026-12-10T20:00ZZ", "invalid"), ("2026-12-10T20:00 Z", "invalid"),
            ("2026-12-10T20:00:00.1+0130x", "invalid"), ("0000-12-31T23:59:59Z", "invalid"),
        ])
    func dates(text: String, result: String) {
        switch AwareDatetime(text) {
        case .aware(let instant): #expect(instant.iso8601 == result)
        case .naive: #expect(result == "naive")
        case .invalid: #expect(result == "invalid")
        }
    }

    @Test("dates of a request lie in the future where they must")
    func future() throws {
        let now = try #require(Instant(iso8601: "2026-01-12T12:00:00Z"))
        let line = refusal(#"{"a": "2026-01-12T12:00:00Z", "b": "2026-01-12T12:00:01Z"}"#) { fields in
            _ = fields.instant("a", after: now)
            _ = fields.instant("b", after: now)
        }
        #expect(line == #"400 {"a":["The datetime must be in the future."]}"#)
    }

    @Test("a page of several lists is that of their whole, put in order", arguments: 0..<200)
    func merging(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let count = Int.random(in: 0...6, using: &random)
        var lists: [[Identifier<Booking>]] = Array(repeating: [], count: count)
        for number in 1...Int64(60) where count > 0 && Bool.random(using: &random) {
            lists[Int.random(in: 0..<count, using: &random)].append(Identifier(number))
        }
        let cursor = PageCursor(
            firstIndex: .random(in: 1...70, using: &random), limit: .random(in: 1...50, using: &random))
        let divisor = Int64.random(in: 1...4, using: &random)
        let isListed = { (id: Identifier<Booking>) in id.number % divisor == 0 }
        #expect(cursor.page(merging: lists, where: isListed) == cursor.page(of: lists.joined(), where: isListed))
    }

    @Test(
        "a postal code tells its department",
        arguments: [
            ("75011", "75"), ("20000", "2A"), ("20200", "2B"), ("97400", "974"), ("98800", "988"), ("7501", nil),
            (nil, nil),
        ] as [(String?, String?)])
    func departments(code: String?, department: String?) {
        #expect(FrenchPlace(postalCode: code)?.department == department)
    }

    @Test("clocks change in Paris and on Saint-Pierre, each in its season")
    func summer() throws {
        let paris = FrenchPlace(postalCode: "75011")
        let miquelon = FrenchPlace(postalCode: "97500")
        for (date, inParis, there) in [
            ("2026-03-10T12:00:00Z", "13:00", "10:00"), ("2026-07-01T12:00:00Z", "14:00", "10:00"),
            ("2026-11-02T12:00:00Z", "13:00", "09:00"), ("2026-03-08T04:59:00Z", "05:59", "01:59"),
        ] {
            let instant = try #require(Instant(iso8601: date))
            #expect(FrenchPlace.clock(instant, at: paris).time == inParis, "\(date)")
            #expect(FrenchPlace.clock(instant, at: nil).time == inParis, "\(date)")
            #expect(FrenchPlace.clock(instant, at: miquelon).time == there, "\(date)")
        }
    }

    @Test("a telephone number is written with its country")
    func telephone() {
        #expect(PublicBooking.international("06 12.34-56 78") == "+33612345678")
        #expect(PublicBooking.international("+33612345678") == "+33612345678")
        #expect(PublicBooking.international("0033612345678") == "+33612345678")
        #expect(PublicBooking.international("00 32 2 555 12 12") == "+3225551212")
    }
}
