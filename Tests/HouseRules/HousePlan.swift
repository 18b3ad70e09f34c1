// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Who may know whom: every room of the house and what it may import.
///
/// This is the picture in `ARCHITECTURE.md` as data. The platform never imports the SDK and the SDK never imports the
/// platform: they meet on the wire alone, so that one's mistake cannot hide the other's. A new arrow is a line here,
/// for people to discuss; a new target without a room is an error.
package enum HousePlan {
    /// What every room may import: the language's own and the C library.
    package static let everywhere: Set = ["Swift", "Synchronization", "Glibc", "Musl"]

    /// What test targets may import beside that.
    package static let inTests: Set = ["Testing", "FoundationEssentials"]

    /// What the platform's HTTP server stands on.
    package static let server: Set = [
        "HTTPTypes", "Hummingbird", "HummingbirdCore", "Logging", "NIOConcurrencyHelpers",
        "NIOCore", "NIOHTTP1", "NIOHTTPTypes", "NIOHTTPTypesHTTP1", "NIOPosix", "ServiceLifecycle", "UnixSignals",
    ]

    /// The rooms.
    package static let rooms: [Room] = [
        // The SDK and what it stands on.
        Room("Sources/CivilTime"),
        Room("Sources/JSON", mayImport: ["CJSONC"]),
        Room("Sources/HTTPClient", mayImport: ["CCurl", "CivilTime"]),
        Room("Sources/SQLite", mayImport: ["CSQLite"]),
        Room("Sources/PassCulture", mayImport: ["CivilTime", "HTTPClient", "JSON", "SQLite"]),
        // Of the SDK, only what reads pass Culture's calls knows libcrypto.
        Room(
            "Sources/PassCulture/Webhooks", target: "PassCulture",
            mayImport: ["CCrypto", "CivilTime", "JSON", "SQLite"]),
        Room("Sources/PassCultureLogging", mayImport: ["Logging", "PassCulture"]),
        Room("Sources/PassCultureC", mayImport: ["CPassCulture", "CivilTime", "PassCulture"]),
        Room("Sources/PassCultureTesting", mayImport: ["CivilTime", "HTTPClient", "JSON", "PassCulture"]),

        // The local platform. NIOPosix there is for its thread pool: passwords are hashed on threads of their own.
        Room("Mocks/PlatformDomain", mayImport: ["CivilTime"]),
        Room(
            "Mocks/Platform",
            mayImport: ["CivilTime", "Crypto", "CryptoExtras", "JSON", "Logging", "NIOPosix", "PlatformDomain"]),
        // Of the platform, only the store knows SQLite.
        Room(
            "Mocks/Platform/Store", target: "Platform",
            mayImport: ["CivilTime", "JSON", "NIOCore", "NIOPosix", "PlatformDomain", "SQLite"]),
        // Of the platform, only the adapter knows the framework of its HTTP server; routes and mails read and write values.
        Room("Mocks/Platform/HTTP", target: "Platform", mayImport: ["CivilTime", "JSON", "PlatformDomain"]),
        Room("Mocks/Platform/Seeds", target: "Platform", mayImport: ["CivilTime", "JSON", "PlatformDomain"]),
        Room("Mocks/Platform/Mail", target: "Platform", mayImport: ["CivilTime", "PlatformDomain"]),
        Room("Mocks/Platform/Faults", target: "Platform", mayImport: ["CivilTime"]),
        // Of the platform, only the line to the partners knows an HTTP client.
        Room(
            "Mocks/Platform/Partner", target: "Platform",
            mayImport: ["CivilTime", "Crypto", "HTTPClient", "JSON", "PlatformDomain"]),
        Room("Mocks/Platform/Money", target: "Platform", mayImport: ["CivilTime", "PlatformDomain"]),
        Room(
            "Mocks/Platform/Server", target: "Platform",
            mayImport: server.union(["CivilTime", "JSON", "PlatformDomain"])),

        // Partners to try the certifier on, and a platform's calls: they meet both on the wire alone. Only what listens knows the framework.
        Room("Mocks/Partners", mayImport: ["CivilTime", "Crypto", "HTTPClient", "JSON"]),
        Room("Mocks/Partners/Server", target: "Partners", mayImport: server.union(["JSON"])),

        // The certifier: it judges with raw exchanges, not through the SDK.
        Room("Conformance", mayImport: ["CivilTime", "Crypto", "HTTPClient", "JSON"]),

        // The desk at a terminal and as a child process: a partner's program on the SDK.
        Room("Sources/DeskConsole", mayImport: ["CivilTime", "JSON", "PassCulture"]),

        // The command line, which knows the three, and the samples, which know what a partner knows.
        Room(
            "Sources/PassCultureCLI",
            mayImport: [
                "ArgumentParser", "CivilTime", "Conformance", "DeskConsole", "HTTPClient", "JSON", "Logging",
                "Partners",
                "PassCulture", "PassCultureTesting", "Platform", "PlatformDomain",
            ]),
        Room("Samples/Till", mayImport: ["PassCulture"]),
        Room("Samples/Button", mayImport: ["CivilTime", "PassCulture"]),
        Room("Samples/Bookstall", mayImport: ["CivilTime", "HTTPTypes", "Hummingbird", "Logging", "PassCulture"]),
        Room("Samples/VideoClub", mayImport: ["Hummingbird", "Logging", "PassCulture"]),
        Room("Samples/Shelf", mayImport: ["CivilTime", "PassCulture"]),

        // What measures and what guards.
        Room("Benchmarks/BareServer", mayImport: server),
        Room(
            "Benchmarks/Rivals",
            mayImport: ["AsyncHTTPClient", "CivilTime", "NIOCore", "NIOHTTP1", "NIOPosix", "PassCulture"]),
        Room("Benchmarks/LoadedPlatform", mayImport: ["CivilTime", "Platform", "PlatformDomain"]),
        Room("Benchmarks/OutboxCost", mayImport: ["CivilTime", "PassCulture"]),
        Room(
            "Benchmarks/Races",
            mayImport: ["CivilTime", "HTTPClient", "PassCulture", "PassCultureTesting", "TestSupport"]),
        // What stands in for Synchronization where the thread sanitizer looks on: not a line of Synchronization in it.
        Room("Benchmarks/WatchedLocks", mayImport: ["Builtin"]),
        Room("Tests/HouseRules"),
        Room("Tests/TestSupport"),
        Room("Tests/CrashTill", mayImport: ["CivilTime", "PassCulture"]),
        Room("Tests/HouseRulesTool", mayImport: ["HouseRules"]),

        // Tests: each knows what it tests; only EndToEndTests knows both sides of the wire.
        Room("Tests/CivilTimeTests", mayImport: ["CivilTime"]),
        Room("Tests/SQLiteTests", mayImport: ["SQLite", "TestSupport"]),
        Room("Tests/JSONTests", mayImport: ["JSON", "TestSupport"]),
        Room("Tests/HTTPClientTests", mayImport: ["HTTPClient", "TestSupport"]),
        Room(
            "Tests/PassCultureTests",
            mayImport: [
                "CivilTime", "HTTPClient", "JSON", "Logging", "PassCulture", "PassCultureLogging",
                "PassCultureTesting", "SQLite", "TestSupport",
            ]),
        Room(
            "Tests/PassCultureCTests",
            mayImport: [
                "CPassCulture", "CivilTime", "PassCulture", "PassCultureC", "PassCultureTesting", "TestSupport",
            ]),
        Room(
            "Tests/DeskConsoleTests",
            mayImport: ["CivilTime", "DeskConsole", "JSON", "PassCulture", "PassCultureTesting", "TestSupport"]),
        Room("Tests/DomainHistories", mayImport: ["CivilTime", "PlatformDomain", "TestSupport"]),
        Room("Tests/SequencesTool", mayImport: ["DomainHistories"]),
        Room(
            "Tests/Fuzzing",
            mayImport: ["CivilTime", "JSON", "PassCulture", "PassCultureTesting", "SQLite", "TestSupport"]),
        Room("Tests/FuzzTool", mayImport: ["CivilTime", "Fuzzing", "TestSupport"]),
        Room("Tests/FuzzingTests", mayImport: ["Fuzzing", "TestSupport"]),
        Room(
            "Tests/PlatformDomainTests", mayImport: ["CivilTime", "DomainHistories", "PlatformDomain", "TestSupport"]),
        Room(
            "Tests/PlatformTests",
            mayImport: server.union([
                "CivilTime", "Crypto", "HTTPClient", "JSON", "Platform", "PlatformDomain", "SQLite", "TestSupport",
            ])),
        Room(
            "Tests/ConformanceTests",
            mayImport: ["CivilTime", "Conformance", "HTTPClient", "JSON", "Partners", "TestSupport"]),
        Room(
            "Tests/EndToEndTests",
            mayImport: [
                "CivilTime", "Conformance", "HTTPClient", "JSON", "Logging", "Partners", "PassCulture",
                "PassCultureLogging", "PassCultureTesting", "Platform", "PlatformDomain", "TestSupport",
            ]),
        Room("Tests/HouseRulesTests", mayImport: ["HouseRules", "TestSupport"]),
    ]

    /// The targets that are in a package of their own, and not in the manifest of the house.
    package static let targetsElsewhere: Set = ["Rivals"]

    /// The folders that hold the house's Swift.
    package static let folders = ["Sources", "Mocks", "Conformance", "Samples", "Benchmarks", "Tests"]

    /// The folders whose declarations people outside a file read: every public or package one there has a doc comment.
    package static let documentedFolders = ["Sources", "Mocks", "Conformance"]

    /// The folders of which nothing may be built on Foundation, in whole or in part.
    package static let foundationFreeFolders = ["Sources", "Mocks", "Conformance", "Samples", "Benchmarks"]

    /// The one file that may read the clock.
    package static let clockFile = "Sources/CivilTime/SystemClock.swift"

    /// The room that gets the time as an argument and may not even ask `SystemClock`.
    package static let clocklessFolder = "Mocks/PlatformDomain"
}
