// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How a caller says who it is.
enum Identity: Sendable {
    /// Not at all.
    case anonymous
    /// By the cookies of a session.
    case session(CookieJar)
    /// By Basic authentication.
    case basic(email: String, password: String)
    /// By the key of a provider of today's edition.
    case bearer(APIKey)

    /// The header to send, if any.
    var header: (name: String, value: String)? {
        switch self {
        case .anonymous: nil
        case .session(let jar): jar.header.map { ("Cookie", $0) }
        case .basic(let email, let password):
            ("Authorization", "Basic " + Base64.text(Array("\(email):\(password)".utf8)))
        case .bearer(let key): ("Authorization", "Bearer " + key.text)
        }
    }
}
