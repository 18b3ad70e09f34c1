// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import Partners
import Platform
import PlatformDomain
import Synchronization
import TestSupport
import Testing

@testable import Conformance

/// The online platform among the samples, as young people meet it over HTTP.
@Suite("The sample of an online platform", .timeLimit(.minutes(5)))
struct VideoClubTests {
    @Test(arguments: [
        (ContractEdition.prototype2018, Profile.documented), (.prototype2018, .observed), (.publicV1, .documented),
    ])
    func `holds every requirement`(edition: ContractEdition, profile: Profile) async throws {
        let club = Mutex<RunningProgram?>(nil)
        let result = try await OnlineRun.with(edition, profile: profile) { base, texts in
            let (program, address) = try await Self.start(asking: base, key: texts["api-key"], venue: texts["venue"])
            club.withLock { $0 = program }
            return MovedVisitor(address)
        }
        #expect(result.others(than: .pass, .notApplicable) == [])
        #expect(result.exitCode == 0)
        // What was not found valid is not validated.
        let unsent = result.checks.filter { $0.verdict == .notApplicable }.map(\.id).sorted()
        #expect(unsent == ["busy", "failing", "proxy", "reset"].map { "online/\($0)/once" })
        #expect(try await club.withLock { $0 }.orThrow("program").stop() == 0)
    }

    @Test func `lets in again whoever has an account, and nobody without the link`() async throws {
        let asked = Mutex<[String]>([])
        let platform = try SocketServer.answering { request in
            asked.withLock { $0.append("\(request.method) \(request.target)") }
            // Valid; then the answer to the validation is lost, and what it did is done.
            return switch asked.withLock({ $0.count }) {
            case 1: Self.valid
            case 2: ""
            default: Self.alreadyValidated
            }
        }
        let (club, address) = try await Self.start(asking: platform.url)
        let visitor = LinkVisitor(address, LinkVisitor.Texts(), owned: false)
        let links = GateLinks(template: address, offerID: "AE", booked: [:])
        let link = links.filled("LYSYU9", email: "email+test@exemple.fr").url
        #expect(try await visitor.perform(.follow, with: link).meaning == .open)
        let second = try await visitor.perform(.follow, with: link)
        #expect(second.meaning == .good && second.words.contains("Bienvenue"), "\(second)")
        #expect(try await visitor.perform(.follow, with: link).meaning == .good)
        let target = "/bookings/token/LYSYU9?email=email%2Btest%40exemple.fr&offer_id=AE"
        #expect(asked.withLock { $0 } == ["GET \(target)", "PATCH \(target)", "GET \(target)"])
        // Another person's address in the link, and no link at all.
        #expect(try await visitor.perform(.follow, with: links.filled("LYSYU9").url).meaning == .refused)
        let base = try #require(address.split(separator: "/pass").first)
        for page in ["/films", "/pass", "/pass?email=&offer=AE&code=LYSYU9"] {
            #expect(try await visitor.perform(.follow, with: base + page).meaning == .refused)
        }
        #expect(asked.withLock { $0.count } == 4)
        _ = try await club.stop()
        platform.stop()
    }

