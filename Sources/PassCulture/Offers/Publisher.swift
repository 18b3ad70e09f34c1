// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The software of a vendor, as it publishes: venues, addresses, events with their prices and dates, products, stocks by EAN, pictures.
///
/// ```swift
/// let publisher = PassCulture(.integration).publisher(key: try ProviderKey(text))
/// switch try await publisher.createEvent(draft) {
/// case .done(let event): remember(event.id)
/// case .refused(let refusal): show(refusal.flaws)        // by key path; nothing has changed
/// case .unknown: lookFor(draft.offer.idAtProvider)       // sent, and the answer lost: look before you send again
/// }
/// ```
///
/// One key opens every venue that gave the vendor access (`today §1.2`). The limits of the contract are checked before anything is sent,
/// and what breaks one is refused here, under the key path that the platform would have named.
///
/// Two hundred calls a minute may be made with a key, those of tills included; a call waits for its turn if its deadline allows it. Questions
/// are asked again where that helps (``RetryPolicy``); an order is sent once, and again only if it surely never left. Every call exists
/// twice: `async`, and blocking on the caller's thread.
public struct Publisher: Sendable {
    let key: ProviderKey
    let loop: ExchangeLoop

    /// How long one call may take in all, every attempt and wait included.
    public let deadline: Duration
}

extension PassCulture {
    /// What publishes with a vendor's key.
    ///
    /// Nothing is sent; a wrong key shows with the first call, as a refusal with the status 401.
    ///
    /// - Parameters:
    ///   - key: The vendor's key for this environment.
    ///   - deadline: How long one call may take in all. Nobody waits at a counter, so it may be longer than ``Options/totalDeadline``.
    public func publisher(key: ProviderKey, deadline: Duration = .seconds(30)) -> Publisher {
        Publisher(key: key, loop: loop.publishing(as: key), deadline: deadline)
    }
}

extension ExchangeLoop {
    /// The same to the host of today's edition, within the limit of calls that all of the process shares for a key.
    fileprivate func publishing(as key: ProviderKey) -> ExchangeLoop {
        circuits.speaks(.publicV1)
        return ExchangeLoop(
            environment: environment, transport: transport, options: options, circuits: circuits, edition: .publicV1,
            limit: .of(key))
    }
}
