// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How long a validation at a desk may still take: so long for all that is asked until it is answered, and so long again for all the reading
/// back.
struct DeskBudget: Sendable {
    private let length: Duration
    private let time: any TimeSource
    private var sendingEnd: Duration?
    private var readingEnd: Duration?

    init(_ length: Duration, _ time: any TimeSource) {
        self.length = length
        self.time = time
    }

    /// What is left for a request; the first of its part has all of it.
    mutating func left(for action: DeskAction) -> Duration {
        let now = time.monotonic()
        switch action {
        case .compare, .validate:
            let end = sendingEnd ?? now + length
            sendingEnd = end
            return max(end - now, .zero)
        default:
            let end = readingEnd ?? now + length
            readingEnd = end
            return max(end - now, .zero)
        }
    }
}
