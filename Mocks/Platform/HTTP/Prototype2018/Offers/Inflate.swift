// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Reads compressed data, as PNG images hold it: RFC 1951 inside RFC 1950.
struct Inflate {
    private let input: [UInt8]
    private let limit: Int
    private var position = 0
    private var held: UInt32 = 0
    private var heldBits = 0
    private var output: [UInt8] = []

    /// The data, uncompressed; nothing if the input is malformed, ends early, or makes more than `limit` bytes.
    static func zlib(_ input: [UInt8], limit: Int) -> [UInt8]? {
        guard input.count > 2, input[0] & 0x0F == 8, input[1] & 0x20 == 0 else { return nil }
        var inflate = Inflate(input: input, limit: limit)
        inflate.position = 2
        return inflate.run()
    }

    private init(input: [UInt8], limit: Int) {
        self.input = input
        self.limit = limit
    }

    private mutating func run() -> [UInt8]? {
        while true {
            guard let isLast = bits(1), let kind = bits(2) else { return nil }
            let isWhole =
                switch kind {
                case 0: stored()
                case 1: compressed(Self.fixedLiterals, Self.fixedDistances)
                case 2: dynamic()
                default: false
                }
            guard isWhole else { return nil }
            if isLast == 1 { return output }
        }
    }

    // MARK: Bits

    private mutating func bits(_ count: Int) -> Int? {
        while heldBits < count {
            guard position < input.count else { return nil }
            held |= UInt32(input[position]) << UInt32(heldBits)
            position += 1
            heldBits += 8
        }
        let value = Int(held & ((1 << UInt32(count)) - 1))
        held >>= UInt32(count)
        heldBits -= count
        return value
    }

    private mutating func symbol(_ code: HuffmanCode) -> Int? {
        var value = 0
        var first = 0
        var index = 0
        for length in 1...15 {
            guard let bit = bits(1) else { return nil }
            value |= bit
            let count = code.counts[length]
            if value - count < first { return code.symbols[index + value - first] }
            index += count
            first = (first + count) << 1
            value <<= 1
        }
        return nil
    }

    // MARK: Blocks

    private mutating func stored() -> Bool {
        held = 0
        heldBits = 0
        guard position + 4 <= input.count else { return false }
        let length = Int(input[position]) | Int(input[position + 1]) << 8
        position += 4
        guard position + length <= input.count, output.count + length <= limit else { return false }
        output += input[position..<position + length]
        position += length
        return true
    }

    private mutating func dynamic() -> Bool {
        guard let literals = bits(5), let distances = bits(5), let lengths = bits(4) else { return false }
        var codeLengths = [Int](repeating: 0, count: 19)
        for index in 0..<(lengths + 4) {
            guard let length = bits(3) else { return false }
            codeLengths[Self.orderOfLengths[index]] = length
        }
        guard let code = HuffmanCode(codeLengths) else { return false }
        let total = literals + 257 + distances + 1
        var all: [Int] = []
        while all.count < total {
            guard let symbol = symbol(code) else { return false }
            switch symbol {
            case 0...15: all.append(symbol)
            case 16:
                guard let last = all.last, let more = bits(2) else { return false }
                all += Array(repeating: last, count: 3 + more)
            default:
                guard let more = symbol == 17 ? bits(3) : bits(7) else { return false }
                all += Array(repeating: 0, count: (symbol == 17 ? 3 : 11) + more)
            }
        }
        guard all.count == total, let literal = HuffmanCode(Array(all[..<(literals + 257)])),
            let distance = HuffmanCode(Array(all[(literals + 257)...]))
        else { return false }
        return compressed(literal, distance)
    }

    private mutating func compressed(_ literals: HuffmanCode, _ distances: HuffmanCode) -> Bool {
        while true {
            guard let symbol = symbol(literals) else { return false }
            if symbol == 256 { return true }
            guard output.count < limit else { return false }
            if symbol < 256 {
                output.append(UInt8(symbol))
                continue
            }
            guard symbol < 286, let extra = bits(Self.lengthExtra[symbol - 257]), let code = self.symbol(distances),
                code < 30,
                let distanceExtra = bits(Self.distanceExtra[code])
            else { return false }
            let length = Self.lengthBase[symbol - 257] + extra
            let distance = Self.distanceBase[code] + distanceExtra
            guard distance <= output.count, output.count + length <= limit else { return false }
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
    }

    // MARK: Tables of RFC 1951

    private static let orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let lengthBase = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthExtra = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBase = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145,
        8193, 12289, 16385, 24577,
    ]
    private static let distanceExtra = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
    private static let fixedLiterals = HuffmanCode(
        unchecked: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
    private static let fixedDistances = HuffmanCode(unchecked: Array(repeating: 5, count: 30))
}
