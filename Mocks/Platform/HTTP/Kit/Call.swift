// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// One request, read whole, with who sent it and the platform that it is for: all that a handler gets to see.
package struct Call: Sendable {
    /// The method, in capitals.
    package let method: String
    /// The path as sent, percent-encoding included, without the query.
    package let path: String
    /// What stood in the places of the route's `{names}`, percent-decoded.
    package let parameters: [String: String]
    /// The query in the order sent: `+` is a space, `%XX` is decoded.
    package let query: [(name: String, value: String)]
    /// The headers in the order sent.
    package let headers: [(name: String, value: String)]
    /// The body.
    package let body: [UInt8]
    /// The platform.
    package let service: any PlatformService
    /// Who asks.
    package let caller: Caller

    /// Creates a call.
    package init(
        method: String, path: String, parameters: [String: String] = [:],
        query: [(name: String, value: String)] = [], headers: [(name: String, value: String)] = [],
        body: [UInt8] = [], service: any PlatformService, caller: Caller
    ) {
        self.method = method
        self.path = path
        self.parameters = parameters
        self.query = query
        self.headers = headers
        self.body = body
        self.service = service
        self.caller = caller
    }

    /// The first value of a query parameter, or nothing; later ones are ignored (`contract 2018-12 §2`).
    package func query(_ name: String) -> String? {
        query.first { $0.name == name }?.value
    }

    /// The first value of a header, whatever the case of its name.
    package func header(_ name: String) -> String? {
        headers.first { Self.isSameHeader($0.name, name) }?.value
    }

    private static func isSameHeader(_ left: String, _ right: String) -> Bool {
        left.utf8.elementsEqual(right.utf8) || left.lowercased() == right.lowercased()
    }
}
