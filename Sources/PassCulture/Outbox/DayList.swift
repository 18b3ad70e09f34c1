// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// The partner's bookings for one show or session or several, loaded beforehand so that a till can check without a line.
///
/// Loaded into an outbox, it replaces what that says of ``shows``: of a show that it speaks of and has no booking of, nothing is left.
///
/// What it holds is about people: it is wiped 48 hours after the show begins, and prints nothing of itself.
public struct DayList: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// One booking of the list.
    public struct Entry: Hashable, Sendable, Masked {
        /// The countermark.
        public let countermark: Countermark
        /// The name of the offer.
        public let offerName: String
        /// When the show begins (UTC).
        public let begins: Instant
        /// The name of the young person, as the list gives it.
        public let userName: String
        /// The e-mail address of the young person, as the list gives it.
        public let email: String
        /// Whether it had been validated when the list was made.
        public let isUsed: Bool

        /// The show that was booked.
        public var show: Show { Show(offerName: offerName, begins: begins) }

        /// Creates an entry.
        public init(
            countermark: Countermark, offerName: String, begins: Instant, userName: String, email: String,
            isUsed: Bool = false
        ) {
            self.countermark = countermark
            self.offerName = offerName
            self.begins = begins
            self.userName = userName
            self.email = email
            self.isUsed = isUsed
        }
    }

    /// How long after the beginning of a show its list is kept.
    public static let keeping = Span.hours(48)

    /// The bookings.
    public let entries: [Entry]
    /// The shows that it speaks of: those of the bookings, and those of which it says that nobody has one, or that all are cancelled.
    public let shows: Set<Show>

    /// Creates a list.
    ///
    /// - Parameters:
    ///   - entries: The bookings.
    ///   - shows: The shows that it speaks of besides those of the bookings.
    public init(_ entries: [Entry], of shows: Set<Show> = []) {
        self.entries = entries
        self.shows = shows.union(entries.map(\.show))
    }

    /// How many bookings there are.
    public var description: String { "DayList(\(entries.count) bookings)" }

    /// A mirror of how many there are.
    public var customMirror: Mirror { Mirror(self, children: ["count": entries.count], displayStyle: .struct) }
}
