// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension PassCulture {
    /// Opens a connection before the first customer needs it: finds the platform's address, connects and agrees on TLS, by asking
    /// for something that needs no log-in and changes nothing.
    ///
    /// Call it when the till starts, and perhaps before a rush; the next check goes over the same connection. It serves the
    /// `async` calls; the blocking ones have connections of their own, see ``warmUpBlocking(for:deadline:)``. Nothing depends on
    /// it: a platform that is not reached now may be later.
    ///
    /// - Parameters:
    ///   - edition: The edition that will be spoken, as the editions have hosts of their own: ``DeskIdentity/edition``.
    ///   - deadline: How long it may take in all; what the options say unless given.
    /// - Throws: ``PassCultureError`` when no answer came. Any answer is good.
    public func warmUp(
        for edition: Edition = .prototype2018, deadline: Duration? = nil
    ) async throws(PassCultureError) {
        try await loop.run(WarmUpMachine(to: environment, edition, loop.options, deadline: deadline))
    }

    /// Opens a connection for the blocking calls, on the caller's thread; as ``warmUp(for:deadline:)`` in all else.
    public func warmUpBlocking(
        for edition: Edition = .prototype2018, deadline: Duration? = nil
    ) throws(PassCultureError) {
        try loop.runBlocking(WarmUpMachine(to: environment, edition, loop.options, deadline: deadline))
    }
}
