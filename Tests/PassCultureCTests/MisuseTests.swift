// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import TestSupport
import Testing

/// What a C program can do wrong gives a status and sends nothing.
@Suite(.timeLimit(.minutes(1)))
struct MisuseTests {
    /// Nobody listens there, and nobody should be asked.
    private static let nowhere = "http://127.0.0.1:9"

    @Test func `NULL is refused everywhere`() throws {
        let till = try CTill(Self.nowhere)
        var handle: OpaquePointer?
        var check = pc_check_result(sized: true), validation = pc_validation(sized: true)
        var config = pc_config()
        #expect(pc_open(nil, &handle) == PC_BAD_ARGUMENT)
        #expect(pc_open(&config, nil) == PC_BAD_ARGUMENT)
        #expect(pc_check(nil, "LYSYU9", &check) == PC_BAD_ARGUMENT)
        #expect(pc_check(till.handle, nil, &check) == PC_BAD_ARGUMENT)
        #expect(pc_check(till.handle, "LYSYU9", nil) == PC_BAD_ARGUMENT)
        #expect(pc_validate(nil, "LYSYU9", nil, &validation) == PC_BAD_ARGUMENT)
        #expect(pc_validate(till.handle, nil, nil, &validation) == PC_BAD_ARGUMENT)
        #expect(pc_validate(till.handle, "LYSYU9", nil, nil) == PC_BAD_ARGUMENT)
        #expect(pc_validate_later(till.handle, "LYSYU9", nil, nil) == PC_BAD_ARGUMENT)
        #expect(pc_pending(till.handle, nil, 0, 0, nil) == PC_BAD_ARGUMENT)
        #expect(pc_reconcile(till.handle, nil) == PC_BAD_ARGUMENT)
        #expect(pc_confirm(till.handle, nil, "Mme Martin", &validation) == PC_BAD_ARGUMENT)
        #expect(pc_confirm(till.handle, "0000000000000000", nil, &validation) == PC_BAD_ARGUMENT)
        #expect(pc_confirm(till.handle, "0000000000000000", "Mme Martin", nil) == PC_BAD_ARGUMENT)
        #expect(pc_abandon(till.handle, nil, "Mme Martin") == PC_BAD_ARGUMENT)
        #expect(pc_last_error(nil) == PC_BAD_ARGUMENT)
        #expect(pc_close(nil) == PC_OK)
        #expect(handle == nil)
    }

    @Test(arguments: [0, 4, 7, 65_537, UInt32.max]) func `a size that none can have is refused`(size: UInt32) throws {
        let till = try CTill(Self.nowhere)
        var handle: OpaquePointer?
        let opened = withConfig(Self.nowhere) { config in
            config.size = size
            return pc_open(&config, &handle)
        }
        #expect(opened == PC_BAD_SIZE)
        #expect(handle == nil)
        var check = pc_check_result(), validation = pc_validation(), error = pc_error(), done = pc_reconciliation()
        (check.size, validation.size, error.size, done.size) = (size, size, size, size)
        #expect(pc_check(till.handle, "LYSYU9", &check) == PC_BAD_SIZE)
        #expect(pc_validate(till.handle, "LYSYU9", nil, &validation) == PC_BAD_SIZE)
        #expect(pc_last_error(&error) == PC_BAD_SIZE)
        #expect(pc_reconcile(till.handle, &done) == PC_BAD_SIZE)
        #expect(text(lastError().detail).contains("sizeof (pc_reconciliation)"))
        var sale = pc_sale()
        sale.size = size
        validation.size = UInt32(MemoryLayout<pc_validation>.size)
        #expect(pc_validate(till.handle, "LYSYU9", &sale, &validation) == PC_BAD_SIZE)
    }

