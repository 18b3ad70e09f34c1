// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Conformance
import JSON
import Partners
import TestSupport
import Testing

/// A run of a vendor's suite against a partner that this process plays.
enum VendorTrial {
    static let key = "clé d'essai"

    /// Judges a receiver.
    static func judge(
        _ flaw: ReceiverFlaw?, counts: Bool = true, lag: ReceiverDouble.Lag = .none
    ) async throws -> CertificationResult {
        let time = HeldTime()
        let double = ReceiverDouble(flaw: flaw, key: key, lag: lag, now: { time.now }, linger: time.pass)
        let server = try SocketServer.being(double)
        defer { server.stop() }
        return try await judgeReceiver(at: server.url, countURL: counts ? server.url + "/count" : nil, time: time)
    }

    /// Judges whatever answers at an address as a receiver.
    static func judgeReceiver(
        at url: String, countURL: String? = nil, bookedAfter: Span = .seconds(5), time: HeldTime = HeldTime()
    ) async throws -> CertificationResult {
        let signing = try #require(SigningKey(key))
        let setting = VendorSetting(
            key: signing, countURL: countURL, bookedAfter: bookedAfter, time: time.ofVendor)
        return await CertificationRun(
            CertificationConfiguration(url: url + "/pass?culture=1", subject: .receiver(setting), seed: 7)
        ).run()
    }

    /// Judges a ticketing system.
    static func judge(_ flaw: TicketingFlaw?, seats: Int = 8, slow: Bool = true) async throws -> CertificationResult {
        let time = HeldTime()
        let server = try SocketServer.being(TicketingDouble(flaw: flaw, key: key, seats: seats, linger: time.pass))
        defer { server.stop() }
        return try await judgeTicketing(at: server.url, slow: slow, time: time)
    }

    /// Judges whatever answers at an address as a ticketing system.
    static func judgeTicketing(
        at url: String, cancelURL: String? = nil, countURL: String? = nil, slow: Bool = true,
        time: HeldTime = HeldTime()
    ) async throws -> CertificationResult {
        let signing = try #require(SigningKey(key))
        let setting = VendorSetting(
            key: signing, cancelURL: cancelURL ?? url + "/cancel", countURL: countURL,
            slowFields: slow ? ["stock_id": .number(.init(TicketingDouble.slowStock))] : nil, time: time.ofVendor)
        return await CertificationRun(
            CertificationConfiguration(url: url + "/book", subject: .ticketing(setting), seed: 7)
        ).run()
    }
}

extension CertificationResult {
    /// The requirements that turned red, each with the checks that did.
    var red: [String: Set<String>] {
        var red: [String: Set<String>] = [:]
        for check in checks where check.verdict == .fail || check.verdict == .warn {
            for id in check.requirements { red[id, default: []].insert(check.id) }
        }
        return red
    }

    /// The checks that did not end in one of these verdicts, with what they ended in.
    func checks(not verdicts: Verdict...) -> [String] {
        checks.filter { !verdicts.contains($0.verdict) }.map {
            "\($0.id): \($0.verdict.rawValue) \($0.evidence.map { "\($0.expected.english) / \($0.seen.english)" } ?? "") \($0.reason?.english ?? "")"
        }
    }
}
