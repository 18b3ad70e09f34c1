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

    @Test func `broken tills are as many as their page says`() throws {
        let figures = "one broken in each of \(TillFlaw.allCases.count) ways"
        #expect(try Self.text("Documentation/CertifyTills.md").contains(figures), "it should say: \(figures)")
    }

    @Test func `the page of tills names each of their scenarios`() throws {
        let page = try Self.text("Documentation/CertifyTills.md")
        for check in TillSuite.checks(.publicV1) {
            let parts = check.id.split(separator: "/")
            let name = parts.count > 2 ? "`\(parts[0])/\(parts[1])/…`" : "`\(check.id)`"
            #expect(page.contains(name), "it should name \(name)")
        }
    }

    /// The text of a page of the house.
    private static func text(_ path: String) throws -> String {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return String(decoding: try Data(contentsOf: URL(fileURLWithPath: "/\(root)/\(path)")), as: UTF8.self)
    }
}
