// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Conformance
import FoundationEssentials
import Testing

/// What README says of the certifier in numbers.
struct ReadmeFiguresTests {
    @Test func `requirements and checks are as many as README says`() throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let data = try Data(contentsOf: URL(fileURLWithPath: "/\(root)/README.md"))
        let figures =
            "\(Register.current.requirements.count) requirements as data; \(PlatformSuite.checks.count) checks of a platform"
            + " of 2018 and \(PublicV1Suite.checks.count) of today's"
        #expect(String(decoding: data, as: UTF8.self).contains(figures), "README should say: \(figures)")
    }
}
