// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A form with files, as a browser sends it (RFC 7578).
struct MultipartForm {
    private static let boundary = "passculture-conformance-7d93a1"
    private var parts: [UInt8] = []

    /// The header that announces it.
    var contentType: String { "multipart/form-data; boundary=\(MultipartForm.boundary)" }

    /// The whole body.
    var body: [UInt8] { parts + Array("--\(MultipartForm.boundary)--\r\n".utf8) }

    /// Adds a field.
    mutating func add(_ name: String, _ value: String) {
        start("Content-Disposition: form-data; name=\"\(name)\"")
        parts += Array(value.utf8) + [13, 10]
    }

    /// Adds a file.
    mutating func add(_ name: String, fileName: String, type: String, bytes: [UInt8]) {
        start("Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(fileName)\"\r\nContent-Type: \(type)")
        parts += bytes + [13, 10]
    }

    private mutating func start(_ headers: String) {
        parts += Array("--\(MultipartForm.boundary)\r\n\(headers)\r\n\r\n".utf8)
    }
}
