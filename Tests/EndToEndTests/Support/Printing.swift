// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Logging
import PassCulture
import PassCultureLogging
import Synchronization

/// Everything that a program of a partner's may have printed: values in every way there is, and the SDK's log at its lowest level.
final class Printing: Sendable {
    private struct Handler: LogHandler {
        let printing: Printing
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let facts = metadata.merging(event.metadata ?? [:]) { $1 }.map { "\($0.key)=\($0.value)" }
            printing.lines.withLock { $0.append("\(event.level) \(event.message) \(facts.joined(separator: " "))") }
        }
    }

    private let lines = Mutex<[String]>([])

    /// An observer that writes events to a logger, and prints them besides.
    var observe: @Sendable (Event) -> Void {
        let logger = EventLogger(Logger(label: "essai") { _ in Handler(printing: self) })
        return { [self] event in
            logger.observe(event)
            print(event)
        }
    }

    /// All of it.
    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    /// Prints a value in every way there is.
    func print(_ value: Any) {
        var text = "\(value)\n\(String(reflecting: value))\n\(Optional(value) as Any)\n\(["key": value])\n"
        dump(value, to: &text)
        lines.withLock { $0.append(text) }
    }
}
