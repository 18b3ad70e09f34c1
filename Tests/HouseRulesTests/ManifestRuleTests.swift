// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HouseRules
import Testing

/// `Package.swift` against the house plan.
struct ManifestRuleTests {
    private func messages(_ text: String) -> [String] {
        ManifestRule().violations(in: SourceFile(path: "Package.swift", text: text)).map(\.message)
    }

    private func manifest(_ body: String) -> String {
        """
        let settings: [SwiftSetting] = []  // .target(name: "Commented")
        let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
        let package = Package(name: "passculture", dependencies: [
            .package(url: "https://example.org/a", exact: "1.0.0"),
        ], targets: [
            .systemLibrary(name: "CCurl", path: "Sources/CCurl"),
            \(body)
        ])
        """
    }

    @Test func targetsThatKeepToThePlanPass() {
        let text = manifest(
            """
            .target(name: "JSON", dependencies: ["CJSONC"], swiftSettings: settings),
            .target(name: "Platform", dependencies: ["CivilTime", crypto], path: "M", swiftSettings: settings),
            .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: settings),
            """)
        #expect(messages(text) == [])
        let targets = Manifest(SourceFile(path: "Package.swift", text: text)).targets
        #expect(targets.map(\.name) == ["JSON", "Platform", "JSONTests"])
        #expect(targets.map(\.dependencies) == [["CJSONC"], ["CivilTime", "Crypto"], ["JSON"]])
        #expect(targets.map(\.line) == [7, 8, 9])
    }

    @Test func aDependencyThatThePlanLacksIsCaught() {
        let text = manifest(
            """
            .target(name: "PassCulture", dependencies: ["JSON", "Platform"], swiftSettings: settings),
            .target(name: "PlatformDomain", dependencies: [crypto], swiftSettings: settings),
            .target(name: "Conformance", dependencies: [.product(name: "Hummingbird", package: "h"), "JSON"],
                swiftSettings: settings),
            """)
        #expect(
            messages(text) == [
                "PassCulture may not depend on Platform", "PlatformDomain may not depend on Crypto",
                "Conformance may not depend on Hummingbird",
            ])
    }

    @Test func aTargetWithoutRoomOrSettingsIsCaught() {
        #expect(
            messages(manifest(".target(name: \"Stray\", swiftSettings: settings)")).first?.contains("no room") == true)
        #expect(
            messages(manifest(".target(name: \"CivilTime\")")) == ["target CivilTime needs `swiftSettings: settings`"])
        #expect(messages(manifest(".target(name: \"CivilTime\", swiftSettings: [])")).count == 1)
    }

    @Test func aPackageWithoutExactVersionIsCaught() {
        let found = messages(".package(url: \"https://example.org/b\", from: \"1.0.0\")")
        #expect(found == ["https://example.org/b needs a version by `exact:`; no lock file is kept"])
    }

    @Test func theManifestOfTheHouseIsUnderstood() throws {
        let manifest = Manifest(try SourceTree(root: Repository.root).file(at: "Package.swift"))
        let platform = try #require(manifest.targets.first { $0.name == "Platform" })
        #expect(platform.dependencies.contains("HummingbirdCore"))
        #expect(platform.dependencies.contains("PlatformDomain"))
        #expect(
            Set(manifest.targets.map(\.name))
                == Set(HousePlan.rooms.map(\.target)).subtracting(HousePlan.targetsElsewhere))
        #expect(manifest.packages.count >= 4)
    }
}
