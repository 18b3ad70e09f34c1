// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Which EANs can be published, and why the others cannot (`today §3.7`).
public struct EANAvailability: Hashable, Sendable {
    /// Those that can.
    public let available: Set<EAN>

    /// Those that the platform's catalogue has not.
    public let notFound: Set<EAN>

    /// Those whose category is not published by EAN.
    public let categoryNotAllowed: Set<EAN>

    /// Those that the terms of use exclude.
    public let againstTerms: Set<EAN>

    init(_ reader: JSONReader) throws(JSONReadingError) {
        func eans(_ reader: JSONReader) throws(JSONReadingError) -> Set<EAN> {
            guard let elements = try reader.arrayIfPresent() else { return [] }
            var eans: Set<EAN> = []
            for element in elements {
                // Only what was asked can come back, and that were EANs.
                if let ean = try? EAN(try element.string()) { eans.insert(ean) }
            }
            return eans
        }
        _ = try reader["available"].array()
        available = try eans(reader["available"])
        let rejected = reader["rejected"]
        notFound = try eans(rejected["notFound"])
        categoryNotAllowed = try eans(rejected["subcategoryNotAllowed"])
        againstTerms = try eans(rejected["notCompliantWithCgu"])
    }
}
