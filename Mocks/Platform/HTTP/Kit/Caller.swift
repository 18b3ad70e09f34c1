// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import PlatformDomain

/// Who sends a request, as found out from its cookie or its Basic log-in before the route's handler runs.
///
/// A refused log-in is not an error yet: the service noticed it only when a route looked at its caller, so that open
/// routes answer as if nobody had logged in (`contract 2018-12 §1.7`).
package struct Caller: Sendable {
    /// The person, or nobody, or somebody whose log-in was refused.
    package let actor: Actor
    /// The `Set-Cookie` values that a Basic log-in earned; the server adds them to whatever is answered.
    package let newCookies: [String]
    /// The session that the cookie named or that the Basic log-in opened.
    package let sessionID: Identifier<Session>?

    /// Creates a caller.
    package init(actor: Actor, newCookies: [String] = [], sessionID: Identifier<Session>? = nil) {
        self.actor = actor
        self.newCookies = newCookies
        self.sessionID = sessionID
    }

    /// Somebody who did not say who they are.
    package static let anonymous = Caller(actor: .anonymous)
}
