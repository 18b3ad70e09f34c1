// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A page of the documentation, for tests that hold it and the code together.
enum Page {
    /// The text of a file of this repository; nothing if it cannot be read.
    static func read(_ path: String, from file: String = #filePath) -> String? {
        // This file lies four folders deep: Tests/PlatformTests/Support/Page.swift.
        let root = file.split(separator: "/").dropLast(4).joined(separator: "/")
        guard let stream = fopen("/\(root)/\(path)", "r") else { return nil }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }
}
