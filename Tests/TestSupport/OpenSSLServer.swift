// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// OpenSSL's own test server, with a certificate made for the occasion and signed by nobody else.
package final class OpenSSLServer: Sendable {
    private static let program = "/usr/bin/openssl"

    /// Whether this machine has it.
    package static let isAvailable = access(program, X_OK) == 0

    /// Where it listens, on 127.0.0.1.
    package let port: UInt16
    /// The path of the certificate, which is its own authority.
    package let certificate: String
    private let directory: String
    private let process: ChildProcess

    /// Starts the server, on a thread that waits until it listens.
    ///
    /// - Parameter options: what `openssl s_server` is told besides.
    package static func start(_ options: [String] = []) async throws -> OpenSSLServer {
        try await Thread.run { try OpenSSLServer(options) }
    }

    private init(_ options: [String]) throws {
        var template = Array("/tmp/passculture-tls-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemCallError(call: "mkdtemp") }
        directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        certificate = directory + "/certificate.pem"
        let key = directory + "/key.pem"
        let maker = try ChildProcess(
            Self.program,
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
                "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate,
            ])
        let code = try maker.waitForEnd()
        guard code == 0 else { throw SystemCallError(call: "openssl req", number: code) }

        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw SystemCallError(call: "pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        do {
            defer { close(ends[1]) }
            process = try ChildProcess(
                Self.program,
                ["s_server", "-www", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key] + options,
                output: ends[1])
        }
        guard let port = Self.port(saidOn: ends[0]) else { throw SystemCallError(call: "openssl s_server") }
        self.port = port
    }

    deinit {
        process.kill()
        _ = try? process.waitForEnd()
        for name in ["certificate.pem", "key.pem"] { unlink("\(directory)/\(name)") }
        rmdir(directory)
    }

    /// Its port: it says "ACCEPT 127.0.0.1:54321" once it listens.
    private static func port(saidOn descriptor: Int32) -> UInt16? {
        var said = ""
        var byte: UInt8 = 0
        while read(descriptor, &byte, 1) == 1 {
            guard byte == UInt8(ascii: "\n") else {
                said.unicodeScalars.append(Unicode.Scalar(byte))
                continue
            }
            if said.hasPrefix("ACCEPT"), let port = said.split(separator: ":").last.flatMap({ UInt16($0) }) {
                return port
            }
            said = ""
        }
        return nil
    }
}
