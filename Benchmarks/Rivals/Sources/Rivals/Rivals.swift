// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import CivilTime
import NIOCore
import NIOHTTP1
import PassCulture
import Synchronization

/// One client that validates over and over: `Rivals CLIENT PORT COUNT AT-ONCE`, with CLIENT one of `blocking`, `async`,
/// `async-http-client`, `transport`, `user-agent`.
///
/// Prints the median of one validation in microseconds, and how many there were a second. `transport` validates by the SDK over
/// the rival, once, and then where nobody listens: what the documentation shows is tried. `user-agent` prints what the SDK calls itself.
@main
struct Rivals {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 5, let port = UInt16(arguments[2]), let count = Int(arguments[3]),
            let width = Int(arguments[4])
        else { throw Failed("usage: Rivals CLIENT PORT COUNT AT-ONCE") }
        let options = Options(product: Product("Rivals", version: "1"))
        let passCulture = PassCulture(.local(port: port), options: options, transport: CurlTransport(proxy: .none))
        let desk = try passCulture.plainDesk(email: "caisse@librairie.example", password: "Azerty123456!@")
        let code = try Countermark("LYSYU9")
        switch arguments[1] {
        case "blocking":
            try measureBlocking(count) {
                guard try desk.validateBlocking(code) == .validated else { throw Failed() }
            }
        case "async":
            try await measure(count, width) {
                guard try await desk.validate(code) == .validated else { throw Failed() }
            }
        case "user-agent":
            print(try userAgent(options))
        case "async-http-client":
            let userAgent = try userAgent(options)
            let client = HTTPClient(configuration: .init(redirectConfiguration: .disallow))
            try await measure(count, width) {
                var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/bookings/token/\(code.revealed)")
                request.method = .PATCH
                request.headers.add(name: "Accept", value: "application/json")
                request.headers.add(
                    name: "Authorization", value: "Basic Y2Fpc3NlQGxpYnJhaXJpZS5leGFtcGxlOkF6ZXJ0eTEyMzQ1NiFA")
                request.headers.add(name: "Content-Type", value: "application/json")
                request.headers.add(name: "User-Agent", value: userAgent)
                request.body = .bytes(Array("{}".utf8))
                guard try await client.execute(request, timeout: .seconds(5)).status.code == 204 else { throw Failed() }
            }
            try await client.shutdown()
        case "transport":
            try await tryTransport(port, code)
        default:
            throw Failed("no such client: \(arguments[1])")
        }
    }

    /// Has something done so often, one after another on this thread; a tenth of it before, unmeasured.
    private static func measureBlocking(_ count: Int, _ body: () throws -> Void) throws {
        for _ in 0..<count / 10 { try body() }
        var times: [Int64] = []
        times.reserveCapacity(count)
        let begin = SystemClock.monotonic()
        for _ in 0..<count {
            let start = SystemClock.monotonic()
            try body()
            times.append((SystemClock.monotonic() - start).microseconds)
        }
        report(times, elapsed: SystemClock.monotonic() - begin)
    }

    private static func report(_ times: [Int64], elapsed: Span) {
        print(times.sorted()[times.count / 2], Int64(times.count) * 1_000_000 / elapsed.microseconds)
    }

    /// Has something done so often, so many at once, on threads of the pool; a tenth of it before, unmeasured.
    private static func measure(
        _ count: Int, _ width: Int, _ body: @escaping @Sendable () async throws -> Void
    ) async throws {
        func run(_ count: Int) async throws -> [Int64] {
            try await withThrowingTaskGroup(of: [Int64].self) { group in
                for _ in 0..<width {
                    group.addTask {
                        var times: [Int64] = []
                        times.reserveCapacity(count / width)
                        for _ in 0..<count / width {
                            let start = SystemClock.monotonic()
                            try await body()
                            times.append((SystemClock.monotonic() - start).microseconds)
                        }
                        return times
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
        }
        _ = try await run(max(count / 10, width))
        let start = SystemClock.monotonic()
        let times = try await run(count)
        report(times, elapsed: SystemClock.monotonic() - start)
    }

    /// The `User-Agent` that the SDK sends.
    private static func userAgent(_ options: Options) throws -> String {
        let transport = LookingTransport()
        let passCulture = PassCulture(.local(port: 1), options: options, transport: transport)
        _ = try passCulture.plainDesk(email: "a@b.fr", password: "x").validateBlocking(Countermark("LYSYU9"))
        guard let userAgent = transport.seen.withLock({ $0?.header("User-Agent") }) else { throw Failed() }
        return userAgent
    }

    private static func tryTransport(_ port: UInt16, _ code: Countermark) async throws {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(configuration: configuration)
        for (port, isThere) in [(port, true), (1, false)] {
            let passCulture = PassCulture(.local(port: port), transport: AsyncHTTPClientTransport(client: client))
            let desk = try passCulture.plainDesk(email: "caisse@librairie.example", password: "Azerty123456!@")
            do throws(PassCultureError) {
                let outcome = try await desk.validate(code)
                guard isThere, outcome == .validated else { throw PassCultureError(.noAnswer, detail: "\(outcome)") }
            } catch {
                guard !isThere, error.code == .neverSent else { throw Failed("\(error)") }
            }
        }
        try await client.shutdown()
        print("ok")
    }
}

/// Sends nothing, keeps the last request, and says that it was answered well.
final class LookingTransport: Transport {
    let seen = Mutex<TransportRequest?>(nil)

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        try sendBlocking(request)
    }

    func sendBlocking(_ request: TransportRequest) throws(TransportFailure) -> TransportResponse {
        seen.withLock { $0 = request }
        return TransportResponse(status: 204)
    }
}

/// Why nothing was measured.
struct Failed: Error, CustomStringConvertible {
    let description: String

    init(_ description: String = "a validation was not answered as it should be") {
        self.description = description
    }
}
