// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The route that serves the OpenAPI document: for everybody, with or without an `Origin`.
enum OpenAPIRoutes {
    /// The routes, for a platform with or without its control API.
    static func routes(control: Bool) -> [Route] {
        [
            Route("GET", "/openapi.json", needsOrigin: false) { _ in
                let document = control ? OpenAPIDocument.whole : OpenAPIDocument.withoutControl
                return Answer(status: 200, contentType: "application/json", body: document)
            }
        ]
    }
}
