// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import Logging
public import PassCulture

/// An observer that writes what the SDK does to a `Logger` of swift-log.
///
/// ```swift
/// let options = Options(observe: EventLogger(Logger(label: "passculture")).observe)
/// ```
///
/// An attempt is a line of level *debug*; a further attempt, a call refused by the open circuit and the probe of a half-open one
/// *info*; a closed circuit *notice*; a request given up *warning*; an opened circuit and a journal that failed *error*. A call of pass
/// Culture is *debug* when it is answered, *info* when it came before, *warning* when it is refused or answered too late, *error* when the
/// partner's program or the store failed. The message
/// is the event's name, everything else is metadata: `method`, `path`, `attempt`, and where there is one `status`, `failure`,
/// `reason`, `thrown`, `elapsed-ms`, `wait-ms`. A countermark, an e-mail address, a password or a key is in none of them.
public struct EventLogger: Sendable {
    private let logger: Logger

    /// Creates an observer that writes to a logger, at the level and with the metadata that it has.
    public init(_ logger: Logger) {
        self.logger = logger
    }

    /// Writes an event; give this to `Options(observe:)`.
    public func observe(_ event: Event) {
        logger.log(level: Self.level(of: event.name), "\(event.name)", metadata: Self.metadata(of: event))
    }

    private static func level(of name: Event.Name) -> Logger.Level {
        switch name {
        case .requestFinished, .webhookAnswered: .debug
        case .gaveUp, .webhookRefused, .webhookExpired: .warning
        case .circuitOpened, .journalFailed, .webhookFailed, .webhookStoreFailed: .error
        case .circuitClosed: .notice
        default: .info
        }
    }

    private static func metadata(of event: Event) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "method": "\(event.method)", "path": "\(event.pathTemplate)", "attempt": "\(event.attempt)",
        ]
        if let status = event.status { metadata["status"] = "\(status)" }
        if let failure = event.failure { metadata["failure"] = "\(failure)" }
        if let reason = event.reason { metadata["reason"] = "\(reason)" }
        if let thrown = event.thrown { metadata["thrown"] = "\(thrown)" }
        if [.requestFinished, .webhookAnswered].contains(event.name) {
            metadata["elapsed-ms"] = "\(event.elapsed / .milliseconds(1))"
        }
        if let wait = event.wait { metadata["wait-ms"] = "\(wait / .milliseconds(1))" }
        return metadata
    }
}
