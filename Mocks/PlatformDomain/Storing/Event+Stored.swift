// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Event {
    /// The event as it is kept. A new event without its line does not compile; whether it can be read again, a test says.
    package var stored: StoredEvent {
        switch self {
        case .userCreated(let user): StoredEvent("userCreated", user)
        case .userValidated(let id): StoredEvent("userValidated", ["user": id])
        case .userUpdated(let user): StoredEvent("userUpdated", user)
        case .passwordResetRequested(let id, let reset):
            StoredEvent(
                "passwordResetRequested", ["user": id, "token": reset.token, "validUntil": reset.validUntil])
        case .passwordChanged(let id, let hash): StoredEvent("passwordChanged", ["user": id, "passwordHash": hash])
        case .sessionOpened(let session): StoredEvent("sessionOpened", session)
        case .sessionClosed(let id): StoredEvent("sessionClosed", ["session": id])

        case .offererCreated(let offerer): StoredEvent("offererCreated", offerer)
        case .offererUpdated(let offerer): StoredEvent("offererUpdated", offerer)
        case .offererValidated(let id): StoredEvent("offererValidated", ["offerer": id])
        case .userOffererCreated(let attachment): StoredEvent("userOffererCreated", attachment)
        case .userOffererValidated(let id): StoredEvent("userOffererValidated", ["userOfferer": id])
        case .administratorNamed(let id, let email, let attachment):
            StoredEvent("administratorNamed", ["offerer": id, "email": email, "userOfferer": attachment])
        case .administratorAsked, .administratorProposed, .administratorAddressValidated, .ribFiled,
            .bankDetailsRefused:
            storedAdministration
        case .venueCreated(let venue): StoredEvent("venueCreated", venue)
        case .venueUpdated(let venue): StoredEvent("venueUpdated", venue)
        case .venueValidated(let id): StoredEvent("venueValidated", ["venue": id])
        case .offererBankDetailsAccepted(let id): StoredEvent("offererBankDetailsAccepted", ["offerer": id])
        case .venueBankDetailsAccepted(let id): StoredEvent("venueBankDetailsAccepted", ["venue": id])

        case .productCreated(let product): StoredEvent("productCreated", product)
        case .productUpdated(let product): StoredEvent("productUpdated", product)
        case .offerCreated(let offer): StoredEvent("offerCreated", offer)
        case .offerActivityChanged(let id, let isActive):
            StoredEvent("offerActivityChanged", ["offer": id, "isActive": isActive])
        case .offerEligibilityChanged(let id, let isEligible):
            StoredEvent("offerEligibilityChanged", ["offer": id, "isEligible": isEligible])
        case .occurrenceCreated(let occurrence): StoredEvent("occurrenceCreated", occurrence)
        case .occurrenceUpdated(let occurrence): StoredEvent("occurrenceUpdated", occurrence)
        case .occurrenceDeleted(let id): StoredEvent("occurrenceDeleted", ["occurrence": id])
        case .stockCreated(let stock): StoredEvent("stockCreated", stock)
        case .stockUpdated(let stock): StoredEvent("stockUpdated", stock)
        case .stockDeleted(let id): StoredEvent("stockDeleted", ["stock": id])
        case .mediationCreated(let mediation): StoredEvent("mediationCreated", mediation)
        case .mediationUpdated(let mediation): StoredEvent("mediationUpdated", mediation)

        case .recommendationCreated(let recommendation): StoredEvent("recommendationCreated", recommendation)
        case .recommendationUpdated(let recommendation): StoredEvent("recommendationUpdated", recommendation)
        case .bookingCreated(let booking): StoredEvent("bookingCreated", booking)
        case .bookingCancelled(let id, let cause, let instant):
            StoredEvent("bookingCancelled", ["booking": id, "cause": cause, "at": instant])
        case .stockNotRestored(let id): StoredEvent("stockNotRestored", ["booking": id])
        case .countermarkValidated(let id, let user, let instant):
            StoredEvent("countermarkValidated", ["booking": id, "by": user, "at": instant])
        case .bookingRecapSent(let id, let instant):
            StoredEvent("bookingRecapSent", ["stock": id, "at": instant])
        case .bookingBecamePayable(let id, let instant):
            StoredEvent("bookingBecamePayable", ["booking": id, "at": instant])

        case .paymentCreated(let payment): StoredEvent("paymentCreated", payment)
        case .paymentRetried(let id, let details, let label, let instant):
            StoredEvent(
                "paymentRetried",
                [
                    "payment": id, "iban": details.iban, "bic": details.bic, "isAccepted": details.isAccepted,
                    "label": label, "at": instant,
                ])
        case .paymentWithdrawn(let id, let cause, let instant):
            StoredEvent("paymentWithdrawn", ["payment": id, "cause": cause, "at": instant])
        case .transferSent(let transfer): StoredEvent("transferSent", transfer)
        case .paymentBatchRun(let batch): StoredEvent("paymentBatchRun", batch)
        case .timeReached(let instant): StoredEvent("timeReached", ["at": instant])
        case .publicV1(let event): event.stored
        }
    }
}
