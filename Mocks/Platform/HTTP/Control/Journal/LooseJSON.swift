// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Looks for fields in what is nearly JSON: a body that was cut, or that its writer got wrong.
enum LooseJSON {
    /// The text with a mark in the place of each text that stands behind the name of a personal field; a last one may lack its end.
    static func marking(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var marked: [UInt8] = []
        marked.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "\"") else {
                marked.append(bytes[index])
                index += 1
                continue
            }
            let end = endOfString(bytes, from: index)
            marked += bytes[index..<end]
            let name = String(decoding: bytes[(index + 1)..<max(index + 1, end - 1)], as: UTF8.self)
            index = end
            guard let start = startOfValue(bytes, from: end) else { continue }
            let valueEnd = endOfString(bytes, from: start)
            let value = String(decoding: bytes[(start + 1)..<max(start + 1, valueEnd - 1)], as: UTF8.self)
            guard let datum = PersonalDatum(field: name, value: value) else { continue }
            marked += bytes[end...start] + Array(String(datum.mark).utf8) + [UInt8(ascii: "\"")]
            index = valueEnd
        }
        return String(decoding: marked, as: UTF8.self)
    }

    /// The index behind the quotation mark that ends a string, or behind everything.
    private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start + 1
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 2
            case UInt8(ascii: "\""): return index + 1
            default: index += 1
            }
        }
        return bytes.count
    }

    /// The index of the quotation mark that begins a value behind a colon, if that is what follows.
    private static func startOfValue(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        var hasColon = false
        while index < bytes.count {
            switch bytes[index] {
            case 9, 10, 13, 32: break
            case UInt8(ascii: ":") where !hasColon: hasColon = true
            case UInt8(ascii: "\"") where hasColon: return index
            default: return nil
            }
            index += 1
        }
        return nil
    }
}
