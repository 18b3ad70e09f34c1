// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HouseRules
import Testing

/// Who may know whom, judged from the imports of a file.
struct ImportArrowsRuleTests {
    private let rule = ImportArrowsRule()

    private func messages(_ path: String, _ text: String) -> [String] {
        rule.violations(in: SourceFile(path: path, text: text)).map(\.description)
    }

    @Test func aFileMayImportWhatItsRoomMayKnow() {
        #expect(messages("Sources/PassCulture/Desk.swift", "public import HTTPClient\nimport JSON\nimport Glibc") == [])
        #expect(messages("Mocks/Platform/Server/Adapter.swift", "import Hummingbird\nimport PlatformDomain") == [])
        #expect(messages("Tests/JSONTests/JSONTests.swift", "@testable import JSON\nimport Testing") == [])
    }

    @Test(arguments: [
        ("Sources/PassCulture/Desk.swift", "Platform"), ("Sources/PassCulture/Desk.swift", "PlatformDomain"),
        ("Sources/PassCulture/Desk.swift", "Conformance"), ("Sources/PassCultureTesting/Fake.swift", "Platform"),
        ("Mocks/Platform/Service/Service.swift", "PassCulture"),
        ("Mocks/Platform/Service/Service.swift", "Conformance"),
        ("Mocks/Platform/Service/Service.swift", "HTTPClient"), ("Mocks/PlatformDomain/Booking.swift", "JSON"),
        ("Mocks/Platform/Service/Service.swift", "Hummingbird"), ("Mocks/Platform/HTTP/Kit/Call.swift", "HTTPTypes"),
        ("Conformance/Engine/Run.swift", "PassCulture"),
        ("Conformance/Engine/Run.swift", "Platform"),
        ("Samples/Till/main.swift", "HTTPClient"), ("Sources/JSON/JSONValue.swift", "Testing"),
    ])
    func anArrowThatThePlanLacksIsCaught(path: String, module: String) {
        let found = messages(path, "import Glibc\nimport \(module)\n")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("\(path):2: ") == true)
        #expect(found.first?.contains("may not import \(module)") == true)
    }

    @Test(arguments: [
        "public import Platform", "internal import Platform", "@testable import Platform", "@_exported import Platform",
        "import struct Platform.Service", "import func Platform.start", "let a = 1; import Platform",
        "@preconcurrency\nimport Platform", "#if DEBUG\nimport Platform\n#endif",
    ])
    func everyFormOfImportIsSeen(line: String) {
        #expect(messages("Sources/PassCulture/Desk.swift", line).count == 1)
    }

    @Test(arguments: [
        "// import Platform", "/* import Platform */", "let a = \"import Platform\"",
        "let a = \"\"\"\nimport Platform\n\"\"\"",
        "func move(import platform: Int) {}", "record.import(platform)", "#if canImport(Platform)\n#endif",
        "let `import` = platform",
    ])
    func whatOnlyLooksLikeAnImportIsNone(line: String) {
        #expect(messages("Sources/PassCulture/Desk.swift", line) == [])
    }

    @Test func aFileOutsideEveryRoomIsCaught() {
        #expect(messages("Sources/Stray/A.swift", "let a = 1").first?.contains("no room of the house") == true)
        #expect(!rule.applies(to: "Package.swift"))
        #expect(rule.applies(to: "Sources/Stray/A.swift"))
    }
}
