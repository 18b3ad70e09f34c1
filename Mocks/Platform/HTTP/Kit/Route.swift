// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// One route: what it answers to, and how.
package struct Route: Sendable {
    /// What makes the answer.
    package typealias Handler = @Sendable (Call) async throws(WireError) -> Answer

    /// The method, in capitals. `HEAD` is served by `GET`.
    package let method: String
    /// The path, with names in braces for segments that vary: `/bookings/token/{token}`. A slash at the end of the path sent
    /// makes no difference.
    package let template: String
    /// Whether a request without an accepted `Origin` is refused (`contract 2018-12 §1.5`).
    package let needsOrigin: Bool
    /// How long its body may be, in bytes; a form with files may be longer than usual anyway.
    package let bodyLimit: Int
    /// What makes the answer.
    package let handler: Handler

    /// Creates a route.
    package init(
        _ method: String, _ template: String, needsOrigin: Bool = true, bodyLimit: Int = 1 << 20,
        handler: @escaping Handler
    ) {
        self.method = method
        self.template = template
        self.needsOrigin = needsOrigin
        self.bodyLimit = bodyLimit
        self.handler = handler
    }
}
