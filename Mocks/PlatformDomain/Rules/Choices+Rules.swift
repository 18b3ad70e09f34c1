// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

// Accounts and structures.
extension Choices {
    static let credit = Choice(
        "credit",
        documented: (Euros(cents: 499_00), "a young account gets 499 EUR"),
        observed: (Euros(cents: 499_99), "a young account gets 499.99 EUR"),
        example: "POST /users/signup/webapp: wallet_balance is 499.00",
        source: "guide G6; contract 2018-12 §4.4")
    static let oneAdministrator = Choice(
        "oneAdministrator",
        documented: (true, "a structure has one administrator, whom the team names"),
        observed: (false, "whoever creates a structure, and whomever they make one, is its administrator"),
        example: "PATCH /offerers/{id} by whoever made the structure: 403",
        source: "guide G29; contract 2018-12 §5.1, Surprises 11-12")
    static let venueBankDetailsAreTheAdministrators = Choice(
        "venueBankDetailsAreTheAdministrators",
        documented: (true, "only the administrator enters a venue's bank details"),
        observed: (false, "an editor may enter a venue's bank details"),
        example: "PATCH /venues/{id} with iban and bic by an editor: 403",
        source: "guide G29, G30; contract 2018-12 §5.3")

    /// The lines on accounts and structures.
    static let accounts = [
        credit.divergence, oneAdministrator.divergence, venueBankDetailsAreTheAdministrators.divergence,
    ]
}

// Offers.
extension Choices {
    static let setsDefaultBookingLimit = Choice(
        "setsDefaultBookingLimit",
        documented: (false, "a date without a booking limit may be booked without limit"),
        observed: (true, "a date without a booking limit gets three days before its begin, at 23:59 UTC"),
        example: "POST /stocks of a date without bookingLimitDatetime: null stays null",
        source: "guide G16; contract 2018-12 §6.4")
    static let acceptsNullBookingLimit = Choice(
        "acceptsNullBookingLimit",
        documented: (true, "an empty booking limit means none"),
        observed: (false, "an empty booking limit is refused: Format de date invalide"),
        example: "POST /stocks with bookingLimitDatetime null: 201",
        source: "guide G16; contract 2018-12 §6.4")
    static let descriptionLimit = Choice<Int?>(
        "descriptionLimit",
        documented: (1_000, "a description has up to 1,000 characters"),
        observed: (nil, "a description has no limit"),
        example: "POST /things with a description of 1,001 characters: 400",
        source: "guide G15; contract 2018-12 §6.1")
    static let requiresEventDuration = Choice(
        "requiresEventDuration",
        documented: (false, "the duration is given where it applies"),
        observed: (true, "an event without durationMinutes is refused"),
        example: "POST /events without durationMinutes: 201",
        source: "guide G15; contract 2018-12 §6.1")
    static let typeIsFixed = Choice(
        "typeIsFixed",
        documented: (true, "the type of an offer cannot be changed"),
        observed: (false, "the type of an event or a thing can be changed"),
        example: "PATCH /events/{id} with another type: 200, and the type is what it was",
        source: "guide G15; contract 2018-12 §6.1")
    static let virtualVenueIsForDigitalOffers = Choice(
        "virtualVenueIsForDigitalOffers",
        documented: (true, "without a venue only digital offers can be added"),
        observed: (false, "POST /things and POST /events accept physical offers at the virtual venue"),
        example: "POST /things without url at the virtual venue: 400",
        source: "guide G11; contract 2018-12 §6.1")
    static let acceptsURLWithoutScheme = Choice(
        "acceptsURLWithoutScheme",
        documented: (true, "a digital offer's address may be www.urldemonsite.fr/?token={token}"),
        observed: (false, "a digital offer's address starts with http:// or https://"),
        example: "POST /things with url www.urldemonsite.fr: 201",
        source: "integration document; contract 2018-12 §6.1, §6.5")
    static let feedNeedsImage = Choice(
        "feedNeedsImage",
        documented: (true, "the main screen shows offers with an active teaser that has an image"),
        observed: (false, "the main screen shows offers with any teaser, inactive or without image"),
        example: "PUT /recommendations once the only teaser is inactive: the offer is not there",
        source: "guide G18, G19; contract 2018-12 §6.7")
    static let feedCountsCancelledBookings = Choice(
        "feedCountsCancelledBookings",
        documented: (false, "seats of cancelled bookings are free again on the main screen"),
        observed: (true, "the main screen counts cancelled bookings as taken"),
        example: "PUT /recommendations after the last seat was cancelled: the offer is there",
        source: "guide G19; contract 2018-12 §6.7")
    static let feedCountsSeatsOfPastDates = Choice(
        "feedCountsSeatsOfPastDates",
        documented: (false, "the main screen asks for seats on a date to come"),
        observed: (true, "the main screen asks for a date to come, and for seats on any date"),
        example: "PUT /recommendations with seats left on a past date alone: the offer is not there",
        source: "guide G19; contract 2018-12 §6.7")
    static let quantityFloorCountsRows = Choice(
        "quantityFloorCountsRows",
        documented: (false, "the seats cannot be set below what is booked"),
        observed: (true, "nor below the number of bookings, cancelled ones included"),
        example: "PATCH /stocks/{id} with available 0 after the only booking was cancelled: 200",
        source: "guide G16; contract 2018-12 §6.4")

