// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// This provider, as the platform has it (`today §4.1`).
public struct ProviderSettings: Hashable, Sendable {
    /// Its number.
    public let id: Int

    /// Its name.
    public let name: String

    /// Where its logo is.
    public let logoURL: String?

    /// The addresses that it serves.
    public let urls: ServiceURLs

    init(_ reader: JSONReader) throws(JSONReadingError) {
        id = try reader["id"].int()
        name = try reader["name"].string()
        logoURL = try reader["logoUrl"].stringIfPresent()
        urls = try ServiceURLs(reader)
    }
}
