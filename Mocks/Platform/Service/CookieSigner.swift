// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Crypto
import PlatformDomain

/// Writes and reads the two cookies of a session (`contract 2018-12 §1.7`).
///
/// The `session` cookie is `number.secret.signature`, signed by HMAC-SHA256 with a key that the platform draws when it first starts and
/// keeps with its data.
/// `Secure` is left off: the platform speaks plain http, over which browsers and curl would neither keep nor send such a cookie.
/// The lifetime is given as `Max-Age` and not as a date, because the platform's time is not the browser's.
struct CookieSigner: Sendable {
    /// What a valid session cookie says.
    struct Ticket: Sendable, Hashable {
        /// Which session.
        let sessionID: Identifier<Session>
        /// Its secret.
        let secret: String
    }

    private static let lifetime = 90 * 24 * 3_600
    private let key: SymmetricKey

    /// Creates a signer with a key that was kept, or with one of its own.
    init(key: [UInt8]? = nil) {
        self.key = key.map { SymmetricKey(data: $0) } ?? SymmetricKey(size: .bits256)
    }

    /// The key, to be kept.
    var keyBytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

    /// The `Set-Cookie` values of a session just opened: `session`, then `remember_token`.
    func cookies(of session: Session) -> [String] {
        let ticket = "\(session.id.number).\(session.secret)"
        let remembered = "\(session.userID.number)|\(signature(of: "remember.\(session.userID.number)"))"
        return [
            "session=\(ticket).\(signature(of: "session.\(ticket)")); Max-Age=\(Self.lifetime); HttpOnly; Path=/",
            "remember_token=\(remembered); Max-Age=\(Self.lifetime); HttpOnly; Path=/",
        ]
    }

    /// What the value of a `session` cookie says; nothing if it was not signed by this platform.
    func ticket(from value: some StringProtocol) -> Ticket? {
        let parts = value.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let number = Int64(parts[0]), let signature = Base64.decode(parts[2]) else {
            return nil
        }
        let signed = "session.\(parts[0]).\(parts[1])"
        guard
            HMAC<SHA256>.isValidAuthenticationCode(signature, authenticating: Array(signed.utf8), using: key)
        else { return nil }
        return Ticket(sessionID: Identifier(number), secret: String(parts[1]))
    }

    private func signature(of text: String) -> String {
        Base64.encode(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
    }
}
