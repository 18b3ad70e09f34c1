// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// The whole platform as a value: what exists, what was decided, and what is due.
///
/// ``decide(_:at:drawing:)`` looks and never changes; ``evolve(_:)`` is the only mutator, live and on replay: whatever was drawn
/// is in the events. Time is an argument; before a command is decided or something is read, ``settle(until:drawing:limit:observe:)``
/// brings about what is due until then. Copies share their storage, so a fork costs next to nothing.
package struct PlatformState: Sendable, Equatable {
    /// What this platform goes by.
    package let rules: Rules
    /// The last instant that was settled; never goes back.
    package internal(set) var now: Instant

    /// The accounts.
    package internal(set) var users = Table<User>()
    /// The sessions, closed ones included.
    package internal(set) var sessions = Table<Session>()
    /// The structures.
    package internal(set) var offerers = Table<Offerer>()
    /// The attachments of people to structures.
    package internal(set) var userOfferers = Table<UserOfferer>()
    /// The venues, each structure's virtual one included.
    package internal(set) var venues = Table<Venue>()
    /// The events and things.
    package internal(set) var products = Table<Product>()
    /// The offers.
    package internal(set) var offers = Table<Offer>()
    /// The dates, those taken out included.
    package internal(set) var occurrences = Table<Occurrence>()
    /// The stocks, those taken out included.
    package internal(set) var stocks = Table<Stock>()
    /// The teasers.
    package internal(set) var mediations = Table<Mediation>()
    /// What was shown to young people.
    package internal(set) var recommendations = Table<Recommendation>()
    /// The bookings, cancelled ones included.
    package internal(set) var bookings = Table<Booking>()
    /// The payments.
    package internal(set) var payments = Table<Payment>()
    /// The transfers.
    package internal(set) var transfers = Table<Transfer>()
    /// The runs of the fortnight's payments, those that found nothing to pay included.
    package internal(set) var batches = Table<PaymentBatch>()

    /// The software vendors of today's edition.
    package internal(set) var providers = Table<Provider>()
    /// What venues let them act for them.
    package internal(set) var venueLinks = Table<VenueLink>()
    /// What today's edition knows of the offers that go by its rules.
    package internal(set) var publishedOffers = Table<PublishedOffer>()
    /// The prices of its events.
    package internal(set) var priceCategories = Table<PriceCategory>()
    /// What it knows of their stocks.
    package internal(set) var publishedStocks = Table<PublishedStock>()
    /// The terms of the bookings that go by its rules.
    package internal(set) var bookingTerms = Table<BookingTerms>()
    /// The tickets that partners issued.
    package internal(set) var tickets = Table<Ticket>()
    /// The barcodes that go back to them.
    package internal(set) var returnedBarcodes = Table<ReturnedBarcode>()
    /// What partners are told of bookings.
    package internal(set) var notices = Table<PartnerNotice>()
    /// The addresses of its offers that are not at their venue.
    package internal(set) var addresses = Table<PublicAddress>()
    /// What was asked for by EAN.
    package internal(set) var eanOrders = Table<EANOrder>()
    /// What was asked for films.
    package internal(set) var cinemaOrders = Table<CinemaOrder>()

    /// What looks records up by something other than their number.
    var indexes = Indexes()
    /// What is due when.
    var due = DueQueue()
    /// When the next fortnight's batch runs.
    var nextBatch: Instant
    /// Bookings that are payable and have no payment yet.
    var payable = Index<Identifier<Booking>, Bool>()
    /// Payments that wait for an account, by the venue whose account they wait for.
    var unprocessable = Index<Identifier<Venue>, Set<Identifier<Payment>>>()
    /// What counts towards the ceiling of each structure's reimbursements.
    var reimbursable = Index<Identifier<Offerer>, Euros>()
    /// What counts towards the brackets of each venue's reimbursements, year by year (`today §5`).
    var revenue = Index<VenueYear, Euros>()
    /// Until when nothing becomes by itself of bookings whose validation was taken back.
    var heldUntil = Index<Identifier<Booking>, Instant>()

    /// Creates an empty platform that stands at an instant.
    package init(profile: Profile, at instant: Instant) {
        rules = Rules(profile: profile)
        now = instant
        nextBatch = Fortnight.batch(after: instant)
        enqueueBatch()
    }

    /// What comes due next, now at the earliest: there is always at least a fortnight's batch, until the last instant that can be
    /// written, after which nothing comes.
    package var nextDue: (at: Instant, what: DueWhat)? {
        guard let first = due.first, first.at <= .latest else { return nil }
        return (max(first.at, now), first.what)
    }
}
