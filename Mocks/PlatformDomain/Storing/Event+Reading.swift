// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Event {
    /// Reads an event that was kept.
    ///
    /// - Throws: what is wrong with it, in a sentence.
    package init(_ stored: StoredEvent) throws(StoredError) {
        guard let event = try Self.event(stored) else {
            throw StoredError("there is no event of the kind \(stored.kind)")
        }
        self = event
    }

    private static func event(_ stored: StoredEvent) throws(StoredError) -> Event? {
        if let event = try account(stored) { return event }
        if let event = try structure(stored) { return event }
        if let event = try administration(stored) { return event }
        if let event = try offer(stored) { return event }
        if let event = try date(stored) { return event }
        if let event = try booking(stored) { return event }
        if let event = try PublicV1Event.event(stored) { return .publicV1(event) }
        return try money(stored)
    }

    private static func account(_ stored: StoredEvent) throws(StoredError) -> Event? {
        switch stored.kind {
        case "userCreated": .userCreated(try stored.record())
        case "userValidated": .userValidated(try stored.value("user"))
        case "userUpdated": .userUpdated(try stored.record())
        case "passwordResetRequested":
            .passwordResetRequested(
                try stored.value("user"),
                PasswordReset(token: try stored.value("token"), validUntil: try stored.value("validUntil")))
        case "passwordChanged":
            .passwordChanged(try stored.value("user"), passwordHash: try stored.value("passwordHash"))
        case "sessionOpened": .sessionOpened(try stored.record())
        case "sessionClosed": .sessionClosed(try stored.value("session"))
        default: nil
        }
    }

    private static func structure(_ stored: StoredEvent) throws(StoredError) -> Event? {
        switch stored.kind {
        case "offererCreated": .offererCreated(try stored.record())
        case "offererUpdated": .offererUpdated(try stored.record())
        case "offererValidated": .offererValidated(try stored.value("offerer"))
        case "userOffererCreated": .userOffererCreated(try stored.record())
        case "userOffererValidated": .userOffererValidated(try stored.value("userOfferer"))
        case "administratorNamed":
            .administratorNamed(
                try stored.value("offerer"), email: try stored.value("email"), try stored.value("userOfferer"))
        case "venueCreated": .venueCreated(try stored.record())
        case "venueUpdated": .venueUpdated(try stored.record())
        case "venueValidated": .venueValidated(try stored.value("venue"))
        case "offererBankDetailsAccepted": .offererBankDetailsAccepted(try stored.value("offerer"))
        case "venueBankDetailsAccepted": .venueBankDetailsAccepted(try stored.value("venue"))
        default: nil
        }
    }

    private static func offer(_ stored: StoredEvent) throws(StoredError) -> Event? {
        switch stored.kind {
        case "productCreated": .productCreated(try stored.record())
        case "productUpdated": .productUpdated(try stored.record())
        case "offerCreated": .offerCreated(try stored.record())
        case "offerActivityChanged":
            .offerActivityChanged(try stored.value("offer"), isActive: try stored.value("isActive"))
        case "offerEligibilityChanged":
            .offerEligibilityChanged(try stored.value("offer"), isEligible: try stored.value("isEligible"))
        case "mediationCreated": .mediationCreated(try stored.record())
        case "mediationUpdated": .mediationUpdated(try stored.record())
        default: nil
        }
    }

    private static func date(_ stored: StoredEvent) throws(StoredError) -> Event? {
        switch stored.kind {
        case "occurrenceCreated": .occurrenceCreated(try stored.record())
        case "occurrenceUpdated": .occurrenceUpdated(try stored.record())
        case "occurrenceDeleted": .occurrenceDeleted(try stored.value("occurrence"))
        case "stockCreated": .stockCreated(try stored.record())
        case "stockUpdated": .stockUpdated(try stored.record())
        case "stockDeleted": .stockDeleted(try stored.value("stock"))
        default: nil
        }
    }

    private static func booking(_ stored: StoredEvent) throws(StoredError) -> Event? {
        switch stored.kind {
        case "recommendationCreated": .recommendationCreated(try stored.record())
        case "recommendationUpdated": .recommendationUpdated(try stored.record())
        case "bookingCreated": .bookingCreated(try stored.record())
        case "bookingCancelled":
            .bookingCancelled(
                try stored.value("booking"), try stored.value("cause"), at: try stored.value("at"))
        case "stockNotRestored": .stockNotRestored(try stored.value("booking"))
        case "countermarkValidated":
            .countermarkValidated(
                try stored.value("booking"), by: try stored.value("by"), at: try stored.value("at"))
        case "bookingRecapSent": .bookingRecapSent(try stored.value("stock"), at: try stored.value("at"))
        case "bookingBecamePayable":
            .bookingBecamePayable(try stored.value("booking"), at: try stored.value("at"))
        default: nil
        }
    }

    private static func money(_ stored: StoredEvent) throws(StoredError) -> Event? {
        switch stored.kind {
        case "paymentCreated": .paymentCreated(try stored.record())
        case "paymentRetried":
            .paymentRetried(
                try stored.value("payment"),
                BankDetails(
                    iban: try stored.value("iban"), bic: try stored.value("bic"),
                    isAccepted: try stored.value("isAccepted")),
                label: try stored.value("label"), at: try stored.value("at"))
        case "paymentWithdrawn":
            .paymentWithdrawn(try stored.value("payment"), try stored.value("cause"), at: try stored.value("at"))
        case "transferSent": .transferSent(try stored.record())
        case "paymentBatchRun": .paymentBatchRun(try stored.record())
        case "timeReached": .timeReached(try stored.value("at"))
        default: nil
        }
    }
}
