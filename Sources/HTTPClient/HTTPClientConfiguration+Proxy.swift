// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension HTTPClientConfiguration {
    /// Which proxy to go through.
    public enum Proxy: Hashable, Sendable {
        /// The one that the environment names (`http_proxy`, `https_proxy`, `all_proxy`, with the exceptions of
        /// `no_proxy`), if any; never for servers on this machine.
        case environment
        /// None, whatever the environment says.
        case none
        /// This one, for all servers, whatever the environment says: `http://proxy.example:3128`.
        case url(String)
    }
}

extension HTTPClientConfiguration.Proxy: CustomStringConvertible, CustomReflectable {
    /// Which kind; an address may hold a password, and is not shown.
    public var description: String {
        switch self {
        case .environment: "environment"
        case .none: "none"
        case .url: "url(hidden)"
        }
    }

    /// A mirror without children, so that dumps show no more than the description.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}
