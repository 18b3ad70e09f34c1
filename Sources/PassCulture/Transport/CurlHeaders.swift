// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import Synchronization

/// The header fields of requests as the HTTP client takes them. Those of the last request are kept: a desk's are the same all day.
final class CurlHeaders: Sendable {
    private struct Last {
        var headers: [TransportRequest.Header] = []
        var fields: [HTTPHeader] = []
    }

    private let last = Mutex(Last())

    /// The fields of a request.
    func fields(of request: TransportRequest) -> [HTTPHeader] {
        last.withLock { last in
            if last.headers != request.headers {
                last = Last(
                    headers: request.headers, fields: request.headers.map { HTTPHeader($0.name, $0.value) })
            }
            return last.fields
        }
    }
}