    @Test func `a newer program's struct is filled as far as it is known, and its unknown settings are refused`() throws
    {
        struct Newer<Known> {
            var known: Known
            var added: UInt64 = 0
        }
        var config = withConfig(Self.nowhere) { Newer(known: $0) }
        config.known.size = UInt32(MemoryLayout<Newer<pc_config>>.size)
        var handle: OpaquePointer?
        func open() -> Int32 {
            // The texts of `withConfig` are gone by now; none of them is read before the size is judged.
            withConfig(Self.nowhere) { fresh in
                let size = config.known.size
                config.known = fresh
                config.known.size = size
                return withUnsafeMutablePointer(to: &config) {
                    $0.withMemoryRebound(to: pc_config.self, capacity: 1) { pc_open($0, &handle) }
                }
            }
        }
        #expect(open() == PC_OK)
        #expect(pc_close(handle) == PC_OK)
        config.added = 1
        #expect(open() == PC_BAD_SIZE)
        #expect(text(lastError().detail).contains("does not know"))

        var error = Newer(known: pc_error(), added: 7)
        error.known.size = UInt32(MemoryLayout<Newer<pc_error>>.size)
        withUnsafeMutablePointer(to: &error) {
            $0.withMemoryRebound(to: pc_error.self, capacity: 1) { #expect(pc_last_error($0) == PC_OK) }
        }
        #expect(error.known.status == PC_BAD_SIZE)
        #expect(error.added == 7)
        #expect(error.known.size == UInt32(MemoryLayout<Newer<pc_error>>.size))
    }

    @Test func `text that is no UTF-8, or too long, is refused`() throws {
        let till = try CTill(Self.nowhere)
        var check = pc_check_result(sized: true)
        for bytes: [UInt8] in [
            [0xFF, 0], [0xC0, 0xAF, 0], [0xED, 0xA0, 0x80, 0], [0xF4, 0x90, 0x80, 0x80, 0], [0xC3, 0],
        ] {
            let status = bytes.map(CChar.init(bitPattern:)).withUnsafeBufferPointer {
                pc_check(till.handle, $0.baseAddress, &check)
            }
            #expect(status == PC_BAD_TEXT)
        }
        #expect(pc_check(till.handle, String(repeating: " ", count: 257), &check) == PC_BAD_TEXT)
        // As long as may be: read, and found to be no countermark.
        #expect(pc_check(till.handle, String(repeating: " ", count: 256), &check) == PC_BAD_COUNTERMARK)
        #expect(pc_check(till.handle, "", &check) == PC_BAD_COUNTERMARK)
        #expect(pc_check(till.handle, "LYSYU", &check) == PC_BAD_COUNTERMARK)
        #expect(text(lastError().cashier_fr).hasPrefix("Une contremarque a six lettres"))
        let long = String(repeating: "p", count: 4_097)
        let opened = long.withCString { password in
            withConfig(Self.nowhere) { config in
                config.password = password
                var handle: OpaquePointer?
                return pc_open(&config, &handle)
            }
        }
        #expect(opened == PC_BAD_TEXT)
    }

    @Test func `a till that was closed is told from an open one, for ever`() throws {
        let till = try CTill(Self.nowhere)
        let handle = till.handle
        #expect(pc_close(handle) == PC_OK)
        #expect(pc_close(handle) == PC_BAD_HANDLE)
        let other = try CTill(Self.nowhere)
        #expect(other.handle != handle)
        var check = pc_check_result(sized: true), validation = pc_validation(sized: true)
        var done = pc_reconciliation(sized: true)
        var count: UInt32 = 7
        #expect(pc_check(handle, "LYSYU9", &check) == PC_BAD_HANDLE)
        #expect(pc_validate(handle, "LYSYU9", nil, &validation) == PC_BAD_HANDLE)
        #expect(pc_validate_later(handle, "LYSYU9", nil, &validation) == PC_BAD_HANDLE)
        #expect(pc_pending(handle, nil, 0, 0, &count) == PC_BAD_HANDLE)
        #expect(count == 0)
        #expect(pc_reconcile(handle, &done) == PC_BAD_HANDLE)
        #expect(pc_check(OpaquePointer(bitPattern: 0xDEAD_BEEF), "LYSYU9", &check) == PC_BAD_HANDLE)
        #expect(lastError().nothing_was_sent == 1)
    }

    @Test func `an outcome of before does not outlive a call that fails`() throws {
        let till = try CTill(Self.nowhere)
        var validation = pc_validation(sized: true)
        validation.outcome = PC_VALIDATED
        #expect(pc_validate(till.handle, "?", nil, &validation) == PC_BAD_COUNTERMARK)
        #expect(validation.outcome == PC_NONE)
    }

    @Test func `which pass Culture is meant must be said, once`() {
        func open(_ url: String?, _ change: (inout pc_config) -> Void) -> Int32 {
            withConfig(url) { config in
                change(&config)
                var handle: OpaquePointer?
                let status = pc_open(&config, &handle)
                // Closing nothing would make the thread forget why opening failed.
                if status == PC_OK { _ = pc_close(handle) }
                return status
            }
        }
        #expect(open(nil) { _ in } == PC_BAD_ARGUMENT)
        #expect(open(nil) { $0.environment = PC_INTEGRATION } == PC_OK)
        #expect(open(nil) { $0.environment = PC_PRODUCTION } == PC_OK)
        #expect(open(nil) { $0.environment = 3 } == PC_BAD_ARGUMENT)
        #expect(open(Self.nowhere) { $0.environment = PC_PRODUCTION } == PC_BAD_ARGUMENT)
        #expect(open("http://caisse.example") { _ in } == PC_BAD_CONFIG)
        #expect(open("http://caisse.example") { $0.flags = PC_CLEAR_TEXT } == PC_OK)
        #expect(open(Self.nowhere) { $0.flags = 8 } == PC_BAD_ARGUMENT)
        #expect(open(Self.nowhere) { $0.reserved = 1 } == PC_BAD_ARGUMENT)
        #expect(open(Self.nowhere) { $0.email = nil } == PC_BAD_ARGUMENT)
        "/nonexistent/ca.pem".withCString { path in
            #expect(open(Self.nowhere) { $0.ca_file = path } == PC_BAD_CONFIG)
        }
        #expect(text(lastError().detail).contains("ca_file"))
    }

    @Test func `a sale with a number that means nothing is refused`() throws {
        let till = try CTill(Self.nowhere)
        var validation = pc_validation(sized: true)
        func validate(_ change: (inout pc_sale) -> Void) -> Int32 {
            var sale = pc_sale(sized: true)
            change(&sale)
            return pc_validate(till.handle, "LYSYU9", &sale, &validation)
        }
        #expect(validate { $0.kind = -1 } == PC_BAD_ARGUMENT)
        #expect(validate { $0.kind = 6 } == PC_BAD_ARGUMENT)
        #expect(validate { $0.amount_cents = -1 } == PC_BAD_ARGUMENT)
        #expect(validate { $0.begins_at = -1 } == PC_BAD_ARGUMENT)
        #expect(validate { $0.begins_at = .max } == PC_BAD_ARGUMENT)
    }

    @Test func `without an outbox nothing is stored`() throws {
        let till = try CTill(Self.nowhere)
        var validation = pc_validation(sized: true), done = pc_reconciliation(sized: true)
        var sale = pc_sale(sized: true)
        sale.kind = PC_CINEMA
        var count: UInt32 = 7
        #expect(pc_confirm(till.handle, "0000000000000000", "Mme Martin", &validation) == PC_NO_OUTBOX)
        #expect(pc_abandon(till.handle, "0000000000000000", "Mme Martin") == PC_NO_OUTBOX)
        #expect(pc_validate_later(till.handle, "LYSYU9", &sale, &validation) == PC_NO_OUTBOX)
        #expect(pc_pending(till.handle, nil, 0, 0, &count) == PC_NO_OUTBOX)
        #expect(pc_reconcile(till.handle, &done) == PC_NO_OUTBOX)
        #expect(text(lastError().detail).contains("outbox_path"))
    }

    @Test func `the versions are told`() {
        #expect(pc_abi_version() == PC_ABI_VERSION)
        #expect(String(cString: pc_version()).split(separator: ".").count == 3)
        #expect(pc_version() == pc_version())
    }
}
