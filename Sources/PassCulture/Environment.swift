// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Which pass Culture is spoken to: the real one, the one for trials, or one of your own.
public struct Environment: Hashable, Sendable, CustomStringConvertible {
    /// Where the paths of the contract of 2018 begin: scheme, host, port and perhaps a path, without a slash at the end.
    public let baseURL: String

    /// Where the paths of the public API v1 begin.
    private let publicURL: String

    private init(unchecked baseURL: String, publicV1 publicURL: String? = nil) {
        self.baseURL = baseURL
        self.publicURL = publicURL ?? baseURL
    }

    /// The real pass Culture, with real young people and real money (countermark document (23), "Utilisation"; `today §1.1`).
    public static let production = Environment(
        unchecked: "https://backend.passculture.beta.gouv.fr", publicV1: "https://backend.passculture.app")

    /// The environment that the pass Culture keeps for partners' trials (integration document (24), "Adresses"; `today §1.1`).
    public static let integration = Environment(
        unchecked: "https://backend.passculture-integration.beta.gouv.fr",
        publicV1: "https://backend.integration.passculture.pro")

    /// Where the paths of an edition begin. An address of one's own serves both.
    public func baseURL(of edition: Edition) -> String {
        switch edition {
        case .publicV1: publicURL
        case .prototype2018: baseURL
        }
    }

    /// A platform on this very machine: `http://127.0.0.1` and the port.
    public static func local(port: UInt16) -> Environment {
        Environment(unchecked: "http://127.0.0.1:\(port)")
    }

    /// A platform at any address.
    ///
    /// - Parameters:
    ///   - url: An `http` or `https` address: host, perhaps a port and a path; no user, query or fragment. A slash at the end
    ///     is dropped.
    ///   - allowingClearText: Whether plain `http` may be used with a host that is not this machine. Log-ins, countermarks
    ///     and addresses are then readable on the network, so it is refused unless asked for.
    /// - Throws: ``PassCultureError`` with the code ``PassCultureError/Code/invalidConfiguration``, and a detail that says
    ///   what is wrong with the address.
    public static func custom(
        _ url: String, allowingClearText: Bool = false
    ) throws(PassCultureError) -> Environment {
        do throws(BaseAddress.Flaw) {
            let address = try BaseAddress(url)
            guard address.isSecure || address.isLoopback || allowingClearText else {
                throw BaseAddress.Flaw("http to another machine sends log-ins in clear text: use https")
            }
            return Environment(unchecked: address.text)
        } catch {
            throw PassCultureError(.invalidConfiguration, detail: "base address: \(error.sentence)")
        }
    }

    /// The base address; both, where the editions have different ones.
    public var description: String { baseURL == publicURL ? baseURL : "\(publicURL), \(baseURL)" }
}
