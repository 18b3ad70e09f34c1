// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// A request of a provider whose key was found good.
struct ProviderCall: Sendable {
    /// The request.
    let call: Call
    /// Who sends it, as it was when the key was looked at.
    let provider: Provider

    /// Looks at the key, and counts the call.
    ///
    /// - Throws: 401 without a known key, 403 for a provider that is switched off, 429 for too many calls.
    init(_ call: Call) throws(WireError) {
        guard let key = Self.key(in: call.header("Authorization")) else { throw .noKey }
        let digest = Digest.sha256(Array(key.utf8))
        let found = call.service.read { state, now in (provider: state.provider(keyDigest: digest), now: now) }
        guard let provider = found.provider else { throw .noKey }
        guard provider.isActive else { throw .inactiveProvider }
        guard call.service.rateLimiter.allows(provider.id, at: found.now) else { throw .tooManyCalls }
        self.call = call
        self.provider = provider
    }

    /// The key in an `Authorization`: all that follows `Bearer ` (`today §1.2`).
    private static func key(in header: String?) -> Substring? {
        guard let header, let key = header.firstRange(of: "Bearer ").map({ header[$0.upperBound...] }), !key.isEmpty
        else { return nil }
        return key
    }

    /// A whole number in the path.
    ///
    /// - Throws: 404 `{}`, as for a path that no route has (`today §1.5`).
    func identifier<Record>(
        _ name: String, of record: Record.Type = Record.self
    ) throws(WireError) -> Identifier<Record> {
        let text = call.parameters[name] ?? ""
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let number = Int64(text)
        else { throw .nothingHere }
        return Identifier(number)
    }

    /// Performs a command of today's edition; `words` puts its refusals into the route's.
    func perform<Value: Sendable>(
        _ command: PublicV1Command, words: (PublicV1Refusal) -> WireError,
        then projection: (PlatformState, [Event]) -> Value
    ) throws(WireError) -> Value {
        do throws(Refusal) {
            return try call.service.perform(.publicV1(command), then: projection)
        } catch .publicV1(let refusal) {
            throw words(refusal)
        } catch {
            throw .serverFault
        }
    }

    /// Reads the state.
    func read<Value: Sendable, Failure: Error>(
        _ body: (PlatformState) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try call.service.read { state, _ throws(Failure) in try body(state) }
    }
}
