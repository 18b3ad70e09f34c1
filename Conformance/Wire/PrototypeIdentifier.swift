// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The identifiers of December 2018, under which the control API names bookings in transfers: a number's bytes in base 32, with 8 and 9
/// where O and I would be misread.
enum PrototypeIdentifier {
    private static let letters = Array("ABCDEFGH9JKLMN8PQRSTUVWXYZ234567")

    /// The identifier of a number above zero.
    static func text(of number: Int) -> String {
        var bytes: [UInt8] = []
        var rest = number
        while rest > 0 {
            bytes.insert(UInt8(rest & 0xFF), at: 0)
            rest >>= 8
        }
        var text = ""
        var bits = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | Int(byte)
            count += 8
            while count >= 5 {
                text.append(letters[bits >> (count - 5) & 31])
                count -= 5
            }
        }
        if count > 0 { text.append(letters[bits << (5 - count) & 31]) }
        return text
    }
}
