// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension Publisher {
    /// The structures, with their venues, that gave this vendor access.
    ///
    /// - Parameter siren: The one to look for: nine digits, or `NC` and seven.
    /// - Throws: ``PassCultureError`` when no answer of the platform came; so do all calls here.
    public func venues(siren: String? = nil) async throws(PassCultureError) -> Lookup<[Offerer]> {
        try await look(venuesCall(siren))
    }

    /// The structures, with their venues, that gave this vendor access, asked on the caller's thread.
    public func venuesBlocking(siren: String? = nil) throws(PassCultureError) -> Lookup<[Offerer]> {
        try lookBlocking(venuesCall(siren))
    }

    /// The venue with a SIRET, or with a RIDET as `NC`, its number and `XX`.
    public func venue(siret: String) async throws(PassCultureError) -> Lookup<Venue> {
        try await look(venueCall(siret))
    }

    /// The venue with a SIRET or RIDET, asked on the caller's thread.
    public func venueBlocking(siret: String) throws(PassCultureError) -> Lookup<Venue> {
        try lookBlocking(venueCall(siret))
    }

    private func venuesCall(_ siren: String?) -> PublishingCall<[Offerer]> {
        .get(
            "/public/offers/v1/offerer_venues", query: [("siren", siren)],
            refusal: limits { limits in
                guard let siren, !siren.isDigits(9), !(siren.hasPrefix("NC") && siren.dropFirst(2).isDigits(7)) else {
                    return
                }
                limits.refuse("siren", #"string does not match regex "^(\d{9}|NC\d{7})$""#)
            }, read: JSONReader.list { reader throws(JSONReadingError) in try Offerer(reader) })
    }

    private func venueCall(_ siret: String) -> PublishingCall<Venue> {
        .get(
            "/public/offers/v1/venues/\(siret)", as: "/public/offers/v1/venues/{siret}",
            refusal: limits { limits in
                let isRIDET =
                    siret.hasPrefix("NC") && siret.hasSuffix("XX") && siret.dropFirst(2).dropLast(2).isDigits(10)
                if !siret.isDigits(14), !isRIDET { limits.refuse("siret", "string does not match regex") }
            }, read: { reader throws(JSONReadingError) in try Venue(reader) })
    }
}

extension StringProtocol {
    /// Whether this is so many digits and nothing else.
    fileprivate func isDigits(_ count: Int) -> Bool {
        utf8.count == count && utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
