// swift-tools-version:6.3

import PackageDescription

/// The language settings of every target of ours: set on day one, so that no file has to be brought up to them later.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// How the command line is linked for release: addresses that the loader must relocate are packed (a twentieth of their size), so that
/// an idle platform keeps less of itself in memory.
let compact: [LinkerSetting] = [
    .unsafeFlags(
        ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"],
        .when(platforms: [.linux], configuration: .release))
]

/// Whether the library for C is built (`Scripts/lib` says so): what no C program can call, those who publish and serve, is left out of it.
let isForC = Context.environment["PASSCULTURE_FOR_C"] != nil

/// Whether the SDK is built with locks that the thread sanitizer sees (`make races` says so); see `WatchedLocks`.
let hasWatchedLocks = Context.environment["PASSCULTURE_WATCHED_LOCKS"] != nil

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioHTTPTypesHTTP1 = Target.Dependency.product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")

let package = Package(
    name: "passculture",
    products: [
        .library(name: "PassCulture", targets: ["PassCulture", "CivilTime"]),
        .library(name: "PassCultureLogging", targets: ["PassCultureLogging"]),
        .library(name: "PassCultureTesting", targets: ["PassCultureTesting"]),
        // libpassculture: `make lib` gives it its name, its soname and its symbols.
        .library(name: "passculture-c", type: .dynamic, targets: ["PassCultureC"]),
        .executable(name: "passculture", targets: ["PassCultureCLI"]),
        .executable(name: "till", targets: ["Till"]),
        .executable(name: "videoclub", targets: ["VideoClub"]),
        .executable(name: "bookstall", targets: ["Bookstall"]),
        .executable(name: "button", targets: ["Button"]),
        .executable(name: "shelf", targets: ["Shelf"]),
        .executable(name: "house-rules", targets: ["HouseRulesTool"]),
        .executable(name: "bare-server", targets: ["BareServer"]),
        .executable(name: "loaded-platform", targets: ["LoadedPlatform"]),
        .executable(name: "outbox-cost", targets: ["OutboxCost"]),
        .executable(name: "races", targets: ["Races"]),
        .executable(name: "sequences", targets: ["SequencesTool"]),
        .executable(name: "crash-till", targets: ["CrashTill"]),
        .executable(name: "fuzz", targets: ["FuzzTool"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // System libraries: a module map and a shim, nothing else.
        .systemLibrary(
            name: "CCurl", path: "Sources/CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CJSONC", path: "Sources/CJSONC", pkgConfig: "json-c", providers: [.apt(["libjson-c-dev"])]),
        .systemLibrary(
            name: "CSQLite", path: "Sources/CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(
            name: "CCrypto", path: "Sources/CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        // Not a library of the system but our own header: what C programs include is what the compiler holds us to.
        .systemLibrary(name: "CPassCulture", path: "Sources/CPassCulture"),

        // The SDK and what it stands on.
        .target(name: "CivilTime", swiftSettings: settings),
        .target(name: "JSON", dependencies: ["CJSONC"], swiftSettings: settings),
        .target(name: "HTTPClient", dependencies: ["CCurl", "CivilTime"], swiftSettings: settings),
        .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: settings),
        .target(
            name: "PassCulture", dependencies: ["CCrypto", "CivilTime", "HTTPClient", "JSON", "SQLite"],
            exclude: isForC ? ["Feeds", "Offers"] : [], swiftSettings: settings),
        .target(name: "PassCultureLogging", dependencies: ["PassCulture", logging], swiftSettings: settings),
        .target(
            name: "PassCultureTesting", dependencies: ["CivilTime", "JSON", "PassCulture"], swiftSettings: settings),
        .target(
            name: "PassCultureC", dependencies: ["CPassCulture", "CivilTime", "PassCulture"],
            exclude: ["symbols.txt"], swiftSettings: settings),

        // The local platform.
        .target(
            name: "PlatformDomain", dependencies: ["CivilTime"], path: "Mocks/PlatformDomain", swiftSettings: settings),
        .target(
            name: "Platform",
            dependencies: [
                "CivilTime", "HTTPClient", "JSON", "PlatformDomain", "SQLite", crypto, cryptoExtras, httpTypes,
                hummingbirdCore,
                logging, nioCore, nioHTTP1, nioHTTPTypes, nioHTTPTypesHTTP1, nioPosix, serviceLifecycle, unixSignals,
            ],
            path: "Mocks/Platform", swiftSettings: settings),

        // The certifier.
        .target(
            name: "Conformance", dependencies: ["CivilTime", "HTTPClient", "JSON", crypto], path: "Conformance",
            swiftSettings: settings),

        // Partners of today's edition, conformant and broken, for the certifier to be tried on.
        .target(
            name: "Partners",
            dependencies: [
                "CivilTime", "HTTPClient", "JSON", crypto, httpTypes, hummingbirdCore, logging, nioCore, nioPosix,
                serviceLifecycle,
            ],
            path: "Mocks/Partners", swiftSettings: settings),

        // A desk for tills that cannot load a library, and for people at a terminal.
        .target(name: "DeskConsole", dependencies: ["CivilTime", "JSON", "PassCulture"], swiftSettings: settings),

        // The command line and the samples.
        .executableTarget(
            name: "PassCultureCLI",
            dependencies: [
                "CivilTime", "Conformance", "DeskConsole", "JSON", "Partners", "PassCulture", "PassCultureTesting",
                "Platform", "PlatformDomain", argumentParser,
            ],
            swiftSettings: settings, linkerSettings: compact),
        .executableTarget(
            name: "VideoClub", dependencies: ["PassCulture", hummingbird, logging], path: "Samples/VideoClub",
            swiftSettings: settings),
        .executableTarget(
            name: "Bookstall", dependencies: ["CivilTime", "PassCulture", httpTypes, hummingbird, logging],
            path: "Samples/Bookstall", swiftSettings: settings),
        .executableTarget(name: "Till", dependencies: ["PassCulture"], path: "Samples/Till", swiftSettings: settings),
        .executableTarget(
            name: "Button", dependencies: ["CivilTime", "PassCulture"], path: "Samples/Button", swiftSettings: settings),
        .executableTarget(
            name: "Shelf", dependencies: ["CivilTime", "PassCulture"], path: "Samples/Shelf", swiftSettings: settings),

        // What measures and what guards.
        .executableTarget(
            name: "BareServer", dependencies: [hummingbird, logging, nioCore], path: "Benchmarks/BareServer",
            swiftSettings: settings),
        .executableTarget(
            name: "LoadedPlatform", dependencies: ["CivilTime", "Platform", "PlatformDomain"],
            path: "Benchmarks/LoadedPlatform", swiftSettings: settings),
        .executableTarget(
            name: "OutboxCost", dependencies: ["CivilTime", "PassCulture"], path: "Benchmarks/OutboxCost",
            swiftSettings: settings),
        .executableTarget(
            name: "Races",
            dependencies: ["CivilTime", "HTTPClient", "PassCulture", "PassCultureTesting", "TestSupport"],
            path: "Benchmarks/Races", swiftSettings: settings),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .target(name: "HouseRules", path: "Tests/HouseRules", swiftSettings: settings),
        .executableTarget(
            name: "HouseRulesTool", dependencies: ["HouseRules"], path: "Tests/HouseRulesTool", swiftSettings: settings),

        // Tests.
        .testTarget(name: "CivilTimeTests", dependencies: ["CivilTime"], swiftSettings: settings),
        .testTarget(name: "JSONTests", dependencies: ["JSON", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "SQLiteTests", dependencies: ["SQLite", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "HTTPClientTests", dependencies: ["HTTPClient", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "PassCultureTests",
            dependencies: [
                "CivilTime", "HTTPClient", "JSON", "PassCulture", "PassCultureLogging", "PassCultureTesting", "SQLite",
                "TestSupport", logging,
            ],
            swiftSettings: settings),
        .testTarget(
            name: "PassCultureCTests",
            dependencies: [
                "CPassCulture", "CivilTime", "PassCulture", "PassCultureC", "PassCultureTesting", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "DeskConsoleTests",
            dependencies: ["CivilTime", "DeskConsole", "JSON", "PassCulture", "PassCultureTesting", "TestSupport"],
            swiftSettings: settings),
        .target(
            name: "DomainHistories", dependencies: ["CivilTime", "PlatformDomain", "TestSupport"],
            path: "Tests/DomainHistories", swiftSettings: settings),
        .executableTarget(
            name: "SequencesTool", dependencies: ["DomainHistories"], path: "Tests/SequencesTool",
            swiftSettings: settings),
        .executableTarget(
            name: "CrashTill", dependencies: ["CivilTime", "PassCulture"], path: "Tests/CrashTill",
            swiftSettings: settings),
        .target(
            name: "Fuzzing",
            dependencies: ["CivilTime", "JSON", "PassCulture", "PassCultureTesting", "SQLite", "TestSupport"],
            path: "Tests/Fuzzing", swiftSettings: settings),
        .executableTarget(
            name: "FuzzTool", dependencies: ["CivilTime", "Fuzzing", "TestSupport"], path: "Tests/FuzzTool",
            swiftSettings: settings),
        .testTarget(name: "FuzzingTests", dependencies: ["Fuzzing", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "PlatformDomainTests",
            dependencies: ["CivilTime", "DomainHistories", "PlatformDomain", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "PlatformTests",
            dependencies: [
                "CivilTime", "HTTPClient", "JSON", "Platform", "PlatformDomain", "SQLite", "TestSupport", nioCore,
                nioPosix,
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ConformanceTests",
            dependencies: ["CivilTime", "Conformance", "HTTPClient", "JSON", "Partners", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "CivilTime", "Conformance", "HTTPClient", "JSON", "Partners", "PassCulture", "PassCultureLogging",
                "PassCultureTesting", "Platform", "PlatformDomain", "TestSupport", logging,
            ],
            swiftSettings: settings),
        .testTarget(name: "HouseRulesTests", dependencies: ["HouseRules", "TestSupport"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)

// The sanitizer does not see what a lock of Swift's own guards: where the SDK says Synchronization, it is given locks that it sees.
if hasWatchedLocks {
    package.targets.append(
        .target(name: "WatchedLocks", path: "Benchmarks/WatchedLocks", swiftSettings: settings))
    for target in package.targets {
        switch target.name {
        case "WatchedLocks":
            target.swiftSettings?.append(.enableExperimentalFeature("BuiltinModule"))
        case "CivilTime", "HTTPClient", "JSON", "PassCulture", "PassCultureTesting", "Races", "SQLite", "TestSupport":
            target.dependencies.append("WatchedLocks")
            target.swiftSettings?.append(.unsafeFlags(["-module-alias", "Synchronization=WatchedLocks"]))
        default: break
        }
    }
}
