// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The route that serves the OpenAPI document: for everybody, with or without an `Origin`.
enum OpenAPIRoutes {
    /// The routes, for a platform of some editions, with or without its control API.
    static func routes(control: Bool, edition: Edition) -> [Route] {
        [
            Route("GET", "/openapi.json", needsOrigin: false) { _ in
                let document = OpenAPIDocument.bytes(control: control, edition: edition)
                return Answer(status: 200, contentType: "application/json", body: document)
            }
        ]
    }
}
