// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import HTTPTypes
import Hummingbird
import Logging
import PassCulture

/// A provider of stocks and events, as a web service: the pass Culture asks it what a bookshop has.
///
///     bookstall [PORT]
///
/// The port is 3001 unless told, 0 for any free one; it prints its address and the SIRET to ask for once it listens.
@main
struct Bookstall {
    /// What comes before `/stocks` and `/events`.
    private static let prefix = "/pass-culture"

    private let shop: Shop
    private let logger = Logger(label: "bookstall")

    static func main() async {
        do {
            guard let port = CommandLine.arguments.count > 1 ? UInt16(CommandLine.arguments[1]) : 3_001 else {
                return complain("usage: bookstall [PORT]")
            }
            try await Bookstall(shop: Shop()).run(port: Int(port))
        } catch {
            complain("\(error)")
        }
    }

    private func run(port: Int) async throws {
        var quiet = logger
        quiet.logLevel = .warning
        let application = Application(
            responder: responder, configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in
                print("http://127.0.0.1:\(channel.localAddress?.port ?? 0)\(Self.prefix) \(shop.siret)")
                fflush(nil)
            }, logger: quiet)
        try await application.runService()
    }

    private var responder: CallbackResponder<BasicRequestContext> {
        let feed = ProviderFeed(stocks: shop, events: shop, prefix: Self.prefix)
        return CallbackResponder { request, _ in
            let answer = await feed.answer(method: request.method.rawValue, target: request.uri.string)
            if let failure = answer.failure { logger.error("\(failure)") }
            var response = Response(status: .init(code: answer.status))
            for (name, value) in answer.headers {
                if let name = HTTPField.Name(name) { response.headers[name] = value }
            }
            response.body = .init(byteBuffer: ByteBuffer(bytes: answer.body))
            return response
        }
    }

    private static func complain(_ text: String) {
        let line = "bookstall: \(text)\n"
        write(STDERR_FILENO, line, line.utf8.count)
        exit(2)
    }
}
