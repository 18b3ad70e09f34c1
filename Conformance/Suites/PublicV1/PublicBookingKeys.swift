// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The keys of a booking of today's edition, all of them always there (today §2.2).
enum PublicBookingKeys {
    /// The whole numbers, which are never null.
    static let integers = ["id", "quantity", "price", "offerId", "stockId", "venueId"]

    /// All 22.
    static let all =
        integers + [
            "creationDate", "confirmationDate", "status", "priceCategoryId", "priceCategoryLabel", "offerName",
            "venueName", "offerEan", "offerAddress", "offerDepartmentCode", "userEmail", "userFirstName",
            "userLastName", "userPhoneNumber", "userPostalCode", "userBirthDate",
        ]
}
