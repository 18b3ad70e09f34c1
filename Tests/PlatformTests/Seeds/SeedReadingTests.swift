// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Testing

@testable import Platform

@Suite("Reading a seed")
struct SeedReadingTests {
    private static func start() throws -> Instant { try #require(Instant(iso8601: "2018-12-03T08:00:00Z") as Instant?) }

    @Test(
        "what is wrong with a seed is said, and in which step",
        arguments: [
            ("{", "is no JSON"), ("[]", "expected an object"), (#"{"stpes": []}"#, "no such key: stpes"),
            (#"{"start": "tomorrow"}"#, "start is no date: tomorrow"),
            (#"{"clock": "stopped"}"#, "ticking or frozen, not stopped"),
            (#"{"steps": {}}"#, "steps: expected an array"), (#"{"steps": [3]}"#, "step 1: expected an object"),
            (#"{"steps": [{}]}"#, "step 1: there is neither a request nor an at"),
            (#"{"steps": [{"name": "x", "request": "GET"}]}"#, "step 1 (x): a request is written like"),
            (#"{"steps": [{"name": "now", "at": "+P1D"}]}"#, "a name is made of letters"),
            (#"{"steps": [{"name": "x", "at": "+P1D"}, {"name": "x", "at": "+P1D"}]}"#, "step 2 (x): another step"),
            (#"{"steps": [{"request": "POST /_control/reset"}]}"#, "the team's alone"),
            (#"{"steps": [{"as": "team", "request": "GET /offers"}]}"#, "the team's alone"),
            (#"{"steps": [{"at": "+P1D", "body": {}}]}"#, "there is no request"),
            (#"{"steps": [{"at": "+P1D", "profile": "real"}]}"#, "documented or observed, not real"),
            (#"{"steps": [{"request": "POST /bookings", "body": {}, "form": {}}]}"#, "a body and a form"),
            (#"{"steps": [{"request": "GET /health", "expect": "200"}]}"#, "expect: expected an integer"),
            (#"{"show": [{"value": "x"}]}"#, "needs a label"),
            (#"{"show": [{"label": "x", "value": "x", "person": "y"}]}"#, "either a value or a person"),
        ])
    func refused(text: String, sentence: String) throws {
        let error = #expect(throws: SeedError.self) { try Seed(parsing: text.utf8) }
        #expect(error?.english.contains(sentence) == true, "\(error?.english ?? "")")
        #expect(error?.isMalformed == true)
    }

    @Test("a text that is one reference becomes the value itself, others are put together")
    func references() throws {
        var references = SeedReferences(start: try Self.start())
        references.note(
            "list", answer: [["id": "AE", "count": 3, "ok": true, "none": .null]], sent: ["password": "secret"])
        #expect(try references.resolve("${list.0.count}") == 3)
        #expect(try references.resolve(["a": ["${list.0}"]])["a"]?[0]?["id"] == "AE")
        #expect(try references.text("x${list.0.id}y${list.0.count}${list.0.ok}") == "xAEy3true")
        #expect(try references.text("$${list} costs 5$ {x}") == "${list} costs 5$ {x}")
        #expect(try references.text("${list.password}") == "secret")
        for wrong in ["${other.id}", "${list.1}", "${list.-1}", "${list.0.id.x}", "a${list.0.none}", "${list", "${}"] {
            #expect(throws: SeedError.self, "\(wrong)") { _ = try references.text(wrong) }
        }
    }

    @Test("times are referred to from the beginning and from the present")
    func times() throws {
        var references = SeedReferences(start: try Self.start())
        references.now = references.start + .days(1)
        #expect(try references.text("${start}") == "2018-12-03T08:00:00Z")
        #expect(try references.text("${now}") == "2018-12-04T08:00:00Z")
        #expect(try references.text("${now+P3DT2H30M}") == "2018-12-07T10:30:00Z")
        #expect(try references.text("${start-P1W}") == "2018-11-26T08:00:00Z")
        #expect(try references.text("${start+P9999W}") == "2210-07-23T08:00:00Z")
        for wrong in [
            "${now+3D}", "${now+P}", "${now+P3H}", "${now+PT}", "${now+P1DT}", "${now+P1DT1}",
            "${now+P99999999999999D}",
        ] {
            #expect(throws: SeedError.self, "\(wrong)") { _ = try references.text(wrong) }
        }
    }

    @Test("the image of a form is one that the platform can read, of the size asked for")
    func image() throws {
        let image = try #require(SeedImage(width: 600, height: 400))
        #expect(PNGImage(image.bytes)?.dominantColor() == 0x5E2C8E)
        #expect(SeedImage(width: 0, height: 4) == nil)
        let form = try SeedForm(["a": "b", "thumb": "png:48x72"])
        let read = Multipart(form.body, contentType: SeedForm.contentType)
        #expect(read.value("a") == "b")
        #expect(read.file("thumb")?.filename == "thumb.png")
        #expect(throws: SeedError.self) { _ = try SeedForm(["thumb": "png:48"]) }
        #expect(throws: SeedError.self) { _ = try SeedForm(["thumb": ["x"]]) }
    }
}
