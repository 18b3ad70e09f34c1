// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Hummingbird
import Logging
import NIOCore

/// The measure of the platform: the same framework, one route, one ready answer, and nothing else.
///
/// `bare-server [--port N] [--status N] [--type TYPE] [--body TEXT]` answers `GET /bookings/token/{token}` with that, and its
/// `PATCH` with 204; it prints its base URL once it listens on 127.0.0.1. `Scripts/bench` hands it the very answer that the
/// platform gives. A SIGTERM ends it.
struct BareServer {
    /// The port, 0 for any free one.
    var port = 0
    /// The status of the answer.
    var status = 200
    /// The content type of the answer.
    var type = "application/json"
    /// The body of the answer.
    var body = ""

    /// The server that `arguments` ask for; nothing when they cannot be understood.
    init?(_ arguments: [String]) {
        guard arguments.count.isMultiple(of: 2) else { return nil }
        for index in stride(from: 0, to: arguments.count, by: 2) {
            let value = arguments[index + 1]
            switch arguments[index] {
            case "--port":
                guard let port = Int(value) else { return nil }
                self.port = port
            case "--status":
                guard let status = Int(value) else { return nil }
                self.status = status
            case "--type": type = value
            case "--body": body = value
            default: return nil
            }
        }
    }

    /// Listens until a signal ends it.
    func run() async throws {
        let answer = ByteBuffer(string: body)
        let status = HTTPResponse.Status(code: status)
        let headers: HTTPFields = [.contentType: type]
        let router = Router()
        router.get("bookings/token/:token") { _, _ in
            Response(status: status, headers: headers, body: .init(byteBuffer: answer))
        }
        router.patch("bookings/token/:token") { _, _ in Response(status: .noContent, headers: headers) }
        var logger = Logger(label: "bare-server")
        logger.logLevel = .warning
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in
                print("http://127.0.0.1:\(channel.localAddress?.port ?? 0)")
                fflush(nil)
            }, logger: logger)
        try await application.runService()
    }
}

guard let server = BareServer(Array(CommandLine.arguments.dropFirst())) else {
    print("usage: bare-server [--port N] [--status N] [--type TYPE] [--body TEXT]")
    exit(2)
}
try await server.run()
