// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The route by which anybody sees that the platform is up.
enum HealthRoute {
    /// `GET /health`, which answers `"ok"` without an `Origin` (`contract 2018-12 §1.5`).
    static let routes = [
        Route("GET", "/health", needsOrigin: false) { _ throws(WireError) in .json("ok") }
    ]
}
