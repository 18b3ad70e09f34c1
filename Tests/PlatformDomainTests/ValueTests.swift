// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import TestSupport
import Testing

@testable import PlatformDomain

@Suite("Values of the domain")
struct ValueTests {
    @Test("the queue gives what was entered by instant, and at one instant in the order of entry")
    func queue() {
        var random = SeededRandom(seed: 4)
        var queue = DueQueue()
        var expected: [(Int64, Int64)] = []
        for number in 1...2_000 as ClosedRange<Int64> {
            let at = Int64.random(in: 0..<300, using: &random)
            queue.insert(.bookingPayable(Identifier(number)), at: Instant(microseconds: at))
            expected.append((at, number))
        }
        expected.sort { $0 < $1 }
        var seen: [(Int64, Int64)] = []
        while let first = queue.first {
            if case .bookingPayable(let id) = first.what { seen.append((first.at.microseconds, id.number)) }
            queue.removeFirst()
        }
        #expect(queue.count == 0)
        #expect(seen.elementsEqual(expected, by: ==))
    }

    @Test("an index counts its keys, however they come and go")
    func indexCount() {
        var index = Index<Int, [Int]>()
        var plain: [Int: [Int]] = [:]
        var random = SeededRandom(seed: 11)
        for step in 0..<3_000 {
            let key = Int.random(in: 0..<200, using: &random)
            switch step % 3 {
            case 0:
                index[key] = [step]
                plain[key] = [step]
            case 1:
                index[key] = nil
                plain[key] = nil
            default:
                index.update(key, startingFrom: []) { $0.append(step) }
                plain[key, default: []].append(step)
            }
            #expect(index.count == plain.count)
        }
        #expect(index.keys.sorted() == plain.keys.sorted())
        for key in plain.keys { index[key] = nil }
        #expect(index.count == 0 && index.keys.isEmpty)
    }

    @Test("a chunked array is an array")
    func chunks() {
        var chunked = ChunkedArray<Int>()
        var plain: [Int] = []
        var random = SeededRandom(seed: 8)
        for step in 0..<5_000 {
            if step % 1_000 > 600 {
                #expect(chunked.popLast() == plain.popLast())
            } else {
                chunked.append(step)
                plain.append(step)
            }
            if let index = plain.indices.randomElement(using: &random) {
                chunked[index] += 1
                plain[index] += 1
            }
        }
        #expect(chunked.count == plain.count)
        #expect(plain.indices.allSatisfy { chunked[$0] == plain[$0] })
        while chunked.popLast() != nil {}
        #expect(chunked.popLast() == nil)
    }

    @Test("an index keeps what it is told, and lists in the order of entry")
    func index() {
        var index = Index<Int, [Int]>()
        for number in 0..<3_000 { index.append(number, to: number % 700) }
        #expect(index.list(5) == [5, 705, 1_405, 2_105, 2_805])
        #expect(index.list(700).isEmpty)
        #expect(index.keys.sorted() == Array(0..<700))
        let copy = index
        index[5] = nil
        #expect(index.list(5).isEmpty)
        #expect(copy.list(5).count == 5)
        #expect(copy != index)
    }

    @Test("contract §9.3, §9.4: fortnights and their labels")
    func fortnights() {
        for (now, batch, label) in [
            ("2018-12-01T00:00:00Z", "2018-12-15T00:00:00Z", "1ère quinzaine 12-2018"),
            ("2018-12-14T23:59:59.999999Z", "2018-12-15T00:00:00Z", "1ère quinzaine 12-2018"),
            ("2018-12-15T00:00:00Z", "2019-01-01T00:00:00Z", "2nde quinzaine 12-2018"),
            ("2019-01-31T12:00:00Z", "2019-02-01T00:00:00Z", "2nde quinzaine 01-2019"),
        ] {
            #expect(Fortnight.batch(after: instant(now)).iso8601 == batch)
            #expect(Fortnight.label(at: instant(now)) == "pass Culture Pro - remboursement \(label)")
        }
    }

    @Test("contract §5.4: an attachment gives rights once it is validated, and its link works once")
    func attachmentThatAwaitsValidation() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        var state = world.state
        let id = state.userOfferers.nextID
        state.evolve(
            .userOffererCreated(
                UserOfferer(id: id, userID: young, offererID: shop.offerer, rights: .editor, validationToken: "link")))
        #expect(state.rights(of: young, on: shop.offerer) == nil)
        var random = SeededRandom(seed: 1)
        let command = Command.validateStructures(kinds: [.userOfferer], token: "link")
        for event in try state.decide(command, at: world.now, drawing: &random) { state.evolve(event) }
        #expect(state.rights(of: young, on: shop.offerer) == .editor)
        #expect(throws: Refusal.unknownLink) { try state.decide(command, at: world.now, drawing: &random) }
    }

    @Test("every divergence is named once, says two different things and names its source")
    func divergences() {
        let all = Divergence.all
        #expect(Set(all.map(\.id)).count == all.count)
        #expect(all.count >= 25)
        for divergence in all {
            #expect(divergence.documented != divergence.observed)
            #expect(divergence.source.contains("contract 2018-12"))
        }
    }

    @Test("the table lists every rule in which the profiles differ, and no other")
    func rules() {
        let documented = Mirror(reflecting: Rules(profile: .documented)).children
        let observed = Mirror(reflecting: Rules(profile: .observed)).children
        let differing = zip(documented, observed).compactMap { one, other in
            String(describing: one.value) == String(describing: other.value) ? nil : one.label
        }
        #expect(Set(differing).subtracting(["profile"]) == Set(Divergence.all.map(\.id)))
    }
}
