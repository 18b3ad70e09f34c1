// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

extension Service {
    /// Who sends a request with these headers (`contract 2018-12 §1.7`).
    ///
    /// A live session's cookie wins; failing that, a Basic log-in is a full log-in, which opens a session and earns its cookies.
    /// Repeating it goes on with that session as long as it lives. A `remember_token` alone is nobody, and in the way of nothing:
    /// that it disabled Basic log-ins was a defect of the service.
    func caller(cookies: [String], authorization: String?) async -> Caller {
        if let caller = knownCaller(cookies: cookies, authorization: authorization) { return caller }
        guard let authorization, let (email, password) = Self.basicCredentials(authorization) else { return .anonymous }
        return await caller(email: email, password: password)
    }

    /// Who sends a request, as far as that can be told without checking a password: by a cookie, or by a log-in that was checked
    /// before and whose session lives. Nothing if a password has to be checked.
    func knownCaller(cookies: [String], authorization: String?) -> Caller? {
        for header in cookies {
            if let caller = caller(cookie: header) { return caller }
        }
        guard let authorization else { return .anonymous }
        if let (email, entry) = credentials.login(header: authorization), let caller = caller(entry, email: email) {
            return caller
        }
        guard let (email, password) = Self.basicCredentials(authorization) else { return .anonymous }
        guard let entry = credentials.entry(credentials.key(email: email, password: password)),
            let caller = caller(entry, email: email)
        else { return nil }
        credentials.remember(header: authorization, email: email, entry)
        return caller
    }

    /// Whom a log-in that was checked before stands for; nobody once e-mail, password or session are others.
    private func caller(_ entry: CredentialCache.Entry, email: String) -> Caller? {
        let isValid = read { state, now in
            guard let user = state.users[entry.userID], user.email == email, user.passwordHash == entry.hash else {
                return false
            }
            return state.session(entry.sessionID, secret: entry.secret, at: now) != nil
        }
        return isValid
            ? Caller(actor: .user(entry.userID), newCookies: entry.cookies, sessionID: entry.sessionID) : nil
    }

    private func caller(cookie header: String) -> Caller? {
        if let ticket = tickets.meaning(of: header), let caller = caller(ticket) { return caller }
        var isFirst = true
        for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
            let pair = pair.drop { $0 == UInt8(ascii: " ") }
            guard pair.starts(with: "session=".utf8), let ticket = signer.ticket(from: pair.dropFirst(8)) else {
                continue
            }
            if let caller = caller(ticket) {
                // One before it would come first again, were its session to live again: after a restore.
                if isFirst { tickets.remember(header, ticket) }
                return caller
            }
            isFirst = false
        }
        return nil
    }

    /// Whom a session's ticket stands for, while that session lives.
    private func caller(_ ticket: CookieSigner.Ticket) -> Caller? {
        liveUser(of: ticket.sessionID, secret: ticket.secret).map {
            Caller(actor: .user($0), sessionID: ticket.sessionID)
        }
    }

    private func caller(email: String, password: String) async -> Caller {
        struct Account {
            let id: Identifier<User>
            let hash: String
            let isValidated: Bool
        }
        let account = read { state, _ in
            state.user(email: email).map {
                Account(id: $0.id, hash: $0.passwordHash, isValidated: $0.validationToken == nil)
            }
        }
        guard let account else { return Caller(actor: .refused(.unknownIdentifier)) }
        guard account.isValidated else { return Caller(actor: .refused(.notValidated)) }
        // A log-in checked before needs no second check while the stored hash is the same, only a new session.
        let key = credentials.key(email: email, password: password)
        if credentials.entry(key)?.hash != account.hash, await !matches(password: password, hash: account.hash) {
            return Caller(actor: .refused(.wrongPassword))
        }
        return logIn(account.id, hash: account.hash, key: key)
    }

    private func logIn(_ userID: Identifier<User>, hash: String, key: CredentialCache.Key) -> Caller {
        let opened = try? perform(.openSession(userID)) { _, events -> Session? in
            for case .sessionOpened(let session) in events { return session }
            return nil
        }
        // Between the check and here the platform may have been reset: then there is nobody of that number any more.
        guard let session = opened ?? nil else { return Caller(actor: .refused(.unknownIdentifier)) }
        let cookies = cookies(opening: session)
        credentials.remember(
            CredentialCache.Entry(
                userID: userID, hash: hash, sessionID: session.id, secret: session.secret, cookies: cookies), for: key)
        return Caller(actor: .user(userID), newCookies: cookies, sessionID: session.id)
    }

    private func liveUser(of sessionID: Identifier<Session>, secret: String) -> Identifier<User>? {
        read { state, now in state.session(sessionID, secret: secret, at: now)?.userID }
    }

    /// E-mail and password of a Basic `Authorization`; nothing if it is none.
    static func basicCredentials(_ header: String) -> (email: String, password: String)? {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "basic" else { return nil }
        guard let bytes = Base64.decode(parts[1].drop { $0 == " " }),
            let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        return (
            String(decoding: bytes[..<colon], as: UTF8.self), String(decoding: bytes[(colon + 1)...], as: UTF8.self)
        )
    }
}
