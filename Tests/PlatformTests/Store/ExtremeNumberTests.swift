// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import TestSupport
import Testing

@testable import Platform

@Suite("Numbers beyond all measure in a snapshot", .serialized)
struct ExtremeNumberTests {
    private static let extremes: [Int64] = [
        .min, .min + 1, -1 << 53, -1 << 32, -1, 0, 1 << 32, 1 << 48, 1 << 53, 253_402_300_799_999_999, .max - 1, .max,
    ]

    /// A number in a snapshot: in which line it stands, under which name.
    private struct Place {
        let line: Int
        let part: String
        let field: String
    }

    private func lines(_ seed: BuiltInSeed) async throws -> [JSONObject] {
        let service = Service(PlatformConfiguration(randomSeed: 7, seed: try seed.seed()).settings)
        _ = try await service.furnish(seed.seed())
        let text = try #require(await service.snapshotLines(service.takeSnapshot().id))
        return try text.split(separator: UInt8(ascii: "\n")).map {
            try #require(try JSONValue(parsing: $0).objectValue)
        }
    }

    /// A line for each column that holds numbers, moments or lists with some.
    private func places(in lines: [JSONObject], _ random: inout SeededRandom) -> [Place] {
        let fields = PlatformState.parts.map { ($0.name, $0.fields) } + [("mails", StatePart.Field.all(of: Mail.self))]
        var places: [Place] = []
        for (part, fields) in fields {
            let of = lines.indices.dropFirst().filter { lines[$0][part] != nil }
            for field in fields where field.type != .text {
                let able = of.filter { line in
                    let value = lines[line][part]?[field.name]
                    return value.map { $0.boolValue == nil && changed($0, 0) != $0 } ?? false
                }
                guard let line = able.randomElement(using: &random) else { continue }
                places.append(Place(line: line, part: part, field: field.name))
            }
        }
        return places
    }

    /// A value with that number in it: in place of itself, or of each number in a list.
    private func changed(_ value: JSONValue, _ number: Int64) -> JSONValue {
        switch value {
        case .array(let elements): .array(elements.map { $0.stringValue == nil ? changed($0, number) : $0 })
        case .object, .null, .bool: value
        case .number, .string: .number(JSONNumber(number))
        }
    }

    private func text(_ lines: [JSONObject]) -> [UInt8] {
        Array(lines.map { JSONValue.object($0).text }.joined(separator: "\n").utf8)
    }

    /// Goes on with a snapshot as people do; says whether it was let in.
    private func live(_ text: [UInt8], on service: Service) async throws -> Bool {
        let label: SnapshotShelf.Label
        do throws(SnapshotError) { label = try await service.addSnapshot(text) } catch { return false }
        #expect(service.restoreSnapshot(label.id))
        _ = try? await service.advance(.toNext)
        _ = try? await service.advance(.by(.days(40)))
        _ = try? service.perform(.runPayments) { _, _ in }
        let caller = SeedCaller(service)
        for page in ["clock", "payments", "transfers", "batches", "mails"] {
            _ = await caller.control("GET", "/_control/\(page)", contentType: nil, body: [])
        }
        let kept = service.takeSnapshot().id
        #expect(await service.snapshotLines(kept) != nil)
        service.reset()
        for id in [kept, label.id] { #expect(service.removeSnapshot(id)) }
        return true
    }

    @Test(
        "are refused, or all that follows lives: time, payments, exports, a reset",
        arguments: [BuiltInSeed.cinema, .demo, .till])
    func everyColumn(seed: BuiltInSeed) async throws {
        let lines = try await lines(seed)
        var random = SeededRandom(seed: 20_181_203)
        let service = try makeService()
        #expect(try await live(text(lines), on: service))
        var refused = 0
        let places = places(in: lines, &random)
        #expect(places.count > 40)
        for place in places {
            for number in Self.extremes.shuffled(using: &random).prefix(1) + [.min, .max] {
                var changedLines = lines
                var record = try #require(lines[place.line][place.part]?.objectValue)
                record[place.field] = changed(try #require(record[place.field]), number)
                changedLines[place.line][place.part] = .object(record)
                if try await !live(text(changedLines), on: service) { refused += 1 }
            }
        }
        #expect(refused > places.count)
    }

    @Test(
        "are told with the line and the field: a quantity, a counter of the queue, a wallet, what a stock says of itself"
    )
    func sentences() async throws {
        let lines = try await lines(.cinema)
        let service = try makeService()
        let wrong: [(part: String, field: String, number: Int64, words: String)] = [
            ("bookings", "quantity", 253_402_300_799_999_999, "quantity"), ("bookings", "quantity", 1_000, "not spend"),
            ("bookings", "amount", 9_000_000_000_000, "amount"), ("users", "spent", .min, "spent"),
            ("head", "nextDue", .max, "nextDue"), ("stocks", "runningRows", .min, "runningRows"),
            ("stocks", "runningRows", 77, "not booked as often"), ("stocks", "withheld", -1, "withheld"),
        ]
        for (part, field, number, words) in wrong {
            let line = try #require(lines.indices.dropFirst().first { lines[$0][part] != nil })
            var changed = lines
            var record = try #require(lines[line][part]?.objectValue)
            record[field] = .number(JSONNumber(number))
            changed[line][part] = .object(record)
            let error = await #expect(throws: SnapshotError.self) { try await service.addSnapshot(text(changed)) }
            let sentence = error?.description ?? "accepted"
            #expect(sentence.contains(words), "\(field) \(number): \(sentence)")
            #expect(sentence.contains("Line \(line + 1)") || sentence.contains("breaks the platform's rules"))
        }
    }
}
