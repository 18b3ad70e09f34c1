// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The portal of December 2018: every route of the contract's first edition.
package enum Prototype2018 {
    /// All routes, in the order in which the parts of the contract come.
    package static func routes() -> [Route] {
        ServiceRoutes.routes + AccountRoutes.routes + StructureRoutes.routes + OfferRoutes.routes
            + BookingRoutes.routes
            + CountermarkRoutes.routes + ExportRoutes.routes
    }
}
