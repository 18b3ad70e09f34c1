// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What the guide promises and the service did not have (`contract 2018-12`, Surprises 11): under `observed` it is not there either.
extension Choices {
    static let signUpFieldsAreMandatory = Choice(
        "signUpFieldsAreMandatory",
        documented: (true, "every field of the portal's sign-up is mandatory"),
        observed: (false, "last name and first name may be missing, and the e-mail be empty"),
        example: "POST /users/signup/pro without lastName: 400",
        source: "guide G7; contract 2018-12 §4.2, §4.3")
    static let hasRIB = Choice(
        "hasRIB",
        documented: (true, "a RIB is filed with each IBAN, and the team accepts both or neither"),
        observed: (false, "there is no RIB: no route takes one, and nobody asks for it"),
        example: "POST /offerers/{id}/rib: 201, not 404",
        source: "guide G30; contract 2018-12 §5.2, Surprises 11")
    static let cropFillsFrame = Choice(
        "cropFillsFrame",
        documented: (true, "a teaser's crop lies within its image, so that it fills the frame"),
        observed: (false, "what a crop leaves the image by is cut off"),
        example: "POST /mediations with a croppingRect beyond the edge: 400",
        source: "guide G18; contract 2018-12 §6.6")
    static let printsAttendees = Choice(
        "printsAttendees",
        documented: (true, "in the last 72 h a date's names, first names, mails and countermarks can be printed"),
        observed: (false, "no route lists them; a mail does, once limit and begin are past"),
        example: "GET /eventOccurrences/{id}/attendees: 200, not 404",
        source: "guide G22; contract 2018-12 §8")
    static let showsConversion = Choice(
        "showsConversion",
        documented: (true, "an offer's partner sees how many of its bookings were validated"),
        observed: (false, "no route tells it"),
        example: "GET /offers/{id}/conversion: 200, not 404",
        source: "guide G26; contract 2018-12 §9.6")
    static let listsTransfers = Choice(
        "listsTransfers",
        documented: (true, "a structure sees its transfers: amount, account, offers"),
        observed: (false, "no route lists transfers"),
        example: "GET /offerers/{id}/transfers: 200, not 404",
        source: "guide G33; contract 2018-12 §9.4, §9.6")
    static let hasBookingTable = Choice(
        "hasBookingTable",
        documented: (true, "the list of bookings has the guide's columns under table, and comes as CSV and HTML too"),
        observed: (false, "the list of bookings has none of them"),
        example: "GET /offerers/{id}/bookings: each booking has the key table",
        source: "guide G34; contract 2018-12 §9.6")

    /// The lines on what only the guide has.
    static let guide = [
        signUpFieldsAreMandatory.divergence, hasRIB.divergence, cropFillsFrame.divergence, printsAttendees.divergence,
        showsConversion.divergence, listsTransfers.divergence, hasBookingTable.divergence,
    ]
}
