// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Conformance
import FoundationEssentials
import Partners
import Testing

/// What README and the pages say of the certifier in numbers.
struct ReadmeFiguresTests {
    @Test func `requirements and checks are as many as README says`() throws {
        let figures =
            "\(Register.current.requirements.count) requirements as data; \(PlatformSuite.checks.count) checks of a platform"
            + " of 2018 and \(PublicV1Suite.checks.count) of today's"
        #expect(try Self.text("README.md").contains(figures), "README should say: \(figures)")
    }

    @Test func `broken partners are as many as their page says`() throws {
        let figures = "in each of \(ReceiverFlaw.allCases.count) and \(TicketingFlaw.allCases.count) ways"
        #expect(try Self.text("Documentation/CertifyVendors.md").contains(figures), "it should say: \(figures)")
    }

    /// The text of a page of the house.
    private static func text(_ path: String) throws -> String {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return String(decoding: try Data(contentsOf: URL(fileURLWithPath: "/\(root)/\(path)")), as: UTF8.self)
    }
}
