// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Who may be tried: never a production host of the pass Culture, and no distant host without its owner's word.
///
/// There is no way around the first rule: bookings made up by a suite on the real service would be real bookings.
public struct TargetGuard: Sendable {
    /// A target that may be tried.
    public struct Target: Sendable, Hashable {
        /// Scheme, host and port as a base URL, without a slash at its end.
        public let base: String
        /// The host, lower case, without a dot at its end.
        public let host: String
        /// Whether it is this machine.
        public let isLocal: Bool
    }

    /// A target that is refused, and what to say about it.
    public struct Refusal: Error, Sendable, Hashable {
        /// What to tell the person who asked.
        public let sentence: Sentence
    }

    /// The hosts of production of both editions: these names and everything below them.
    ///
    /// Of 2018 everything under `passculture.beta.gouv.fr` (contract 2018-12 §1.5), of today the app's and the portal's
    /// names; the integration hosts of today are the exception (contract today §1).
    private static let production = [
        "passculture.beta.gouv.fr", "passculture.app", "passculture.pro", "pass.culture.fr",
    ]
    private static let integration = ["integration.passculture.app", "integration.passculture.pro"]

    /// Judges an address.
    ///
    /// - Parameters:
    ///   - address: a base URL, `http` or `https`.
    ///   - owned: whether the person said that the environment is theirs.
    /// - Throws: ``Refusal`` when the address cannot be read, is production, or is distant and not owned.
    public static func judge(_ address: String, owned: Bool) throws(Refusal) -> Target {
        guard let parts = AddressParts(address) else {
            let address = Visible.text(address)
            throw Refusal(
                sentence: Sentence(
                    "« \(address) » n'est pas une adresse utilisable : donnez http://hôte:port ou https://hôte.",
                    "\"\(address)\" is not a usable address: give http://host:port or https://host."))
        }
        if isProduction(parts.host) {
            throw Refusal(
                sentence: Sentence(
                    "\(parts.host) est un hôte de production du pass Culture : il n'est jamais mis à l'essai. "
                        + "Lancez « passculture mock » ou visez un environnement d'intégration.",
                    "\(parts.host) is a production host of the pass Culture: it is never put to the test. "
                        + "Start \"passculture mock\" or aim at an integration environment."))
        }
        let isLocal = isLoopback(parts.host)
        guard isLocal || owned else {
            throw Refusal(
                sentence: Sentence(
                    "\(parts.host) n'est pas cette machine : ajoutez --i-own-this-environment s'il est à vous.",
                    "\(parts.host) is not this machine: add --i-own-this-environment if it is yours."))
        }
        return Target(base: parts.base, host: parts.host, isLocal: isLocal)
    }

    /// Whether a host (lower case, no dot at its end) is one of production.
    static func isProduction(_ host: String) -> Bool {
        func isIn(_ zone: String) -> Bool { host == zone || host.hasSuffix("." + zone) }
        return production.contains(where: isIn) && !integration.contains(where: isIn)
    }

    /// Whether a host (lower case, no dot at its end) is this machine: 127.0.0.0/8, ::1 or localhost.
    static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "[::1]" || host == "[0:0:0:0:0:0:0:1]" { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        guard numbers.count == 4, numbers[0] == "127" else { return false }
        return numbers.allSatisfy { part in
            part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } && (UInt8(part) != nil)
                && (part == "0" || !part.hasPrefix("0"))
        }
    }
}
