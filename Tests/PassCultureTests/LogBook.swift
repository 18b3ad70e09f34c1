// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Logging
import Synchronization

/// A log kept in memory: every line with its level, its message and its metadata.
final class LogBook: Sendable {
    private struct Handler: LogHandler {
        let book: LogBook
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            let facts = all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
            book.state.withLock { $0.append("\(event.level) \(event.message) \(facts)") }
        }
    }

    private let state = Mutex<[String]>([])

    /// The lines so far.
    var lines: [String] { state.withLock { $0 } }

    /// A logger that writes into it.
    var logger: Logger { Logger(label: "tests") { _ in Handler(book: self) } }
}