    @Test func `a second click waits for the first, and both are let in by one validation`() async throws {
        let asked = Mutex<[String]>([])
        let platform = try SocketServer.answering { request in
            asked.withLock { $0.append(request.method) }
            return request.method == "GET" ? Self.valid : "HTTP/1.1 204 No\r\n\r\n"
        }
        let (club, address) = try await Self.start(asking: platform.url)
        let link = GateLinks(template: address, offerID: "AE", booked: [:]).filled("LYSYU9").url
        let clicks = try await withThrowingTaskGroup(of: GateAnswer.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    try await LinkVisitor(address, LinkVisitor.Texts(), owned: false).perform(.follow, with: link)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(clicks.allSatisfy { $0.meaning == .good }, "\(clicks)")
        #expect(asked.withLock { $0 } == ["GET", "PATCH"])
        _ = try await club.stop()
        platform.stop()
    }

    @Test func `an offer that is not its own is refused, and not asked about`() async throws {
        let platform = try SocketServer.answering { _ in Self.valid }
        let (club, address) = try await Self.start(asking: platform.url, offers: "AM,A9")
        let visitor = LinkVisitor(address, LinkVisitor.Texts(), owned: false)
        let link = GateLinks(template: address, offerID: "AE", booked: [:]).filled("LYSYU9").url
        #expect(try await visitor.perform(.follow, with: link).meaning == .refused)
        #expect(platform.requests.isEmpty)
        _ = try await club.stop()
        platform.stop()
    }

    @Test func `what was used before opens nothing after a failure`() async throws {
        let fails = Mutex(true)
        let platform = try SocketServer.answering { _ in
            fails.withLock { $0 } ? "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n" : Self.alreadyValidated
        }
        let (club, address) = try await Self.start(asking: platform.url)
        let visitor = LinkVisitor(address, LinkVisitor.Texts(), owned: false)
        let link = GateLinks(template: address, offerID: "AE", booked: [:]).filled("LYSYU9").url
        #expect(try await visitor.perform(.follow, with: link).meaning == .open)
        fails.withLock { $0 = false }
        #expect(try await visitor.perform(.follow, with: link).meaning == .refused)
        _ = try await club.stop()
        platform.stop()
    }

    @Test func `with a key, the address in the link has to be that of the booking`() async throws {
        let platform = try await PlatformServer.start(
            PlatformConfiguration(edition: .publicV1, randomSeed: 7, seed: try OnlineSeed.seedOfToday()))
        let texts = try #require(platform.furnished?.texts)
        let (club, address) = try await Self.start(
            asking: platform.baseURL, key: texts["api-key"], venue: texts["venue"])
        let visitor = LinkVisitor(address, LinkVisitor.Texts(), owned: false)
        let code = try texts["booked"].orThrow("booked")
        let links = GateLinks(template: address, offerID: "1", booked: [:])
        let forged = try await visitor.perform(.follow, with: links.filled(code, email: "quelqu.un@exemple.fr").url)
        #expect(forged.meaning == .refused)
        // Nor does a booking of another offer open this one's door.
        let other = try await visitor.perform(
            .follow,
            with: GateLinks(template: address, offerID: "2", booked: [:]).filled(code, email: texts["booked-email"]).url
        )
        #expect(other.meaning == .refused)
        // Nothing was validated then.
        let own = try await visitor.perform(.follow, with: links.filled(code, email: texts["booked-email"]).url)
        #expect(own.meaning == .good, "\(own)")
        _ = try await club.stop()
        await platform.stop()
    }

    @Test func `a key that is refused is not told as the young person's refusal`() async throws {
        let platform = try SocketServer.answering { _ in
            "HTTP/1.1 401 No\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
        }
        let (club, address) = try await Self.start(asking: platform.url, key: "local_none", venue: "2")
        let visitor = LinkVisitor(address, LinkVisitor.Texts(), owned: false)
        let link = GateLinks(template: address, offerID: "1", booked: [:]).filled("LYSYU9").url
        #expect(try await visitor.perform(.follow, with: link).meaning == .open)
        _ = try await club.stop()
        platform.stop()
    }

    @Test func `says what it cannot begin with`() async throws {
        let port = try await Program("videoclub").run(["abc"])
        #expect(port.code == 2 && port.error == "videoclub: usage: videoclub [PORT]\n")
        let url = try await Program("videoclub").run(["0"], environment: ["PASSCULTURE_URL": "nowhere"])
        #expect(url.code == 2 && url.error.hasPrefix("videoclub: "), "\(url.error)")
    }

    /// Starts the sample; gives the address of its offers.
    private static func start(
        asking base: String, key: String? = nil, venue: String? = nil, offers: String? = nil
    ) async throws -> (RunningProgram, String) {
        var environment = ["PASSCULTURE_URL": base]
        environment["PASSCULTURE_KEY"] = key
        environment["PASSCULTURE_VENUE"] = venue
        environment["PASSCULTURE_OFFERS"] = offers
        let program = try Program("videoclub").start(["0"], environment: environment)
        return (program, try await program.line())
    }

    private static let valid = "HTTP/1.1 204 No Content\r\nContent-Type: application/json\r\n\r\n"

    private static let alreadyValidated: String = {
        let body = #"{"booking": ["Cette réservation a déjà été validée"]}"#
        return
            "HTTP/1.1 410 Gone\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }()
}

/// A visitor who finds the online platform where it is, and not where the links of the seed lead.
private struct MovedVisitor: Gate {
    private let visitor: LinkVisitor
    private let address: String
    let goesOn = true

    init(_ address: String) {
        visitor = LinkVisitor(address, LinkVisitor.Texts(), owned: false)
        self.address = address
    }

    func begin(_ scenario: GateScenario) async throws(GateTrouble) { try await visitor.begin(scenario) }

    func perform(_ act: GateAct, with shown: String) async throws(GateTrouble) -> GateAnswer {
        let query = shown.split(separator: "?", maxSplits: 1).last ?? ""
        return try await visitor.perform(act, with: "\(address.prefix { $0 != "?" })?\(query)")
    }

    func end() async {}
}
