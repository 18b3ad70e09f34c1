// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The links by which young people come to an online platform: those of the local platform's bookings, and any other made from the same
/// address.
public struct GateLinks: Sendable {
    /// A link, and what it holds.
    public struct Link: Sendable, Hashable {
        /// The countermark.
        public let code: String
        /// The e-mail address.
        public let email: String
        /// The address to open, with all of it filled in.
        public let url: String

        /// A link as the pass Culture completed it.
        public init(code: String, email: String, url: String) {
            self.code = code
            self.email = email
            self.url = url
        }
    }

    /// The address as the online platform gives it to its offers, with `{token}`, `{email}` and `{offerId}`.
    let template: String
    /// The id of the offer of whatever countermark has no booking.
    let offerID: String
    /// Who has booked where there is no booking: of magic countermarks.
    let anybody: String
    /// The links of bookings, by what the suite calls them: `booked`, `plus`, `other`.
    let booked: [String: Link]

    /// Links of an online platform.
    ///
    /// - Parameters:
    ///   - template: the address of its offers, with `{token}`, `{email}` and `{offerId}`.
    ///   - offerID: the id of an offer with that address.
    ///   - booked: the links of bookings of it: `booked`; `plus`, of somebody with a `+` in the e-mail address; `other`, one more.
    public init(template: String, offerID: String, booked: [String: Link]) {
        self.template = template
        self.offerID = offerID
        self.booked = booked
        // Any e-mail address will do.
        anybody = "camille.martin@exemple.fr"
    }

    /// Links of an online platform of today's edition, of which a platform tells none.
    ///
    /// - Parameters:
    ///   - template: the address of its offers, with `{token}`, `{email}` and `{offerId}`.
    ///   - offerID: the number of an offer.
    ///   - code: the countermark of a booking of it.
    ///   - email: who booked.
    ///   - magic: the number of the offer of magic countermarks, which a booking tells.
    public init(ofToday template: String, offerID: String, booked code: String, by email: String, magic: String) {
        self.template = template
        self.offerID = magic
        // Whose magic countermarks are, as the platform says it.
        anybody = "jeune@example.com"
        booked = ["booked": Self.filled(template, code, email, offerID)]
    }

    /// A link filled in as the pass Culture does it: the e-mail address is not encoded (contract 2018-12 §6.5).
    func filled(_ code: String, email: String? = nil) -> Link {
        Self.filled(template, code, email ?? anybody, offerID)
    }

    private static func filled(_ template: String, _ code: String, _ email: String, _ offerID: String) -> Link {
        let parts = [("{token}", code), ("{offerId}", offerID), ("{email}", email)]
        let url = parts.reduce(template.hasPrefix("http") ? template : "http://" + template) { url, part in
            url.split(separator: part.0, omittingEmptySubsequences: false).joined(separator: part.1)
        }
        return Link(code: code, email: email, url: url)
    }
}
