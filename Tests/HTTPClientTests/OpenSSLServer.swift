// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// OpenSSL's own test server, with a certificate made for the occasion and signed by nobody else.
final class OpenSSLServer: Sendable {
    static let isAvailable = access("/usr/bin/openssl", X_OK) == 0

    let port: Int
    /// The certificate, which is its own authority.
    let certificate: String
    private let directory: String
    private let process: pid_t

    /// Starts the server.
    ///
    /// - Parameter options: what `openssl s_server` is told besides.
    init(_ options: [String] = []) throws {
        var template = Array("/tmp/passculture-tls-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SocketServer.Failure(call: "mkdtemp") }
        directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        certificate = directory + "/certificate.pem"
        let key = directory + "/key.pem"
        let maker = try Self.run(
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
                "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate,
            ], output: nil)
        var status: Int32 = 0
        waitpid(maker, &status, 0)
        guard status == 0 else { throw SocketServer.Failure(call: "openssl req", code: status) }

        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw SocketServer.Failure(call: "pipe") }
        process = try Self.run(
            ["s_server", "-www", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key] + options,
            output: ends[1])
        close(ends[1])
        defer { close(ends[0]) }
        // It says "ACCEPT 127.0.0.1:54321" once it listens.
        var said = ""
        var byte: UInt8 = 0
        var port: Int?
        while port == nil, read(ends[0], &byte, 1) == 1 {
            if byte == UInt8(ascii: "\n") {
                if said.hasPrefix("ACCEPT"), let number = said.split(separator: ":").last { port = Int(number) }
                said = ""
            } else {
                said.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        guard let port else { throw SocketServer.Failure(call: "openssl s_server") }
        self.port = port
    }

    deinit {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
        for name in ["certificate.pem", "key.pem"] { unlink("\(directory)/\(name)") }
        rmdir(directory)
    }

    private static func run(_ arguments: [String], output: Int32?) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        if let output {
            posix_spawn_file_actions_adddup2(&actions, output, 1)
        } else {
            posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        }
        // The sockets of other tests must not stay open in this process.
        for descriptor in Int32(3)..<4_096 { posix_spawn_file_actions_addclose(&actions, descriptor) }
        var words: [UnsafeMutablePointer<CChar>?] = (["openssl"] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, "/usr/bin/openssl", &actions, nil, &words, environ)
        guard code == 0 else { throw SocketServer.Failure(call: "posix_spawn", code: code) }
        return process
    }
}
