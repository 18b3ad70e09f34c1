// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// What bookings of today's edition go by (`today §5`); the same under both profiles, which are about the prototype.
package enum PublicV1Rules {
    /// What a beneficiary is credited.
    package static let credit = Euros(cents: 300_00)
    /// The most that anything costs.
    package static let priceLimit = Euros(cents: 300_00)
    /// How long before its start, and how long after its booking, an event can last be cancelled.
    package static let cancellationWindow = Span.hours(48)
    /// How long after its start an event's booking counts as used by itself.
    package static let automaticUse = Span.hours(48)
    /// How long nothing becomes by itself, at least, of a booking whose validation was taken back.
    package static let afterKeeping = Span.hours(24)
    /// How long a book is put aside.
    package static let bookCollection = Span.days(10)
    /// How long after it was given up a barcode goes back to the partner who issued it, at the earliest (`today §4.5`).
    package static let barcodeReturn = Span.seconds(60)
    /// How long after one another notifications leave, at the earliest (`today §4.4`).
    package static let noticeInterval = Span.seconds(1)
    /// How long any other product is.
    package static let collection = Span.days(30)

    /// Until when an event's booking can be cancelled: 48 hours before its start, 48 hours after its booking at the latest, and not at
    /// all if it is too late already.
    package static func cancellationLimit(bookedAt: Instant, start: Instant) -> Instant {
        max(bookedAt, min(start - cancellationWindow, bookedAt + cancellationWindow))
    }

    /// The same once the start was moved.
    package static func cancellationLimit(movedTo start: Instant, at edit: Instant) -> Instant {
        min(start, edit + cancellationWindow)
    }
}
