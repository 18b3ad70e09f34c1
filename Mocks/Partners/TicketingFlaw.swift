// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A way in which a ticketing system is broken.
package enum TicketingFlaw: String, CaseIterable, Sendable {
    /// Any text will do as a signature.
    case acceptsAnySignature
    /// A call without a signature is a test of somebody's.
    case acceptsMissingSignature
    /// Compares the first half of the signature.
    case comparesHalf
    /// Verifies bookings, but not cancellations.
    case acceptsAnyCancellation
    /// Answers 403 where 401 is asked for.
    case forbids
    /// Takes the seat, then verifies.
    case takesSeatBeforeVerifying
    /// Verifies the body as it came.
    case verifiesRawBody
    /// Verifies the payload written again.
    case verifiesRewritten
    /// Hashes Latin-1.
    case hashesLatin1
    /// Fails on a letter beyond ASCII.
    case diesOnAccents
    /// One ticket, whoever comes.
    case oneTicketForTwo
    /// The same barcode on both tickets.
    case sameBarcodeTwice
    /// No text in the barcode of a single ticket.
    case emptyBarcode
    /// A barcode of 101 characters.
    case longBarcode
    /// A barcode of 101 characters, but for one who comes alone.
    case longBarcodesForTwo
    /// A booking is answered without the seats left.
    case remainingMissing
    /// 404 where 409 is asked for.
    case notFoundWhenSoldOut
    /// Sells what it has not.
    case oversells
    /// Says that one seat is not enough for two, and sells it to nobody.
    case losesLastSeat
    /// One seat for two is sold out.
    case soldOutForTwo
    /// Cancels again what was cancelled.
    case cancelsTwice
    /// 404 for what was cancelled.
    case forgetsCancelled
    /// Two cancelled tickets give one seat back.
    case givesOneSeatBack
    /// Takes nine seconds for a booking.
    case booksSlowly
    /// Takes nine seconds for two seats.
    case booksTwoSlowly
    /// Takes nine seconds to say that there are too few seats.
    case refusesSlowly
    /// Takes nine seconds for the cancellation of two tickets.
    case cancelsTwoSlowly
    /// Takes nine seconds to find out that a ticket is cancelled already.
    case repeatsSlowly
    /// Takes nine seconds for a cancellation.
    case cancelsSlowly
    /// A ticket issued too late stays issued.
    case keepsLateSeats
    /// Wants an EAN with every offer.
    case needsEAN
    /// Wants a confirmation date with every booking.
    case needsConfirmationDate
    /// Reads dates of 19 characters.
    case chokesOnMicroseconds
    /// Takes the documented keys alone.
    case refusesExtraKeys

    /// The requirements that must turn red, each with the checks that do.
    package var turnsRed: [String: Set<String>] {
        switch self {
        case .acceptsAnySignature, .acceptsMissingSignature, .comparesHalf:
            [
                "PC-V1-246": ["ticketing/signature/booking", "ticketing/signature/cancel"],
                "PC-V1-346": ["ticketing/signature/no-effect"], "PC-V1-546": ["ticketing/signature/status"],
            ]
        case .acceptsAnyCancellation:
            [
                "PC-V1-246": ["ticketing/signature/cancel"], "PC-V1-346": ["ticketing/signature/no-effect"],
                "PC-V1-546": ["ticketing/signature/status"],
            ]
        case .forbids: ["PC-V1-546": ["ticketing/signature/status"]]
        case .takesSeatBeforeVerifying: ["PC-V1-346": ["ticketing/signature/no-effect"]]
        case .verifiesRewritten: ["PC-V1-145": ["ticketing/form/spaced-ascii"]]
        case .hashesLatin1: ["PC-V1-145": ["ticketing/form/compact-utf8"]]
        case .diesOnAccents: ["PC-V1-145": ["ticketing/form/spaced-ascii", "ticketing/form/compact-utf8"]]
        case .verifiesRawBody, .emptyBarcode: ["PC-V1-048": ["ticketing/single"]]
        case .longBarcode, .remainingMissing:
            ["PC-V1-048": ["ticketing/single"], "PC-V1-049": ["ticketing/duo"]]
        case .booksSlowly:
            [
                "PC-V1-048": ["ticketing/single"], "PC-V1-049": ["ticketing/duo"],
                "PC-V1-050": ["ticketing/sold-out"], "PC-V1-051": ["ticketing/one-seat-for-two"],
                "PC-V1-145": ["ticketing/form/spaced-ascii", "ticketing/form/compact-utf8"],
                "PC-V1-154": [
                    "ticketing/payload/null-ean", "ticketing/payload/null-confirmation",
                    "ticketing/payload/microseconds", "ticketing/payload/extra-key",
                ],
            ]
        case .oneTicketForTwo, .sameBarcodeTwice, .longBarcodesForTwo: ["PC-V1-049": ["ticketing/duo"]]
        case .booksTwoSlowly: ["PC-V1-049": ["ticketing/duo"], "PC-V1-051": ["ticketing/one-seat-for-two"]]
        case .refusesSlowly:
            ["PC-V1-050": ["ticketing/sold-out"], "PC-V1-051": ["ticketing/one-seat-for-two"]]
        case .notFoundWhenSoldOut: ["PC-V1-050": ["ticketing/sold-out"]]
        case .oversells:
            ["PC-V1-050": ["ticketing/sold-out"], "PC-V1-051": ["ticketing/one-seat-for-two"]]
        case .losesLastSeat, .soldOutForTwo: ["PC-V1-051": ["ticketing/one-seat-for-two"]]
        case .cancelsTwice, .forgetsCancelled, .givesOneSeatBack: ["PC-V1-052": ["ticketing/cancel"]]
        case .cancelsSlowly:
            [
                "PC-V1-148": ["ticketing/cancel/in-time"],
                "PC-V1-145": ["ticketing/form/spaced-ascii", "ticketing/form/compact-utf8"],
            ]
        case .cancelsTwoSlowly, .repeatsSlowly: ["PC-V1-148": ["ticketing/cancel/in-time"]]
        case .keepsLateSeats: ["PC-V1-053": ["ticketing/slow"]]
        case .needsEAN: ["PC-V1-154": ["ticketing/payload/null-ean"]]
        case .needsConfirmationDate: ["PC-V1-154": ["ticketing/payload/null-confirmation"]]
        case .chokesOnMicroseconds: ["PC-V1-154": ["ticketing/payload/microseconds"]]
        case .refusesExtraKeys: ["PC-V1-154": ["ticketing/payload/extra-key"]]
        }
    }

    /// How it verifies bookings.
    var signatureCheck: SignatureCheck {
        switch self {
        case .acceptsAnySignature: .never
        case .comparesHalf: .halfCompared
        case .verifiesRawBody: .rawBody
        case .verifiesRewritten: .rewritten
        case .hashesLatin1: .latin1
        default: .innerText
        }
    }

    /// What it demands of payloads.
    var payloadFlaw: PayloadFlaw? { PayloadFlaw(rawValue: rawValue) }
}
