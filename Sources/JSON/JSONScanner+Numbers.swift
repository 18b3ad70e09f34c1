// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension JSONScanner {
    /// Steps over a number; stands on its sign or first digit.
    ///
    /// The offset of a malformed number is that of the byte at fault, that of an integer out of range its first byte.
    mutating func scanNumber() throws(JSONSyntaxError) {
        let start = position
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        if isNegative, startsWord("Infinity", at: position) { throw JSONSyntaxError(.notFinite, at: start) }
        let firstDigit = position
        try scanDigits()
        if bytes[firstDigit] == UInt8(ascii: "0"), position - firstDigit > 1 {
            throw JSONSyntaxError(.invalidNumber, at: firstDigit)
        }
        let endOfInteger = position
        if position < end, bytes[position] == UInt8(ascii: ".") {
            position += 1
            try scanDigits()
        }
        if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < end, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            try scanDigits()
        }
        if position == endOfInteger {
            guard fits(firstDigit..<position, isNegative: isNegative) else {
                throw JSONSyntaxError(.integerOutOfRange, at: start)
            }
            if isNegative, bytes[firstDigit] == UInt8(ascii: "0") { negativeZeros.append(numberCount) }
        }
        numberCount += 1
    }

    private mutating func scanDigits() throws(JSONSyntaxError) {
        let start = position
        while position < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) { position += 1 }
        guard position > start else {
            throw JSONSyntaxError(position < end ? .invalidNumber : .unexpectedEnd, at: position)
        }
    }

    private func fits(_ digits: Range<Int>, isNegative: Bool) -> Bool {
        if digits.count < 19 { return true }
        if digits.count > 19 { return false }
        var magnitude: UInt64 = 0
        for index in digits { magnitude = magnitude * 10 + UInt64(bytes[index] - UInt8(ascii: "0")) }
        return magnitude <= (isNegative ? Int64.min : Int64.max).magnitude
    }
}
