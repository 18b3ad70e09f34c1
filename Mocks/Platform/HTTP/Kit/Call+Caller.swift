// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import PlatformDomain

extension Call {
    /// Who asks, for routes that serve only people who are signed in (`contract 2018-12 §1.4`).
    ///
    /// - Throws: 401 `Authentification nécessaire` for nobody, the log-in's own refusal for a refused one.
    package func signedIn() throws(WireError) -> Identifier<User> {
        try person(otherwise: .notSignedIn)
    }

    /// Who asks, for routes that the service also meant to open to API keys (`contract 2018-12 §1.4`).
    ///
    /// - Throws: 403 with the plain text `API key or login required` for nobody, 401 for a refused log-in.
    package func signedInOrKey() throws(WireError) -> Identifier<User> {
        try person(otherwise: .keyOrLogInRequired)
    }

    /// Who asks, with nobody in particular being allowed.
    ///
    /// - Throws: 401 for a refused log-in, which the service noticed once a route looked at its caller.
    package func personIfAny() throws(WireError) -> Identifier<User>? {
        switch caller.actor {
        case .user(let id): id
        case .refused(let refusal): throw .signInRefused(refusal)
        case .anonymous, .team: nil
        }
    }

    private func person(otherwise error: WireError) throws(WireError) -> Identifier<User> {
        guard let id = try personIfAny() else { throw error }
        return id
    }
}
