// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Which editions of the contract a platform answers in: its routes, and the document about them.
///
/// What goes by which edition's rules does not depend on it: an offer goes by those of the edition in which it was made.
package enum Edition: String, Sendable, Hashable, CaseIterable {
    /// The portal of December 2018.
    case prototype2018
    /// The public API v1 of today.
    case publicV1
    /// Both, on one state.
    case both

    /// Whether the portal of December 2018 is served.
    package var hasPrototype: Bool { self != .publicV1 }
    /// Whether today's public API is served.
    package var hasPublicV1: Bool { self != .prototype2018 }

    /// Whether all that another one serves is served.
    package func serves(_ other: Edition) -> Bool {
        (hasPrototype || !other.hasPrototype) && (hasPublicV1 || !other.hasPublicV1)
    }

    /// Every route of the contract, and the one that describes them.
    package func routes(control: Bool) -> [Route] {
        (hasPrototype ? Prototype2018.routes() : []) + (hasPublicV1 ? PublicV1.routes() : [])
            + (hasPrototype ? [] : [MediationRoutes.storage])
            + OpenAPIRoutes.routes(control: control, edition: self)
    }

    /// Whether a path that no route has is answered in the words of today's edition.
    func isPublicV1(path: String) -> Bool {
        self == .publicV1 || self == .both && path.hasPrefix("/public/")
    }
}
