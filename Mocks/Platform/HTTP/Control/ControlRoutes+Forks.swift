// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension ControlRoutes {
    /// Forks: start a copy on a port of its own, list the copies, end one.
    var forkRoutes: [Route] {
        [
            route("POST", "/forks") { [service, forks] _ throws(WireError) in
                let listing: ForkRegistry.Listing?
                do {
                    listing = try await forks.start(from: service)
                } catch {
                    throw .control("The fork could not start: \(error)", hint: "End other forks first.", status: 409)
                }
                guard let listing else {
                    guard forks.allowsAny else {
                        throw .control(
                            "A seed starts no forks",
                            hint: "Take them out of the seed, and start them on what it leaves.",
                            status: 409)
                    }
                    throw .control(
                        "\(ForkRegistry.capacity) forks run already", hint: "End one with DELETE /_control/forks/{id}.",
                        status: 409)
                }
                return .control(Self.fork(listing), status: 201)
            },
            route("GET", "/forks") { [forks] _ throws(WireError) in
                .control(.array(await forks.listings.map(Self.fork)))
            },
            route("DELETE", "/forks/{id}") { [forks] call throws(WireError) in
                let id = call.parameters["id"] ?? ""
                guard await forks.end(id) else {
                    throw .control("No such fork: \(id)", hint: "GET /_control/forks lists them.", status: 404)
                }
                return .empty(204, contentType: nil)
            },
        ]
    }

    private static func fork(_ listing: ForkRegistry.Listing) -> JSONValue {
        ["id": .string(listing.id), "base": .string(listing.base)]
    }
}
