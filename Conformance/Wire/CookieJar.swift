// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The cookies of one session, kept by hand: the certifier judges raw exchanges.
final class CookieJar: Sendable {
    private let stored = Mutex<[(name: String, value: String)]>([])

    /// The `Cookie` header, or nil when there are none.
    var header: String? {
        let cookies = stored.withLock { $0 }
        return cookies.isEmpty ? nil : cookies.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
    }

    /// Takes over what an answer sets; an empty value or `Max-Age=0` removes the cookie.
    func absorb(_ headers: [(name: String, value: String)]) {
        for header in headers where header.name.lowercased() == "set-cookie" {
            let parts = header.value.split(separator: ";", omittingEmptySubsequences: true)
            guard let first = parts.first, let equals = first.firstIndex(of: "=") else { continue }
            let name = String(first[..<equals].drop { $0 == " " })
            let value = String(first[first.index(after: equals)...])
            let expired = parts.dropFirst().contains { $0.lowercased().contains("max-age=0") }
            stored.withLock { cookies in
                cookies.removeAll { $0.name == name }
                if !value.isEmpty, !expired { cookies.append((name, value)) }
            }
        }
    }

    /// A jar with the same cookies, so that old ones can be played again.
    func copy() -> CookieJar {
        let other = CookieJar()
        let cookies = stored.withLock { $0 }
        other.stored.withLock { $0 = cookies }
        return other
    }
}
