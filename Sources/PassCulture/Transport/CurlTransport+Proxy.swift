// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension CurlTransport {
    /// The proxy to go through.
    public enum Proxy: Hashable, Sendable {
        /// The one that the environment names (`https_proxy`, `no_proxy` …), if it names one.
        case environment

        /// None, whatever the environment says.
        case none

        /// The one at an address, such as `http://proxy.mairie.example:3128`.
        case url(String)
    }
}

extension CurlTransport.Proxy: CustomStringConvertible, CustomReflectable {
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
