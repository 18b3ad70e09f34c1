// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The shared libraries that a linked program or library asks the loader for: the `DT_NEEDED` entries of a 64-bit
/// little-endian ELF file.
///
/// Imports say what the sources name; this says what the linker really took along, through whatever dependency.
package struct Linkage: Sendable {
    /// Why a file could not be read as a linked ELF file.
    package struct FormatError: Error, Hashable, CustomStringConvertible {
        /// What is wrong with it.
        package let description: String
    }

    /// The names of the libraries, in the order of the file.
    package let needed: [String]

    /// The libraries named by the ELF file `bytes`.
    ///
    /// - Throws: ``FormatError`` for another format, a file that is cut short, and a file that is not dynamically
    ///   linked, so that nothing read is never taken for nothing needed.
    package init(of bytes: [UInt8]) throws(FormatError) {
        let file = ELFBytes(bytes)
        guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else {
            throw FormatError(description: "no 64-bit little-endian ELF file")
        }
        let headers = try file.word(at: 0x20, bytes: 8)
        let headerSize = try file.word(at: 0x36, bytes: 2)
        let headerCount = try file.word(at: 0x38, bytes: 2)
        /// The pieces of the file that the loader maps: where they lie in memory and in the file.
        var loads: [(address: Int, offset: Int, size: Int)] = []
        var dynamic: (offset: Int, size: Int)?
        for index in 0..<headerCount {
            let at = headers + index * headerSize
            let offset = try file.word(at: at + 0x08, bytes: 8)
            let size = try file.word(at: at + 0x20, bytes: 8)
            switch try file.word(at: at, bytes: 4) {
            case 1: loads.append((try file.word(at: at + 0x10, bytes: 8), offset, size))
            case 2: dynamic = (offset, size)
            default: continue
            }
        }
        guard let dynamic else { throw FormatError(description: "not dynamically linked") }
        var names: [Int] = []
        var strings: Int?
        for at in stride(from: dynamic.offset, to: dynamic.offset + dynamic.size, by: 16) {
            let tag = try file.word(at: at, bytes: 8)
            let value = try file.word(at: at + 8, bytes: 8)
            if tag == 0 { break }
            if tag == 1 { names.append(value) }
            if tag == 5 { strings = value }
        }
        guard let strings,
            let load = loads.first(where: { $0.address <= strings && strings < $0.address + $0.size })
        else { throw FormatError(description: "no table of strings") }
        var needed: [String] = []
        for name in names { needed.append(try file.string(at: strings - load.address + load.offset + name)) }
        self.needed = needed
    }

    /// The libraries of Foundation among ``needed``, whole or in part.
    package var foundation: [String] {
        needed.filter { $0.hasPrefix("libFoundation") || $0.hasPrefix("lib_Foundation") }
    }
}

/// Bytes read by offset, each read checked against the end.
private struct ELFBytes {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func word(at offset: Int, bytes count: Int) throws(Linkage.FormatError) -> Int {
        guard offset >= 0, offset <= bytes.count - count else { throw .init(description: "cut short") }
        let value = bytes[offset..<(offset + count)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        // Sizes and addresses beyond are no file of ours; as an offset they fail the check above.
        return Int(clamping: value) == Int.max ? -1 : Int(value)
    }

    func string(at offset: Int) throws(Linkage.FormatError) -> String {
        guard offset >= 0, offset < bytes.count, let end = bytes[offset...].firstIndex(of: 0) else {
            throw .init(description: "cut short")
        }
        return String(decoding: bytes[offset..<end], as: UTF8.self)
    }
}
