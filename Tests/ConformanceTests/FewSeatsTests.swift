// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Partners
import TestSupport
import Testing

@testable import Conformance

/// Sound ticketing systems whose stock is nearly sold, and one that says 409 to everything.
@Suite("Few seats left")
struct FewSeatsTests {
    @Test(arguments: [0, 1, 2])
    func `a sound system with fewer than three seats has nothing red`(seats: Int) async throws {
        let result = try await VendorTrial.judge(TicketingFlaw?.none, seats: seats, slow: false)
        #expect(result.checks(not: .pass, .notJudged) == [])
        #expect(result.exitCode == 4)
        let open = result.checks.filter { $0.verdict == .notJudged && $0.id != "ticketing/slow" }
        #expect(open.contains { $0.id == "ticketing/signature/no-effect" })
        #expect(open.allSatisfy { $0.reason?.english.contains("--payload") == true })
    }

    @Test func `three seats are enough`() async throws {
        let result = try await VendorTrial.judge(TicketingFlaw?.none, seats: 3, slow: false)
        #expect(result.checks(not: .pass).allSatisfy { $0.hasPrefix("ticketing/slow") })
    }

    @Test func `a refusal for two while there are seats is a failure`() async throws {
        let time = HeldTime()
        let double = TicketingDouble(key: VendorTrial.key, linger: time.pass)
        let server = try SocketServer.being(NoDuo(double: double))
        defer { server.stop() }
        let result = try await VendorTrial.judgeTicketing(at: server.url, slow: false)
        #expect(result.red["PC-V1-049"] == ["ticketing/duo"])
    }

    @Test func `409 without sold_out is no stock without a seat`() async throws {
        let server = try SocketServer.answering { _ in
            "HTTP/1.1 409 Said\r\nContent-Length: 20\r\n\r\n{\"error\":\"internal\"}"
        }
        defer { server.stop() }
        let result = try await VendorTrial.judgeTicketing(at: server.url)
        #expect(result.red == ["PC-V1-048": ["ticketing/single"]])
        #expect(result.exitCode == 1)
    }

    /// A system that never sells two seats at once, and says that there are too few.
    private struct NoDuo: PartnerDouble {
        let double: TicketingDouble

        func answer(_ request: PartnerRequest) -> PartnerAnswer {
            if request.target == "/book",
                String(decoding: request.body, as: UTF8.self).contains("booking_quantity\\\":2")
            {
                return PartnerAnswer(409, ["error": "not_enough_seats", "remainingQuantity": 1])
            }
            return double.answer(request)
        }
    }
}
