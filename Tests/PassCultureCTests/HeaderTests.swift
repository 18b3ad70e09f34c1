// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import Glibc
import TestSupport
import Testing

@testable import PassCultureC

/// The header is what C programs are compiled with: it must please their compilers, and must not change under them.
@Suite(.timeLimit(.minutes(2)))
struct HeaderTests {
    private static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

    private static func read(_ path: String) throws -> String {
        let descriptor = open("\(root)/\(path)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemCallError(call: "open \(path)") }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    @Test(arguments: [
        ("gcc", "c", "c99"), ("gcc", "c", "c11"), ("clang", "c", "c99"), ("clang", "c", "c11"), ("g++", "c++", "c++17"),
        ("clang++", "c++", "c++17"),
    ])
    func `compiles without a warning`(compiler: String, language: String, standard: String) async throws {
        guard let compiler = Program.found(compiler) else {
            print("not tried: there is no \(compiler) here")
            return
        }
        let folder = try ScratchFolder()
        // The structs are used, so that a warning about how one is written shows.
        let program = """
            #include <passculture.h>
            int main(void) {
                pc_config config = {0};
                pc_till *till = 0;
                config.size = sizeof config;
                return (int)(PC_NO_TIME == 0) + (int)(till != 0) + (int)(PC_CLEAR_TEXT & config.flags);
            }

            """
        try folder.write("program", Array(program.utf8))
        let missing = language == "c++" ? ["-Wno-missing-field-initializers"] : []
        let ending = try await compiler.run(
            ["-std=\(standard)", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only"] + missing
                + ["-I", "\(Self.root)/Sources/CPassCulture", "-x", language, "\(folder.path)/program"])
        #expect(ending.code == 0, "\(ending.error)")
        #expect(ending.error.isEmpty)
    }

    @Test func `declares what the list of symbols freezes, and nothing else`() throws {
        let listed = try Self.read("Sources/PassCultureC/symbols.txt").split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.compactMap { $0.split(separator: " ").last.map(String.init) }
        let header = try Self.read("Sources/CPassCulture/passculture.h")
        let declared = header.split(separator: "\n").compactMap { line -> String? in
            guard line.hasPrefix("int32_t pc_") || line.hasPrefix("const char *pc_") else { return nil }
            return line.firstRange(of: "pc_").map { String(line[$0.lowerBound...].prefix { $0 != "(" }) }
        }
        #expect(listed == declared.sorted())
        #expect(declared.count == 16)
    }

    @Test func `the structs are what they were in version 1`() {
        #expect(MemoryLayout<pc_config>.size == 120)
        #expect(MemoryLayout<pc_config>.offset(of: \.base_url) == 8)
        #expect(MemoryLayout<pc_config>.offset(of: \.outbox_path) == 64)
        #expect(MemoryLayout<pc_config>.offset(of: \.total_deadline_ms) == 88)
        #expect(MemoryLayout<pc_config>.offset(of: \.offline_amount_cents) == 112)
        #expect(MemoryLayout<pc_check_result>.size == 2_120)
        #expect(MemoryLayout<pc_check_result>.offset(of: \.quantity) == pc_check_result.leastSize)
        #expect(MemoryLayout<pc_check_result>.offset(of: \.confirmed_from) == 2_112)
        #expect(MemoryLayout<pc_check_result>.offset(of: \.begins_at) == 16)
        #expect(MemoryLayout<pc_check_result>.offset(of: \.offer_name) == 1_120)
        #expect(MemoryLayout<pc_provider>.size == 32)
        #expect(MemoryLayout<pc_provider>.offset(of: \.key) == 16)
        #expect(MemoryLayout<pc_sale>.size == 24)
        #expect(MemoryLayout<pc_sale>.offset(of: \.begins_at) == 16)
        #expect(MemoryLayout<pc_validation>.size == 1_152)
        #expect(MemoryLayout<pc_validation>.offset(of: \.attempt) == 32)
        #expect(MemoryLayout<pc_validation>.offset(of: \.cashier_fr) == 128)
        #expect(MemoryLayout<pc_attempt>.size == 96)
        #expect(MemoryLayout<pc_attempt>.offset(of: \.attempt) == 48)
        #expect(MemoryLayout<pc_reconciliation>.size == 36)
        #expect(MemoryLayout<pc_reconciliation>.offset(of: \.other_venue) == pc_reconciliation.leastSize)
        #expect(MemoryLayout<pc_error>.size == 1_616)
        #expect(MemoryLayout<pc_error>.offset(of: \.cashier_fr) == 592)
    }

    @Test func `every size of version 1 is still taken`() {
        #expect(
            [pc_config.leastSize, pc_provider.leastSize, pc_sale.leastSize, pc_check_result.leastSize]
                == [120, 32, 24, 2_096])
        #expect(
            [pc_validation.leastSize, pc_attempt.leastSize, pc_reconciliation.leastSize, pc_error.leastSize]
                == [1_152, 96, 32, 1_616])
    }

    @Test func `the sample in Python has the same structs`() async throws {
        guard let python = Program.found("python3") else {
            print("not tried: there is no python3 here")
            return
        }
        let ending = try await python.run(
            [
                "-c",
                """
                import ctypes, passculture as p
                for struct in p._Config, p._CheckResult, p._Sale, p._Validation, p._Attempt, p._Reconciliation, p._Error:
                    print(ctypes.sizeof(struct), *(getattr(struct, name).offset for name, _ in struct._fields_))
                """,
            ], environment: ["PYTHONPATH": "\(Self.root)/Samples/Python", "PYTHONDONTWRITEBYTECODE": "1"])
        #expect(ending.code == 0, "\(ending.error)")
        let rows = ending.output.split(separator: "\n").map { $0.split(separator: " ").compactMap { Int($0) } }
        try #require(rows.count == 7)
        #expect(
            rows.map(\.first) == [
                MemoryLayout<pc_config>.size, MemoryLayout<pc_check_result>.size, MemoryLayout<pc_sale>.size,
                MemoryLayout<pc_validation>.size, MemoryLayout<pc_attempt>.size, MemoryLayout<pc_reconciliation>.size,
                MemoryLayout<pc_error>.size,
            ])
        #expect(rows[0].last == MemoryLayout<pc_config>.offset(of: \.offline_amount_cents))
        #expect(rows[1].last == MemoryLayout<pc_check_result>.offset(of: \.confirmed_from))
        #expect(rows[3].last == MemoryLayout<pc_validation>.offset(of: \.cashier_en))
        #expect(rows[4].last == MemoryLayout<pc_attempt>.offset(of: \.countermark))
        #expect(rows[5].last == MemoryLayout<pc_reconciliation>.offset(of: \.other_venue))
        #expect(rows[6].last == MemoryLayout<pc_error>.offset(of: \.cashier_en))
    }

    @Test func `the numbers are what they were in version 1`() {
        #expect(
            [
                PC_OK, PC_BAD_ARGUMENT, PC_BAD_SIZE, PC_BAD_TEXT, PC_BAD_HANDLE, PC_BAD_CONFIG, PC_NO_OUTBOX,
                PC_NOT_IN_EDITION,
            ]
                == [0, 1, 2, 3, 4, 5, 6, 7])
        #expect(
            [
                PC_BAD_COUNTERMARK, PC_NOT_LATER, PC_LIMIT_REACHED, PC_ALREADY_TAKEN, PC_NO_SUCH_ATTEMPT,
                PC_WRONG_STATE, PC_UNDER_WAY, PC_TIME_NEEDED,
            ] == [10, 11, 12, 13, 14, 15, 16, 17])
        #expect(
            [
                PC_NEVER_SENT, PC_OUTBOX_FAILED, PC_SERVICE_DOWN, PC_NO_ANSWER, PC_UNEXPECTED_STATUS,
                PC_UNREADABLE_ANSWER, PC_CANCELLED, PC_TOO_MANY_REQUESTS, PC_NOT_ACCEPTED, PC_BAD_SIGNATURE, PC_FAILED,
            ] == [20, 21, 22, 23, 24, 25, 26, 27, 28, 30, 99])
        #expect(
            [PC_NONE, PC_VALID, PC_REFUSED, PC_VALIDATED, PC_PROVISIONAL, PC_PROBABLE, PC_UNKNOWN, PC_REVERSED]
                == [0, 1, 2, 3, 4, 5, 6, 7])
        #expect([PC_CINEMA, PC_BOOK, PC_SHOW, PC_PRACTICE, PC_DIGITAL] == [1, 2, 3, 4, 5])
        #expect([PC_INTEGRATION, PC_PRODUCTION] == [1, 2])
        #expect([PC_OTHER_TILL, PC_OTHER_DESK, PC_OTHER_SERVICE] == [1, 2, 4])
        #expect([PC_CLEAR_TEXT, PC_SHARED_LEDGER, PC_AGAINST_THE_GUIDE] == [1, 2, 4])
    }
}