    /// The lines on offers.
    static let offers = [
        setsDefaultBookingLimit.divergence, acceptsNullBookingLimit.divergence, descriptionLimit.divergence,
        requiresEventDuration.divergence, typeIsFixed.divergence, virtualVenueIsForDigitalOffers.divergence,
        acceptsURLWithoutScheme.divergence, feedNeedsImage.divergence, feedCountsCancelledBookings.divergence,
        feedCountsSeatsOfPastDates.divergence, quantityFloorCountsRows.divergence,
    ]
}

// Bookings.
extension Choices {
    static let eventCancellationWindow = Choice<Span?>(
        "eventCancellationWindow",
        documented: (.hours(72), "a booking of a date can be cancelled until 72 h before its begin"),
        observed: (nil, "a booking of a date can be cancelled until it is validated"),
        example: "PATCH /bookings/{id} 24 h before the date: 400",
        source: "guide G22, G24, G25; contract 2018-12 §7.4, §8")
    static let cancellationWindowSentence = Choice(
        "cancellationWindowSentence",
        documented: (
            "Impossible d'annuler une réservation moins de 72h avant le début de l'évènement", "the sentence says 72h"
        ),
        observed: (
            "Impossible d'annuler une réservation moins de 48h avant le début de l'évènement",
            "the sentence, never sent, says 48h"
        ),
        example: "PATCH /bookings/{id} 24 h before the date: the sentence of the 400",
        source: "guide G22; contract 2018-12 §7.4")
    static let thingCancellationPeriod = Choice<Span?>(
        "thingCancellationPeriod",
        documented: (.days(7), "a booking of a physical thing can be cancelled within one week"),
        observed: (nil, "a booking of a thing can be cancelled until it is validated"),
        example: "PATCH /bookings/{id} of a book eight days after booking it: 400",
        source: "guide G23; contract 2018-12 §8")
    static let bookPickUpPeriod = Choice<Span?>(
        "bookPickUpPeriod",
        documented: (.days(7), "a book that nobody fetches within 7 days is cancelled"),
        observed: (nil, "a booking of a book never expires"),
        example: "GET /bookings/token/{token} of a book eight days after booking it: 410",
        source: "guide G23; contract 2018-12 §8")
    static let deletionCancelsValidatedBookings = Choice(
        "deletionCancelsValidatedBookings",
        documented: (false, "taking out a date or a stock leaves its validated bookings"),
        observed: (true, "taking out a date or a stock cancels its validated bookings too, unless paid"),
        example: "DELETE /stocks/{id}: a validated booking keeps isCancelled false",
        source: "guide G22 (paid once validated); contract 2018-12 §6.3, §6.4")
    static let showsCountermarksBeforeUse = Choice(
        "showsCountermarksBeforeUse",
        documented: (true, "the partner sees the countermarks of its bookings"),
        observed: (false, "a countermark is null in the partner's list until it is validated"),
        example: "GET /offerers/{id}/bookings: token is never null",
        source: "guide G27; contract 2018-12 §9.6")
    static let bookingMailsGoToVenue = Choice(
        "bookingMailsGoToVenue",
        documented: (true, "whoever the venue names receives the bookings"),
        observed: (false, "only the offer's own bookingEmail receives the bookings"),
        example: "POST /bookings: the mail goes to the venue's bookingEmail where the offer has none",
        source: "guide G12; contract 2018-12 §10, Surprises 13")

    static let cancellationMailTitle = Choice(
        "cancellationMailTitle",
        documented: (
            "Annulation de réservation", "the mail that tells the venue of a cancellation says so in its subject"
        ),
        observed: ("Nouvelle réservation", "its subject says Nouvelle réservation"),
        example: "PATCH /bookings/{id}: the subject of the mail to the venue",
        source: "guide G22, G23 (a mail for a booking); contract 2018-12 §10")
    static let deletionMailSwapsNames = Choice(
        "deletionMailSwapsNames",
        documented: (false, "a mail with the columns Nom and Prénom has the names under their headings"),
        observed: (true, "in the mail on a stock or date taken out the first names stand under Nom"),
        example: "DELETE /stocks/{id}: the table in the mail to the venue",
        source: "guide G7, G27 (name, first name); contract 2018-12 §10")

    /// The lines on bookings.
    static let bookings = [
        eventCancellationWindow.divergence, cancellationWindowSentence.divergence, thingCancellationPeriod.divergence,
        bookPickUpPeriod.divergence, deletionCancelsValidatedBookings.divergence, showsCountermarksBeforeUse.divergence,
        bookingMailsGoToVenue.divergence, cancellationMailTitle.divergence, deletionMailSwapsNames.divergence,
    ]
}
