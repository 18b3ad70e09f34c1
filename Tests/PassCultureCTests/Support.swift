// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import PassCulture
import PassCultureTesting
import TestSupport
import Testing

/// A till as a C program has it, closed when let go. A handle is a number and may cross threads.
final class CTill: Sendable {
    private let number: UInt

    /// What C calls the till.
    var handle: OpaquePointer? { OpaquePointer(bitPattern: number) }

    /// Opens a till at an address, which may stand in for anything that listens there.
    init(_ url: String, change: (inout pc_config) -> Void = { _ in }) throws {
        var handle: OpaquePointer?
        let status = withConfig(url) { config in
            change(&config)
            return pc_open(&config, &handle)
        }
        try #require(status == PC_OK)
        number = UInt(bitPattern: handle)
    }

    deinit {
        _ = pc_close(handle)
    }

    /// Checks on a thread of its own.
    func check(_ countermark: String) async -> (status: Int32, result: pc_check_result) {
        await Thread.run { [self] in
            var result = pc_check_result(sized: true)
            return (pc_check(handle, countermark, &result), result)
        }
    }

    /// Validates on a thread of its own.
    func validate(_ countermark: String) async -> (status: Int32, validation: pc_validation, error: pc_error) {
        await Thread.run { [self] in
            var validation = pc_validation(sized: true)
            let status = pc_validate(handle, countermark, nil, &validation)
            return (status, validation, lastError())
        }
    }
}

/// Hands over a configuration for a platform at an address, complete unless changed.
func withConfig<Result>(_ url: String?, _ body: (inout pc_config) -> Result) -> Result {
    "pro@example.com".withCString { email in
        "Azerty123456!@".withCString { password in
            func ask(_ url: UnsafePointer<CChar>?) -> Result {
                var config = pc_config()
                config.size = UInt32(MemoryLayout<pc_config>.size)
                config.base_url = url
                config.email = email
                config.password = password
                return body(&config)
            }
            return url.map { $0.withCString(ask) } ?? ask(nil)
        }
    }
}

/// What `pc_last_error` tells on this thread.
func lastError() -> pc_error {
    var error = pc_error(sized: true)
    #expect(pc_last_error(&error) == PC_OK)
    return error
}

/// The text in a place of a struct.
func text<Place>(_ place: Place) -> String {
    withUnsafeBytes(of: place) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
}

/// A sample answer as it stands on the wire.
func wire(_ sample: SampleAnswer) -> SocketServer.Step {
    let body = String(decoding: sample.response.body, as: UTF8.self)
    let head = "HTTP/1.1 \(sample.response.status) X\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
    return .close(after: head + body)
}

/// A 204 as it stands on the wire.
let noContent = SocketServer.Step.close(after: "HTTP/1.1 204 NO CONTENT\r\nConnection: close\r\n\r\n")

extension pc_check_result {
    init(sized: Bool) {
        self.init()
        if sized { size = UInt32(MemoryLayout<Self>.size) }
    }
}

extension pc_validation {
    init(sized: Bool) {
        self.init()
        if sized { size = UInt32(MemoryLayout<Self>.size) }
    }
}

extension pc_sale {
    init(sized: Bool) {
        self.init()
        if sized { size = UInt32(MemoryLayout<Self>.size) }
    }
}

extension pc_reconciliation {
    init(sized: Bool) {
        self.init()
        if sized { size = UInt32(MemoryLayout<Self>.size) }
    }
}

extension pc_error {
    init(sized: Bool) {
        self.init()
        if sized { size = UInt32(MemoryLayout<Self>.size) }
    }
}
