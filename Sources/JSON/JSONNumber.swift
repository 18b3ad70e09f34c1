// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A JSON number, kept as the text it was written with.
///
/// Prices are decimals, and `1.10` has to stay `1.10`: nothing here goes through floating point. Two numbers are equal
/// when their texts are: `1.1` and `1.10` differ, though both are 110 cents.
public struct JSONNumber: Hashable, Sendable, CustomStringConvertible {
    /// The text, as written.
    public let text: String

    /// An integer.
    ///
    /// - Precondition: it fits `Int64`, since the parser refuses larger ones.
    public init(_ value: some BinaryInteger) {
        text = String(Int64(value))
    }

    /// The number with this text; nil when the text does not follow JSON's grammar or is an integer beyond 64 bits.
    public init?(text: String) {
        var text = text
        let isNumber = text.withUTF8 { bytes in
            var scanner = JSONScanner(bytes)
            guard let first = bytes.first, first == UInt8(ascii: "-") || first ^ 0x30 < 10 else { return false }
            return (try? scanner.scanNumber()) != nil && scanner.position == bytes.count
        }
        guard isNumber else { return nil }
        self.text = text
    }

    /// An amount in euros, given in cents: always written with two decimals, `10.00`.
    public init(cents: Int64) {
        let digits = String(cents.magnitude)
        let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        text = "\(cents < 0 ? "-" : "")\(padded.dropLast(2)).\(padded.suffix(2))"
    }

    /// A number whose text is known to follow the grammar.
    init(wellFormed text: String) {
        self.text = text
    }

    /// Whether the number was written without fraction and exponent.
    public var isInteger: Bool {
        text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 ^ 0x30 < 10 }
    }

    /// The integer; nil when the number was written with a fraction or an exponent, `1.0` included.
    public var int64: Int64? {
        Int64(text)
    }

    /// The text.
    public var description: String {
        text
    }
}

// MARK: - Fixed point

extension JSONNumber {
    /// What to do with the digits that do not fit.
    public enum Rounding: Hashable, Sendable {
        /// There must be none but zeros: the result is nil otherwise.
        case exactly
        /// They are dropped.
        case towardZero
        /// To the nearest, and from the middle away from zero.
        case halfAwayFromZero
        /// To the nearest, and from the middle to the even neighbour.
        case halfToEven
    }

    /// The number as an integer count of 10^-`digits`: `12.5` with 2 digits is 1250.
    ///
    /// - Parameters:
    ///   - digits: how many decimals to keep, 0 or more.
    ///   - rounding: what becomes of the decimals beyond.
    /// - Returns: nil when the result does not fit `Int64`, or when `rounding` is `exactly` and decimals would be lost.
    public func scaled(_ digits: Int, rounding: Rounding = .exactly) -> Int64? {
        let number = Decomposed(text)
        // The significant digits, with the point `shift` places to the right of the last one.
        let shift = number.exponent.addingReportingOverflow(digits)
        guard !shift.overflow else { return number.isZero ? 0 : nil }
        if number.isZero { return 0 }
        var magnitude: UInt64 = 0
        let kept = min(number.digits.count, max(0, number.digits.count &+ min(shift.partialValue, 0)))
        for digit in number.digits.prefix(kept) {
            guard let next = magnitude.appending(digit) else { return nil }
            magnitude = next
        }
        guard magnitude <= Int64.min.magnitude else { return nil }
        if shift.partialValue > 0, magnitude != 0 {
            guard shift.partialValue < 19 else { return nil }
            for _ in 0..<shift.partialValue {
                guard let next = magnitude.appending(0) else { return nil }
                magnitude = next
            }
        }
        let lost = number.digits.dropFirst(kept)
        // Below the first digit there may be zeros that are not written out.
        let isFarBelow = number.digits.count &+ shift.partialValue < 0
        if lost.contains(where: { $0 != 0 }) {
            let half: Int = isFarBelow ? -1 : Self.comparedToHalf(lost)
            switch rounding {
            case .exactly: return nil
            case .towardZero: break
            case .halfAwayFromZero: magnitude += half >= 0 ? 1 : 0
            case .halfToEven: magnitude += half > 0 || (half == 0 && magnitude % 2 == 1) ? 1 : 0
            }
        }
        return number.isNegative ? Int64(exactly: -Int128(magnitude)) : Int64(exactly: magnitude)
    }

    /// Whether digits after a point are less (-1), as much (0) or more (1) than one half.
    private static func comparedToHalf(_ digits: ArraySlice<UInt8>) -> Int {
        guard let first = digits.first else { return -1 }
        if first != 5 { return first < 5 ? -1 : 1 }
        return digits.dropFirst().allSatisfy { $0 == 0 } ? 0 : 1
    }

    /// A number taken apart: its digits without the point, times ten to the exponent.
    private struct Decomposed {
        var isNegative = false
        var digits: [UInt8] = []
        var exponent = 0

        var isZero: Bool {
            digits.isEmpty
        }

        init(_ text: String) {
            var isFraction = false
            var rest = text.utf8[...]
            while let byte = rest.popFirst() {
                switch byte {
                case UInt8(ascii: "-"): isNegative = true
                case UInt8(ascii: "."): isFraction = true
                case UInt8(ascii: "e"), UInt8(ascii: "E"):
                    // An exponent beyond Int is as good as the largest: nothing but zero survives either.
                    let isBelow = rest.first == UInt8(ascii: "-")
                    let written = Int(Substring(rest)) ?? (isBelow ? Int.min / 2 : Int.max / 2)
                    exponent += min(max(written, Int.min / 2), Int.max / 2)
                    rest = rest[rest.endIndex...]
                default:
                    if isFraction { exponent -= 1 }
                    if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte - UInt8(ascii: "0")) }
                }
            }
            while digits.last == 0 {
                digits.removeLast()
                exponent += 1
            }
        }
    }
}

extension UInt64 {
    /// This number with one more decimal digit at its end, or nil when it no longer fits.
    fileprivate func appending(_ digit: UInt8) -> UInt64? {
        let (tenfold, overflows) = multipliedReportingOverflow(by: 10)
        let (sum, overflowsToo) = tenfold.addingReportingOverflow(UInt64(digit))
        return overflows || overflowsToo ? nil : sum
    }
}
