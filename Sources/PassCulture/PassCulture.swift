// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The pass Culture, as a partner's software meets it: which one, how it is reached, and the two ways to ask about a
/// countermark.
///
/// A till asks with the partner's own log-in, at a ``Desk``:
///
/// ```swift
/// import PassCulture
///
/// let passCulture = PassCulture(.integration)
/// let outbox = try SQLiteOutbox(path: "/var/lib/caisse/passculture.db")
/// let desk = try passCulture.desk(email: "caisse@librairie.example", password: password, outbox: outbox)
/// let code = try Countermark("ly sy-u9")                 // as typed, pasted or scanned
///
/// let check = try await desk.check(code)
/// print(check.cashier.french)                            // "Contremarque valable : remettez, puis validez."
/// switch check {
/// case .valid, .provisional:                             // provisional: no line, and the day list knows it
///     let outcome = try await desk.validate(code)        // once; never again by itself
///     print(outcome.cashier.french)                      // "Contremarque validée.", refused … or "Réponse non reçue …"
/// case .refused, .taken:                                 // taken: this venue dealt with it already
///     break                                              // hand nothing over
/// }
/// ```
///
/// An online platform, which receives the user through the offer's link and has no log-in of its own, asks at the
/// ``OpenDesk`` with the user's e-mail address and the offer's identifier:
///
/// ```swift
/// let link = try DigitalLink(request.url, template: template)
/// let outcome = try await passCulture.openDesk.validate(link.countermark, email: link.email, offer: link.offer)
/// ```
///
/// Every call exists twice: `async`, and blocking on the caller's thread (`checkBlocking`, `validateBlocking`). Both take
/// the same decisions.
///
/// What comes back is an **answer** (a value, refusals included), or a **fault** (``PassCultureError`` is thrown; asking again is
/// harmless). A validation may also have been sent and its answer lost: a ``Desk`` reads back, and says ``Outcome/probable(_:)`` or
/// ``Outcome/unknown(_:)``; and without a line it stores what the day list knows, ``Outcome/provisional(_:)``.
public struct PassCulture: Sendable {
    /// The version of the SDK.
    public static let version = "0.1.0"

    /// Which pass Culture is spoken to.
    public let environment: Environment

    let loop: ExchangeLoop

    /// Prepares to speak to a pass Culture; connects to nothing yet.
    ///
    /// - Parameters:
    ///   - environment: Which one.
    ///   - options: Deadlines, retries, the name of your product, journal and observer.
    ///   - transport: What carries the requests; libcurl unless given.
    public init(_ environment: Environment, options: Options = Options(), transport: any Transport = CurlTransport()) {
        self.environment = environment
        loop = ExchangeLoop(environment: environment, transport: transport, options: options)
    }

    /// Whether calls reach the platform, as far as the last of them told; see ``CircuitPolicy``. Where the editions have hosts of their own
    /// and both are spoken to, that of the one that is reached last.
    public var circuit: CircuitState { loop.circuits.state(at: loop.options.time.monotonic()) }

    /// Whether calls of an edition reach their host, as far as the last of them told; see ``CircuitPolicy``.
    public func circuit(for edition: Edition) -> CircuitState {
        loop.on(edition).circuit.state(at: loop.options.time.monotonic())
    }

    /// The desk of a till: what it did is kept in an outbox, and a lost answer is told from a validation.
    ///
    /// Nothing is sent; a wrong log-in or key shows with the first question, as a refusal.
    ///
    /// - Parameters:
    ///   - identity: As whom it asks, and so in which ``Edition``.
    ///   - outbox: Where attempts are kept.
    ///   - settings: The name of the till, what happens without a line, who decides what is only probable.
    /// - Throws: ``PassCultureError`` with the code ``PassCultureError/Code/invalidConfiguration`` when the log-in cannot be sent as it is.
    public func desk(
        as identity: DeskIdentity, outbox: any OutboxStore, settings: Desk.Settings = Desk.Settings()
    ) throws(PassCultureError) -> Desk {
        let dialect = try identity.dialect()
        let exchanges = loop.speaking(dialect, journal: NoJournal())
        return Desk(loop: DeskLoop(exchanges: exchanges, dialect: dialect, store: outbox, settings: settings))
    }

    /// The desk of a till with the portal's log-in; as ``desk(as:outbox:settings:)`` in all else.
    ///
    /// - Parameters:
    ///   - email: The e-mail address of the account, letter by letter.
    ///   - password: The password of the account.
    ///   - outbox: Where attempts are kept.
    ///   - settings: The name of the till, what happens without a line, who decides what is only probable.
    /// - Throws: ``PassCultureError`` with the code ``PassCultureError/Code/invalidConfiguration`` when the log-in cannot be sent as it is.
    public func desk(
        email: String, password: String, outbox: any OutboxStore, settings: Desk.Settings = Desk.Settings()
    ) throws(PassCultureError) -> Desk {
        try desk(as: .portal(email: email, password: password), outbox: outbox, settings: settings)
    }

    /// The desk that keeps nothing: for who keeps what was done elsewhere, or only checks.
    ///
    /// Nothing is sent; a wrong log-in or key shows with the first question, as a refusal.
    ///
    /// - Parameter identity: As whom it asks, and so in which ``Edition``.
    /// - Throws: ``PassCultureError`` with the code ``PassCultureError/Code/invalidConfiguration`` when the log-in cannot be sent as it is.
    public func plainDesk(as identity: DeskIdentity) throws(PassCultureError) -> PlainDesk {
        let dialect = try identity.dialect()
        return PlainDesk(dialect: dialect, loop: loop.speaking(dialect, journal: loop.options.journal))
    }

    /// The desk that keeps nothing, with the portal's log-in; as ``plainDesk(as:)`` in all else.
    ///
    /// - Parameters:
    ///   - email: The e-mail address of the account, letter by letter.
    ///   - password: The password of the account.
    /// - Throws: ``PassCultureError`` with the code ``PassCultureError/Code/invalidConfiguration`` when one of the two cannot
    ///   be sent as it is.
    public func plainDesk(email: String, password: String) throws(PassCultureError) -> PlainDesk {
        try plainDesk(as: .portal(email: email, password: password))
    }

    /// The desk without a log-in: what an online platform asks at.
    public var openDesk: OpenDesk { OpenDesk(loop: loop) }
}
