// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Which values of `Origin` are let in (`contract 2018-12 §1.5`): exact strings, no pattern.
///
/// The list is the one of the integration environment, where partners tried things out: its portal, its app and its team's page,
/// and neither its back end nor a developer's machine. The platform's own address is added, for its own pages.
struct OriginPolicy: Sendable {
    /// The integration environment's own.
    static let examples = ["pro", "app", "team"].flatMap { name in
        ["https://", "http://", ""].map { "\($0)\(name).passculture-integration.beta.gouv.fr" }
    }

    private static let known = Set(examples)

    /// Whether a request with that `Origin` is let in, at a platform that listens there.
    static func accepts(_ origin: String?, at base: @autoclosure () -> String) -> Bool {
        guard let origin else { return false }
        return known.contains(origin) || isOwn(origin, base: base())
    }

    /// Whether the origin is the platform itself, under its own name or as `localhost`.
    static func isOwn(_ origin: String, base: String) -> Bool {
        origin == base || spellings(of: base).contains(origin)
    }

    /// How a platform that listens there is called: by that address, and where it has a port by the names of this machine.
    static func spellings(of base: String) -> [String] {
        let parts = base.split(separator: ":")
        guard parts.count > 2, let port = parts.last else { return [base] }
        return [base] + ["localhost", "127.0.0.1", "[::1]"].map { "http://\($0):\(port)" }.filter { $0 != base }
    }
}
