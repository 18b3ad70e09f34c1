// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// Everything that the platform goes by: what the profiles share, and from the table of divergences what one of them serves.
package struct Rules: Sendable, Hashable {
    /// The profile that they were read for; to be named to people, never asked by a rule.
    package let profile: Profile

    // Accounts and structures
    /// What a young account is credited at once.
    package let credit: Euros
    /// Whether a structure has one administrator, named by the team.
    package let oneAdministrator: Bool
    /// Whether a venue's bank details are the administrator's alone.
    package let venueBankDetailsAreTheAdministrators: Bool

    // Offers
    /// Whether a date's stock without a booking limit gets one (`contract 2018-12 §6.4`).
    package let setsDefaultBookingLimit: Bool
    /// Whether `null` and an empty text are accepted as "no booking limit".
    package let acceptsNullBookingLimit: Bool
    /// The longest description, in characters, if limited.
    package let descriptionLimit: Int?
    /// Whether an event must have a duration.
    package let requiresEventDuration: Bool
    /// Whether the type stays what it was at the creation; a change of it is then ignored.
    package let typeIsFixed: Bool
    /// Whether physical offers are refused at the virtual venue by every route.
    package let virtualVenueIsForDigitalOffers: Bool
    /// Whether the address of a digital offer may lack `http://` and `https://`.
    package let acceptsURLWithoutScheme: Bool
    /// Whether an offer needs an active teaser with an image to be on the main screen.
    package let feedNeedsImage: Bool
    /// Whether the main screen counts cancelled bookings as taken.
    package let feedCountsCancelledBookings: Bool
    /// Whether seats on a past date keep an event on the main screen that has another date to come.
    package let feedCountsSeatsOfPastDates: Bool
    /// Whether a stock's quantity cannot go below its number of bookings, cancelled ones included.
    package let quantityFloorCountsRows: Bool

    // Bookings
    /// How long before its begin a date can last be cancelled by the person who booked; nothing for until it is used.
    package let eventCancellationWindow: Span?
    /// The sentence of a cancellation that comes too late.
    package let cancellationWindowSentence: String
    /// How long after the booking a physical thing can be cancelled by the person who booked; nothing for until it is used.
    package let thingCancellationPeriod: Span?
    /// After how long the booking of a book that nobody fetched is cancelled; nothing for never.
    package let bookPickUpPeriod: Span?
    /// Whether taking out a date or a stock cancels validated bookings too; never the paid ones.
    package let deletionCancelsValidatedBookings: Bool
    /// Whether the partner's list shows countermarks that were not validated yet.
    package let showsCountermarksBeforeUse: Bool
    /// Whether booking mails go to the venue's address where the offer has none.
    package let bookingMailsGoToVenue: Bool
    /// What the subject of the mail that tells a venue of a cancellation begins with.
    package let cancellationMailTitle: String
    /// Whether the mail on a stock or a date taken out has the first names under `Nom`.
    package let deletionMailSwapsNames: Bool

    // Money
    /// When a date that nobody came to is payable.
    package let noShow: NoShowRule
    /// Whether eligible digital offers are reimbursed.
    package let paysEligibleDigitalOffers: Bool
    /// Whether bank details need the team's acceptance before a transfer.
    package let bankDetailsNeedAcceptance: Bool

    // Countermarks and other matters of the wire
    /// The sentence of `GET /bookings/token` for an unknown countermark; `PATCH` has one sentence in both profiles.
    package let unknownCountermarkSentence: String
    /// Whether missing parameters of `PATCH /bookings/token` are named under `global`, not under `email` and `offer_id`.
    package let missingParametersUnderGlobal: Bool
    /// Whether only the first of two missing parameters is named.
    package let missingParametersOneByOne: Bool
    /// Whether `PATCH /bookings/token` looks for a cancellation before it looks for a validation.
    package let cancelledBeforeUsed: Bool
    /// The content type of an empty answer to a countermark.
    package let emptyAnswerContentType: String

    // What the guide alone has
    /// Whether every field of the portal's sign-up must be filled in, names included (`guide G7`).
    package let signUpFieldsAreMandatory: Bool
    /// Whether there is a RIB: filed with an IBAN, and needed before the team accepts it (`guide G30`).
    package let hasRIB: Bool
    /// Whether a teaser's crop must lie within its image (`guide G18`).
    package let cropFillsFrame: Bool
    /// Whether a date's attendees can be printed (`guide G22`).
    package let printsAttendees: Bool
    /// Whether an offer's conversion is shown (`guide G26`).
    package let showsConversion: Bool
    /// Whether a structure sees its transfers (`guide G33`).
    package let listsTransfers: Bool
    /// Whether the list of bookings has the guide's columns (`guide G34`).
    package let hasBookingTable: Bool

    // What the profiles share
    /// What may be spent on physical things, bookings that are not cancelled together (`contract 2018-12 §7.1`).
    package let physicalCeiling = Euros(cents: 100_00)
    /// What may be spent on digital things.
    package let digitalCeiling = Euros(cents: 200_00)
    /// What is shown as the most that can be spent in all (`contract 2018-12 §4.6`); the wallet is what limits.
    package let shownTotal = Euros(cents: 500_00)
    /// What a structure is reimbursed at most (`contract 2018-12 §9.2`).
    package let reimbursementCeiling = Euros(cents: 23_000_00)
    /// How long a session lasts (`contract 2018-12 §1.7`).
    package let sessionLife = Span.days(90)
    /// How long the link of a password mail works (`contract 2018-12 §4.7`).
    package let passwordResetLife = Span.hours(24)

    /// Reads the rules of a profile from the table of divergences.
    package init(profile: Profile) {
        self.profile = profile
        credit = Choices.credit.value(in: profile)
        oneAdministrator = Choices.oneAdministrator.value(in: profile)
        venueBankDetailsAreTheAdministrators = Choices.venueBankDetailsAreTheAdministrators.value(in: profile)
        setsDefaultBookingLimit = Choices.setsDefaultBookingLimit.value(in: profile)
        acceptsNullBookingLimit = Choices.acceptsNullBookingLimit.value(in: profile)
        descriptionLimit = Choices.descriptionLimit.value(in: profile)
        requiresEventDuration = Choices.requiresEventDuration.value(in: profile)
        typeIsFixed = Choices.typeIsFixed.value(in: profile)
        virtualVenueIsForDigitalOffers = Choices.virtualVenueIsForDigitalOffers.value(in: profile)
        acceptsURLWithoutScheme = Choices.acceptsURLWithoutScheme.value(in: profile)
        feedNeedsImage = Choices.feedNeedsImage.value(in: profile)
        feedCountsCancelledBookings = Choices.feedCountsCancelledBookings.value(in: profile)
        feedCountsSeatsOfPastDates = Choices.feedCountsSeatsOfPastDates.value(in: profile)
        quantityFloorCountsRows = Choices.quantityFloorCountsRows.value(in: profile)
        eventCancellationWindow = Choices.eventCancellationWindow.value(in: profile)
        cancellationWindowSentence = Choices.cancellationWindowSentence.value(in: profile)
        thingCancellationPeriod = Choices.thingCancellationPeriod.value(in: profile)
        bookPickUpPeriod = Choices.bookPickUpPeriod.value(in: profile)
        deletionCancelsValidatedBookings = Choices.deletionCancelsValidatedBookings.value(in: profile)
        showsCountermarksBeforeUse = Choices.showsCountermarksBeforeUse.value(in: profile)
        bookingMailsGoToVenue = Choices.bookingMailsGoToVenue.value(in: profile)
        cancellationMailTitle = Choices.cancellationMailTitle.value(in: profile)
        deletionMailSwapsNames = Choices.deletionMailSwapsNames.value(in: profile)
        noShow = Choices.noShow.value(in: profile)
        paysEligibleDigitalOffers = Choices.paysEligibleDigitalOffers.value(in: profile)
        bankDetailsNeedAcceptance = Choices.bankDetailsNeedAcceptance.value(in: profile)
        unknownCountermarkSentence = Choices.unknownCountermarkSentence.value(in: profile)
        missingParametersUnderGlobal = Choices.missingParametersUnderGlobal.value(in: profile)
        missingParametersOneByOne = Choices.missingParametersOneByOne.value(in: profile)
        cancelledBeforeUsed = Choices.cancelledBeforeUsed.value(in: profile)
        emptyAnswerContentType = Choices.emptyAnswerContentType.value(in: profile)
        signUpFieldsAreMandatory = Choices.signUpFieldsAreMandatory.value(in: profile)
        hasRIB = Choices.hasRIB.value(in: profile)
        cropFillsFrame = Choices.cropFillsFrame.value(in: profile)
        printsAttendees = Choices.printsAttendees.value(in: profile)
        showsConversion = Choices.showsConversion.value(in: profile)
        listsTransfers = Choices.listsTransfers.value(in: profile)
        hasBookingTable = Choices.hasBookingTable.value(in: profile)
    }
}
