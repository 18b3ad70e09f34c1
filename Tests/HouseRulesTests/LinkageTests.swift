// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HouseRules
import Testing

/// What a linked file needs, read from the file itself.
struct LinkageTests {
    /// A minimal ELF file whose dynamic section names `libraries`, mapped at an address that is not its place in the
    /// file.
    private func elf(needing libraries: [String]) -> [UInt8] {
        func word(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> ($0 * 8) & 0xFF) } }
        let base = 0x40_0000
        let dynamicOffset = 64 + 2 * 56
        let dynamicSize = (libraries.count + 2) * 16
        let stringsOffset = dynamicOffset + dynamicSize
        var strings: [UInt8] = [0]
        var dynamic: [UInt8] = []
        for library in libraries {
            dynamic += word(1, 8) + word(strings.count, 8)
            strings += Array(library.utf8) + [0]
        }
        dynamic += word(5, 8) + word(base + stringsOffset, 8) + word(0, 8) + word(0, 8)
        let total = stringsOffset + strings.count
        func segment(_ type: Int, _ offset: Int, _ size: Int) -> [UInt8] {
            word(type, 4) + word(4, 4) + word(offset, 8) + word(base + offset, 8) + word(base + offset, 8)
                + word(size, 8)
                + word(size, 8) + word(8, 8)
        }
        var header: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] + word(0, 8) + word(3, 2) + word(62, 2) + word(1, 4)
        header +=
            word(0, 8) + word(64, 8) + word(0, 8) + word(0, 4) + word(64, 2) + word(56, 2) + word(2, 2) + word(0, 6)
        return header + segment(1, 0, total) + segment(2, dynamicOffset, dynamicSize) + dynamic + strings
    }

    @Test(arguments: [
        "libFoundation.so", "libFoundationEssentials.so", "libFoundationNetworking.so", "lib_FoundationICU.so",
    ])
    func aNeededLibraryOfFoundationIsCaught(library: String) throws {
        let linkage = try Linkage(of: elf(needing: ["libc.so.6", library, "libswiftCore.so"]))
        #expect(linkage.needed == ["libc.so.6", library, "libswiftCore.so"])
        #expect(linkage.foundation == [library])
    }

    @Test func aFileWithoutFoundationPasses() throws {
        #expect(try Linkage(of: elf(needing: ["libcurl.so.4", "libjson-c.so.5"])).foundation == [])
    }

    @Test func theRunningProgramIsRead() throws {
        let linkage = try Linkage(of: SourceTree.bytes(of: "/proc/self/exe"))
        #expect(linkage.needed.contains { $0.hasPrefix("libc.so") })
    }

    @Test func whatCannotBeReadIsAnErrorAndNeverAPass() {
        let whole = elf(needing: ["libc.so.6"])
        for length in [0, 3, 40, 63, 100, 170, 200, whole.count - 1] {
            #expect(throws: Linkage.FormatError.self) { try Linkage(of: Array(whole[..<length])) }
        }
        #expect(throws: Linkage.FormatError.self) { try Linkage(of: Array("#!/bin/sh\necho no program\n".utf8)) }
    }
}
