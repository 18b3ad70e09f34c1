// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture

/// Where a countermark is asked about without a memory: at a desk with a log-in or a key, or at the open one, which knows a booking by its user
/// and its offer.
enum Seat: Sendable {
    case plain(PlainDesk)
    case open(OpenDesk)

    func verify(_ booked: Booked, _ deadline: Duration?) async throws(PassCultureError) -> Verification {
        switch self {
        case .plain(let desk): try await desk.verify(booked.countermark, deadline: deadline)
        case .open(let desk):
            try await desk.verify(booked.countermark, email: booked.email, offer: booked.offer, deadline: deadline)
        }
    }

    func verifyBlocking(_ booked: Booked, _ deadline: Duration?) throws(PassCultureError) -> Verification {
        switch self {
        case .plain(let desk): try desk.verifyBlocking(booked.countermark, deadline: deadline)
        case .open(let desk):
            try desk.verifyBlocking(booked.countermark, email: booked.email, offer: booked.offer, deadline: deadline)
        }
    }

    func validate(_ booked: Booked, _ deadline: Duration?) async throws(PassCultureError) -> Validation {
        switch self {
        case .plain(let desk): try await desk.validate(booked.countermark, deadline: deadline)
        case .open(let desk):
            try await desk.validate(booked.countermark, email: booked.email, offer: booked.offer, deadline: deadline)
        }
    }

    func validateBlocking(_ booked: Booked, _ deadline: Duration?) throws(PassCultureError) -> Validation {
        switch self {
        case .plain(let desk): try desk.validateBlocking(booked.countermark, deadline: deadline)
        case .open(let desk):
            try desk.validateBlocking(booked.countermark, email: booked.email, offer: booked.offer, deadline: deadline)
        }
    }
}
