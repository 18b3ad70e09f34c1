// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A sum over values that changes when any of them does: FNV-1a, a word at a time, with a last mixing.
///
/// It is there to notice damage, not to keep out anybody who wants to deceive.
struct Checksum {
    private var hash: UInt64

    /// Begins anew, or from what came before, so that sums form a chain.
    init(after previous: Int64 = 0) {
        hash = 0xCBF2_9CE4_8422_2325 ^ UInt64(bitPattern: previous)
    }

    /// Adds a number.
    mutating func add(_ number: Int64) {
        add(word: 1)
        add(word: UInt64(bitPattern: number))
    }

    /// Adds a text.
    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(bytes: UnsafeRawBufferPointer($0), kind: 2) }
    }

    /// Adds bytes.
    mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { add(bytes: $0, kind: 3) }
    }

    /// Adds that there is nothing.
    mutating func addNothing() {
        add(word: 4)
    }

    /// The sum as SQLite and JSON can hold it.
    var value: Int64 {
        var mixed = hash
        mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return Int64(bitPattern: mixed ^ (mixed >> 33))
    }

    private mutating func add(word: UInt64) {
        hash = (hash ^ word) &* 0x0000_0100_0000_01B3
        hash ^= hash >> 29
    }

    private mutating func add(bytes: UnsafeRawBufferPointer, kind: UInt64) {
        add(word: kind | UInt64(bytes.count) << 8)
        var offset = 0
        while offset + 8 <= bytes.count {
            add(word: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var rest: UInt64 = 0
        for byte in bytes[offset...] { rest = rest << 8 | UInt64(byte) }
        add(word: rest)
    }
}
