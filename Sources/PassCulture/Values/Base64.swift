// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The bytes in the base64 of RFC 4648, section 4, padding included.
func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = bytes[start..<min(start + 3, bytes.count)]
        var bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
        var quartet: [UInt8] = []
        for _ in 0..<4 {
            quartet.insert(alphabet[bits & 0x3F], at: 0)
            bits >>= 6
        }
        for padding in (group.count + 1)..<4 {
            quartet[padding] = UInt8(ascii: "=")
        }
        text += quartet
    }
    return String(decoding: text, as: UTF8.self)
}
