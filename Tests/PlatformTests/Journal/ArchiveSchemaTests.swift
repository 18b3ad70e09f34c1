// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Testing

@testable import Platform

@Suite("The journal as an HTTP archive")
struct ArchiveSchemaTests {
    private func entry(
        _ method: String = "GET", _ path: String = "/x", query: String = "", type: String? = "application/json",
        body: [UInt8] = [], status: Int = 200, answer: [UInt8] = Array("{}".utf8), fault: Fault? = nil,
        call: PartnerCall? = nil
    ) -> JournalEntry {
        let headers = type.map { [(name: "Content-Type", value: $0)] } ?? []
        return JournalEntry(
            at: .epoch + .seconds(1), elapsed: .milliseconds(3), method: method, path: path, query: query,
            requestHeaders: headers, requestBody: JournalEntry.Body(body), status: status, answerHeaders: headers,
            answerBody: JournalEntry.Body(answer), fault: fault.map { FaultStrike(ruleID: "1", fault: $0).note },
            call: call)
    }

    private func call(_ failure: String?) -> PartnerCall {
        PartnerCall(
            kind: .notification, providerID: Identifier(1), origin: "http://127.0.0.1:2", failure: failure,
            result: failure == nil ? "told" : "dropped")
    }

    /// Every shape that an exchange may have.
    private var entries: [JournalEntry] {
        let text = Array(repeating: UInt8(ascii: "a"), count: 2 * JournalEntry.Body.limit)
        return [
            entry(), entry("POST", body: Array(#"{"a":1}"#.utf8), status: 201), entry("PUT", type: nil, body: text),
            entry(query: "a=b%20c&d&=e&LYSYU9"), entry("HEAD", answer: []), entry(status: 204, answer: []),
            entry("POST", body: [0xFF, 0, 0xC3], answer: [0xFF]), entry(answer: text),
            entry("POST", "/note", body: Array("{}".utf8), call: call(nil)),
            entry("POST", "/note", status: 0, answer: [], call: call("timed-out")),
            JournalEntry(
                connectionStruckBy: FaultStrike(ruleID: "1", fault: Fault(.refuse)), at: .epoch + .seconds(2)),
        ] + Fault.Kind.allCases.filter { !$0.isOfConnections }.map { entry("PATCH", fault: Fault($0)) }
    }

    private func archive(dropped: UInt64 = 0) -> JSONValue {
        let excerpt = Journal.Excerpt(entries: entries, recorded: UInt64(entries.count) + dropped, dropped: dropped)
        return HARPage(excerpt, base: "http://127.0.0.1:1").json
    }

    @Test("is one by HAR 1.2, whatever was asked, answered, called or struck", arguments: [0, 7])
    func isOne(dropped: UInt64) throws {
        let archive = archive(dropped: dropped)
        #expect(ArchiveSchema.problems(archive) == [])
        #expect(archive["log"]?["version"] == "1.2")
        #expect(archive["log"]?["entries"]?.arrayValue?.count == entries.count)
    }

    @Test("takes as long as its phases in all, and what was never answered has no status")
    func times() throws {
        for (told, entry) in zip(try #require(archive()["log"]?["entries"]?.arrayValue), entries) {
            #expect(told["timings"] == ["send": 0, "wait": try #require(told["time"]), "receive": 0])
            let isUnanswered = entry.fault?.sent == .nothing || entry.call?.failure != nil
            #expect((told["response"]?["status"] == 0) == isUnanswered)
            #expect((told["_fault"] == nil) == (entry.fault == nil) && (told["_call"] == nil) == (entry.call == nil))
        }
    }

    @Test("without one of the fields that must be there, or with one of another type, is none")
    func isNone() {
        var checked: Set<String> = []
        func wreck(_ value: JSONValue, _ kind: ArchiveSchema.Kind, _ rebuild: (JSONValue) -> JSONValue) {
            switch (kind, value) {
            case (.object(let name), .object(let object)):
                for field in ArchiveSchema.objects[name] ?? [] {
                    guard let inner = object[field.name], checked.insert("\(name).\(field.name)").inserted else {
                        continue
                    }
                    var other = object
                    other[field.name] = .bool(true)
                    #expect(ArchiveSchema.problems(rebuild(.object(other))).count == 1, "\(name).\(field.name)")
                    other[field.name] = nil
                    let problems = ArchiveSchema.problems(rebuild(.object(other)))
                    #expect(problems.count == (field.isOptional ? 0 : 1), "\(name).\(field.name)")
                    wreck(inner, field.kind) { changed in
                        var whole = object
                        whole[field.name] = changed
                        return rebuild(.object(whole))
                    }
                }
            case (.list(let name), .array(let values)):
                for (index, element) in values.enumerated() {
                    wreck(element, .object(name)) { changed in
                        var whole = values
                        whole[index] = changed
                        return rebuild(.array(whole))
                    }
                }
            default: break
            }
        }
        wreck(archive(), .object("archive")) { $0 }
        #expect(checked.count >= 30)
    }
}
