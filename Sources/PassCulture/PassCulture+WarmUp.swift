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
    ///   - edition: The edition that will be spoken, as the editions have hosts of their own: ``DeskIdentity/edition``. Left out, it is what the
    ///     desks and publishers made so far speak; that of December 2018 where there are none.
    ///   - deadline: How long it may take in all; what the options say unless given.
    /// - Throws: ``PassCultureError`` when no answer came. Any answer is good.
    public func warmUp(
        for edition: Edition? = nil, deadline: Duration? = nil
    ) async throws(PassCultureError) {
        var fault: PassCultureError?
        for edition in editions(edition) {
            do throws(PassCultureError) {
                try await loop.on(edition).run(
                    WarmUpMachine(to: environment, edition, loop.options, deadline: deadline))
            } catch {
                fault = error
            }
        }
        if let fault { throw fault }
    }

    /// Opens a connection for the blocking calls, on the caller's thread; as ``warmUp(for:deadline:)`` in all else.
    public func warmUpBlocking(
        for edition: Edition? = nil, deadline: Duration? = nil
    ) throws(PassCultureError) {
        var fault: PassCultureError?
        for edition in editions(edition) {
            do throws(PassCultureError) {
                try loop.on(edition).runBlocking(
                    WarmUpMachine(to: environment, edition, loop.options, deadline: deadline))
            } catch {
                fault = error
            }
        }
        if let fault { throw fault }
    }

    /// Whose hosts are warmed up: each once, where one address serves both.
    private func editions(_ asked: Edition?) -> [Edition] {
        if let asked { return [asked] }
        var hosts: Set<String> = []
        let spoken = loop.circuits.editions.filter { hosts.insert(environment.baseURL(of: $0)).inserted }
        return spoken.isEmpty ? [.prototype2018] : spoken
    }
}
