// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
package import PlatformDomain

/// What the routes need of the running platform: its state behind a lock, and the few things done off that lock.
///
/// The routes know nothing else of the service, so that a test can put a plain value behind this protocol.
package protocol PlatformService: Sendable {
    /// The truth served where the documents and the service differ.
    var profile: Profile { get }

    /// Base URL of this platform without a slash at its end, such as `http://127.0.0.1:8080`, for links.
    var publicBase: String { get }

    /// What opens the team's exports (`contract 2018-12 §9.6`); nothing leaves them shut.
    var exportToken: String? { get }
    /// What is remembered of the magic countermarks.
    var magic: MagicMemory { get }
    /// How often providers called.
    var rateLimiter: RateLimiter { get }

    /// The platform's time: virtual, and never earlier than anything that has happened.
    func now() -> Instant

    /// Reads the state after settling all that is due; runs under the lock, so that it should return a small projection.
    func read<Answer: Sendable, Failure: Error>(
        _ body: (PlatformState, Instant) throws(Failure) -> Answer
    ) throws(Failure) -> Answer

    /// Settles, decides and evolves, atomically; the projection sees the state right after the events, under the lock.
    ///
    /// - Throws: the domain's refusal; nothing has changed then.
    @discardableResult
    func perform<Answer: Sendable>(
        _ command: Command, then projection: (PlatformState, [Event]) -> Answer
    ) throws(Refusal) -> Answer

    /// The hash of a password, with its parameters and salt. Slow by intent, and off the lock.
    func hash(password: String) async -> String

    /// Whether a password is the one that was hashed. Slow by intent, and off the lock.
    func matches(password: String, hash: String) async -> Bool

    /// The values of the `Set-Cookie` headers, `session` and `remember_token`, that hand a session to a browser.
    func cookies(opening session: Session) -> [String]

    /// Keeps the image of a teaser.
    func storeThumb(_ bytes: [UInt8], type: String, for mediation: Identifier<Mediation>)

    /// The image of a teaser with its content type, or nothing when it has none.
    func thumb(_ mediation: Identifier<Mediation>) -> (bytes: [UInt8], type: String)?

    /// Keeps the file of a RIB that was just filed, unless another one has been filed since.
    func storeRIB(_ bytes: [UInt8], digest: String, of payee: Payee)

    /// The file of the RIB that goes with an account as it is now, with its content type.
    func ribFile(of payee: Payee) -> (bytes: [UInt8], type: String)?
}
