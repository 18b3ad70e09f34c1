// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Hummingbird
import Logging
import PassCulture
import Synchronization

/// An online platform with films, as a website: the link of its offer leads to `/pass`, which makes the account and leads on to `/films`.
///
///     PASSCULTURE_URL=http://127.0.0.1:8080 videoclub [PORT]
///
/// Two lines more, `PASSCULTURE_KEY=…` and `PASSCULTURE_VENUE=…`, and it speaks today's edition. `PASSCULTURE_OFFERS=AE,AM` says which offers are its own: any, unless told. The port is 3000 unless told, 0 for any free one; it prints the address that belongs into the offer once it listens.
@main
struct VideoClub {
    /// What the portal is told as the address of the offer, after the name of the site.
    static let path = "/pass?email={email}&offer={offerId}&code={token}"

    private let door: Door
    private let sessions = Sessions()

    static func main() async {
        do {
            guard let port = CommandLine.arguments.count > 1 ? UInt16(CommandLine.arguments[1]) : 3_000 else {
                return complain("usage: videoclub [PORT]")
            }
            var environment = Environment.integration
            if let url = setting("PASSCULTURE_URL") { environment = try .custom(url) }
            let options = Options(product: Product("VideoClub", version: "1.0"))
            try await VideoClub(asking: counter(PassCulture(environment, options: options))).run(port: Int(port))
        } catch {
            complain("\(error)")
        }
    }

    /// As whom the pass Culture is asked: with a key in today's edition.
    private static func counter(_ passCulture: PassCulture) throws -> Counter {
        guard let key = setting("PASSCULTURE_KEY") else { return .open(passCulture.openDesk) }
        guard let venue = setting("PASSCULTURE_VENUE").flatMap({ Int($0) }) else { throw NoVenue() }
        return .vendor(try passCulture.plainDesk(as: .provider(key: try ProviderKey(key), venue: venue)))
    }

    /// A key opens several venues: which one this site is has to be said.
    private struct NoVenue: Error, CustomStringConvertible {
        let description = "PASSCULTURE_KEY needs PASSCULTURE_VENUE, the number of the venue"
    }

    private static func setting(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    private init(asking counter: Counter) throws {
        // The name of the site is not compared.
        let template = try DigitalLink.Template("http://videoclub.example" + Self.path)
        let offers = try Self.setting("PASSCULTURE_OFFERS")?.split(separator: ",").map { try OfferID($0) }
        door = Door(template, selling: offers.map { Set($0) }, asking: counter)
    }

    private func run(port: Int) async throws {
        var logger = Logger(label: "videoclub")
        logger.logLevel = .warning
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in
                print("http://127.0.0.1:\(channel.localAddress?.port ?? 0)\(Self.path)")
                fflush(nil)
            }, logger: logger)
        try await application.runService()
    }

    private static func complain(_ text: String) {
        let line = "videoclub: \(text)\n"
        write(STDERR_FILENO, line, line.utf8.count)
        exit(2)
    }

    private var router: Router<BasicRequestContext> {
        let router = Router()
        router.get("pass") { request, _ in
            switch await door.enter(by: request.uri.string) {
            case .account(let email):
                let cookie = "session=\(sessions.begin(email)); Path=/; HttpOnly; SameSite=Lax"
                return Response(status: .seeOther, headers: [.location: "/films", .setCookie: cookie])
            case .refused(let why): return Self.page(.forbidden, why)
            case .later:
                return Self.page(
                    .serviceUnavailable,
                    "Le pass Culture ne répond pas. Votre réservation n'est pas perdue : suivez le lien un peu plus tard."
                )
            }
        }
        router.get("films") { request, _ in
            sessions.isKnown(request.headers[.cookie])
                ? Self.page(.ok, "Bienvenue ! Votre compte est ouvert, bon film.")
                : Self.page(.unauthorized, "Suivez d'abord le lien de votre réservation.")
        }
        return router
    }

    private static func page(_ status: HTTPResponse.Status, _ text: String) -> Response {
        // A link with a countermark in it is told to no other site.
        let head = "<meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\"><title>Vidéo-club</title>"
        let page = "<!doctype html><html lang=\"fr\"><head>\(head)</head><body><p>\(text)</p></body></html>"
        let headers: HTTPFields = [.contentType: "text/html; charset=utf-8"]
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: page)))
    }
}

/// Who is logged in.
private final class Sessions: Sendable {
    private let people = Mutex<[String: EmailAddress]>([:])

    /// Logs somebody in; gives what the cookie holds.
    func begin(_ email: EmailAddress) -> String {
        var random = SystemRandomNumberGenerator()
        let id = (0..<2).map { _ in String(random.next(), radix: 36) }.joined()
        people.withLock { $0[id] = email }
        return id
    }

    /// Whether the cookies are somebody's who is logged in.
    func isKnown(_ cookies: String?) -> Bool {
        let ids = (cookies ?? "").split(separator: ";").compactMap { cookie in
            let parts = cookie.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
            return parts.count == 2 && parts[0] == "session" ? parts[1] : nil
        }
        return people.withLock { people in ids.contains { people[$0] != nil } }
    }
}
