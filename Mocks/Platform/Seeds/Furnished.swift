// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
package import JSON
import PlatformDomain

/// What whoever started a platform with a seed is told: log-ins, countermarks with their states, other values.
package struct Furnished: Sendable {
    /// One of these things.
    package struct Item: Sendable {
        /// What programs know it by.
        package let id: String?
        /// What it is, for people.
        package let label: SeedWords
        /// What is told.
        package let what: What
    }

    /// What is told.
    package enum What: Sendable, Hashable {
        /// A countermark, and what it is good for.
        case countermark(String, Standing)
        /// Any other text.
        case value(String)
        /// A log-in.
        case person(email: String, password: String)
    }

    /// What a countermark is good for.
    package enum Standing: String, Sendable, Hashable, CaseIterable {
        /// It may be validated.
        case valid
        /// It was validated before.
        case alreadyValidated = "already-validated"
        /// Its booking was cancelled.
        case cancelled
        /// Its booking was paid for: today's edition says so.
        case reimbursed
        /// It can be validated later: its event can still be cancelled.
        case tooEarly = "too-early"
        /// Its structure is closed.
        case closed
        /// No provider may act for its venue.
        case notLinked = "not-linked"

        /// What a booking's countermark is good for, by the rules of the edition that it goes by.
        init(_ booking: Booking, in state: PlatformState, at now: Instant) {
            self = booking.isUsed ? .alreadyValidated : booking.isCancelled ? .cancelled : .valid
            guard let terms = state.terms(of: booking.id), let venue = state.venue(of: booking.stockID) else { return }
            if !state.providers.records.contains(where: { state.sees($0.id, venue.id) }) {
                self = .notLinked
            } else if state.isPaid(booking) {
                self = .reimbursed
            } else if self == .valid, state.offerers[venue.offererID]?.isActive == false {
                self = .closed
            } else if self == .valid, terms.isWindowOpen(at: now) {
                self = .tooEarly
            }
        }

        /// For people.
        package var words: SeedWords {
            switch self {
            case .valid: SeedWords(french: "valable", english: "valid")
            case .alreadyValidated: SeedWords(french: "déjà validée", english: "already validated")
            case .cancelled: SeedWords(french: "annulée", english: "cancelled")
            case .reimbursed: SeedWords(french: "remboursée", english: "reimbursed")
            case .tooEarly: SeedWords(french: "trop tôt", english: "too early")
            case .closed: SeedWords(french: "structure fermée", english: "structure closed")
            case .notLinked: SeedWords(french: "lieu non relié", english: "venue not linked")
            }
        }
    }

    /// What the seed is, for people.
    package let title: SeedWords?
    /// What is told, in the seed's order.
    package let items: [Item]

    /// The countermarks by the name of their state, in the seed's order.
    package var countermarks: [String: [String]] {
        items.reduce(into: [:]) { found, item in
            if case .countermark(let code, let standing) = item.what {
                found[standing.rawValue, default: []].append(code)
            }
        }
    }

    /// Countermarks and other values by the name that programs know them by; of several with one name the last.
    package var texts: [String: String] {
        items.reduce(into: [:]) { found, item in
            guard let id = item.id else { return }
            switch item.what {
            case .countermark(let text, _), .value(let text): found[id] = text
            case .person: break
            }
        }
    }

    /// The same for programs.
    package var json: JSONValue {
        [
            "title": title.map { ["fr": .string($0.french), "en": .string($0.english)] } ?? .null,
            "show": .array(items.map(Self.json)),
        ]
    }

    private static func json(_ item: Item) -> JSONValue {
        var object: JSONObject = ["id": item.id.map { .string($0) } ?? .null]
        object["label"] = ["fr": .string(item.label.french), "en": .string(item.label.english)]
        switch item.what {
        case .countermark(let code, let standing):
            object["countermark"] = .string(code)
            object["standing"] = .string(standing.rawValue)
        case .value(let text): object["value"] = .string(text)
        case .person(let email, let password):
            object["email"] = .string(email)
            object["password"] = .string(password)
        }
        return .object(object)
    }
}
