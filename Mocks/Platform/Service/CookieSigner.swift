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
    /// The authentication code of nothing: copied, so that the key is not set up for each request.
    private let keyed: HMAC<SHA256>

    /// Creates a signer with a key that was kept, or with one of its own.
    init(key: [UInt8]? = nil) {
        let key = key.map { SymmetricKey(data: $0) } ?? SymmetricKey(size: .bits256)
        self.key = key
        keyed = HMAC(key: key)
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

    /// What the value of a `session` cookie says, letter by letter; nothing if it was not signed by this platform.
    func ticket(from value: some Collection<UInt8>) -> Ticket? {
        let parts = Array(value).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let number = Int64(String(decoding: parts[0], as: UTF8.self)),
            let signature = Base64.decode(parts[2])
        else { return nil }
        var code = keyed
        code.update(data: Self.prefix)
        code.update(data: parts[0])
        code.update(data: Self.dot)
        code.update(data: parts[1])
        // Compared in a time that tells nothing of where they differ.
        guard code.finalize() == signature else { return nil }
        return Ticket(sessionID: Identifier(number), secret: String(decoding: parts[1], as: UTF8.self))
    }

    private static let prefix = Array("session.".utf8)
    private static let dot = [UInt8(ascii: ".")]

    private func signature(of text: String) -> String {
        var code = keyed
        code.update(data: Array(text.utf8))
        return Base64.encode(code.finalize())
    }
}
