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

    @Test func `broken online platforms are as many as their page says`() throws {
        let figures = "one broken in each of \(OnlineFlaw.allCases.count) ways"
        let page = try Self.text("Documentation/CertifyOnlinePlatforms.md").split(whereSeparator: \.isWhitespace)
        #expect(page.joined(separator: " ").contains(figures), "it should say: \(figures)")
    }

    @Test func `broken providers are as many as their page says`() throws {
        let figures = "one broken in each of \(ProviderFlaw.allCases.count) ways"
        #expect(try Self.text("Documentation/CertifyProviders.md").contains(figures), "it should say: \(figures)")
    }

    @Test func `the page of providers names each of their checks`() throws {
        let page = try Self.text("Documentation/CertifyProviders.md")
        for check in ProviderSuite.checks {
            // What both sections have stands once.
            let ending = check.id.split(separator: "/").dropFirst(2).joined(separator: "/")
            #expect(page.contains("`\(check.id)`") || page.contains("`…/\(ending)`"), "\(check.id)")
        }
    }

    @Test func `the page of tills names each of their scenarios`() throws {
        let page = try Self.text("Documentation/CertifyTills.md")
        for check in TillSuite.checks(.publicV1) { #expect(page.contains(Self.name(check)), "\(Self.name(check))") }
    }

    @Test func `the page of online platforms names each of their scenarios`() throws {
        let page = try Self.text("Documentation/CertifyOnlinePlatforms.md")
        for check in OnlinePlatformSuite.checks(.prototype2018) {
            // Three links have one row, in which what they share stands once, or they are named whole.
            let isNamed = page.contains(Self.name(check)) || page.contains("`\(check.id)`")
            let isTold = check.id.hasSuffix("/told") && page.contains("each with `/told`")
            #expect(isNamed || isTold, "\(check.id)")
        }
    }

    /// What a page calls a check: by its scenario where that has several.
    private static func name(_ check: Check) -> String {
        let parts = check.id.split(separator: "/")
        return parts.count > 2 ? "`\(parts[0])/\(parts[1])/…`" : "`\(check.id)`"
    }

    /// The text of a page of the house.
    private static func text(_ path: String) throws -> String {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return String(decoding: try Data(contentsOf: URL(fileURLWithPath: "/\(root)/\(path)")), as: UTF8.self)
    }
}
