// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain
import TestSupport
import Testing

@Suite("Reserved countermarks")
struct ReservedCountermarkTests {
    /// Spells given countermarks, one after the other: each drawn byte is the next one.
    private struct Spelling: RandomNumberGenerator {
        private static let letters = Array("ABCDEFGH9JKLMN8PQRSTUVWXYZ234567".utf8)
        private var bytes: [UInt8]

        init(_ countermarks: [String]) {
            bytes = countermarks.flatMap { countermark -> [UInt8] in
                let indices = countermark.utf8.map { letter in Self.letters.firstIndex(of: letter) ?? 0 }
                return stride(from: 0, to: 6, by: 2).map { UInt8(indices[$0] << 3 | indices[$0 + 1] >> 2) }
            }
        }

        mutating func next() -> UInt64 {
            guard !bytes.isEmpty else { return .max }
            let wanted = bytes.removeFirst()
            // The one number from which the standard library draws that byte.
            struct Fixed: RandomNumberGenerator {
                let number: UInt64
                func next() -> UInt64 { number }
            }
            // Zero is a number that it draws again.
            for number in UInt64(1)...255 {
                var fixed = Fixed(number: number &* 0x0101_0101_0101_0101)
                if UInt8.random(in: 1...255, using: &fixed) == wanted { return fixed.number }
            }
            return .max
        }
    }

    @Test("a booking never gets one: when one is drawn, the next one is taken")
    func neverDrawn() throws {
        var world = World(.documented)
        let shop = try world.shop()
        let young = try world.young()
        let stock = try world.thing(shop)
        for (spelt, expected) in [(["LYSYU9"], "LYSYU9"), (["MAGEVA", "MAGE5A", "AEAEAE"], "AEAEAE")] {
            var drawing = Spelling(spelt)
            let command = Command.book(by: young, stock: stock, quantity: 1, recommendation: nil)
            let events = try world.state.decide(command, at: world.now, drawing: &drawing)
            let tokens = events.compactMap { event in
                if case .bookingCreated(let booking) = event { booking.token } else { nil }
            }
            #expect(tokens == [expected])
        }
    }
}
