// swift-tools-version:6.3

import PackageDescription

// A package of its own: its rival takes minutes to build, and nobody who builds the kit should wait for it.

/// The language settings of the house, with less asked of what only measures.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "rivals",
    dependencies: [
        .package(name: "passculture", path: "../.."),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    ],
    targets: [
        .executableTarget(
            name: "Rivals",
            dependencies: [
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "PassCulture", package: "passculture"),
            ],
            swiftSettings: settings)
    ],
    swiftLanguageModes: [.v6]
)
