// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension PlatformState {
    /// Applies what happened: the only mutator, live and on replay. It draws nothing and refuses nothing.
    ///
    /// Replaying every event from the beginning, the ``Event/timeReached(_:)`` ones included, gives an equal state. Of several
    /// of those in a row only the last is needed.
    package mutating func evolve(_ event: Event) {
        switch event {
        case .userCreated, .userValidated, .userUpdated, .passwordResetRequested, .passwordChanged, .sessionOpened,
            .sessionClosed:
            evolveAccounts(event)
        case .offererCreated, .offererUpdated, .offererValidated, .userOffererCreated, .userOffererValidated,
            .administratorNamed, .venueCreated, .venueUpdated, .venueValidated, .offererBankDetailsAccepted,
            .venueBankDetailsAccepted:
            evolveStructures(event)
        case .administratorAsked, .administratorProposed, .administratorAddressValidated, .ribFiled,
            .bankDetailsRefused:
            evolveAdministration(event)
        case .productCreated, .productUpdated, .offerCreated, .offerActivityChanged, .offerEligibilityChanged,
            .occurrenceCreated, .occurrenceUpdated, .occurrenceDeleted, .stockCreated, .stockUpdated, .stockDeleted,
            .mediationCreated, .mediationUpdated, .bookingRecapSent:
            evolveOffers(event)
        case .recommendationCreated, .recommendationUpdated, .bookingCreated, .bookingCancelled, .stockNotRestored,
            .countermarkValidated,
            .bookingBecamePayable:
            evolveBookings(event)
        case .paymentCreated, .paymentRetried, .paymentWithdrawn, .transferSent, .paymentBatchRun:
            evolveMoney(event)
        case .timeReached(let instant):
            now = max(now, instant)
        case .publicV1(let event):
            evolve(event)
        }
        dropWhatNoLongerHolds()
    }

    private mutating func evolveAccounts(_ event: Event) {
        switch event {
        case .userCreated(let user):
            users.append(user)
            indexes.userByEmail[user.email] = user.id
            if let token = user.validationToken { indexes.links[token] = .user(user.id) }
        case .userValidated(let id):
            if let token = users[id]?.validationToken { indexes.links[token] = nil }
            users.update(id) { $0.validationToken = nil }
        case .userUpdated(let user):
            if let old = users[user.id], old.email != user.email {
                indexes.userByEmail[old.email] = nil
                indexes.userByEmail[user.email] = user.id
                followAdministrator(user.id, from: old.email, to: user.email)
            }
            users.update(user.id) { $0 = user }
        case .passwordResetRequested(let id, let reset):
            if let old = users[id]?.passwordReset { indexes.links[old.token] = nil }
            indexes.links[reset.token] = .passwordReset(id)
            users.update(id) { $0.passwordReset = reset }
        case .passwordChanged(let id, let hash):
            if let old = users[id]?.passwordReset { indexes.links[old.token] = nil }
            users.update(id) {
                $0.passwordHash = hash
                $0.passwordReset = nil
            }
        case .sessionOpened(let session):
            sessions.append(session)
        case .sessionClosed(let id):
            sessions.update(id) { $0.isClosed = true }
        default:
            break
        }
    }

    private mutating func evolveStructures(_ event: Event) {
        switch event {
        case .offererCreated(let offerer):
            offerers.append(offerer)
            if let siren = offerer.siren { indexes.offererBySIREN[siren] = offerer.id }
            if let token = offerer.validationToken { indexes.links[token] = .offerer(offerer.id) }
        case .offererUpdated(let offerer):
            offerers.update(offerer.id) { $0 = offerer }
        case .offererValidated(let id):
            if let token = offerers[id]?.validationToken { indexes.links[token] = nil }
            offerers.update(id) { $0.validationToken = nil }
        case .userOffererCreated(let attachment):
            userOfferers.append(attachment)
            let ends = Indexes.Attachment(userID: attachment.userID, offererID: attachment.offererID)
            indexes.attachments[ends] = attachment.id
            indexes.userOfferersOfUser.append(attachment.id, to: attachment.userID)
            indexes.userOfferersOfOfferer.append(attachment.id, to: attachment.offererID)
            if let token = attachment.validationToken { indexes.links[token] = .userOfferer(attachment.id) }
        case .userOffererValidated(let id):
            validateAttachment(id)
        case .administratorNamed(let id, let email, let attachmentID):
            offerers.update(id) {
                $0.administratorEmail = email
                // Named in another way than by its own answer: that answer is of no use any more.
                if $0.appointment?.administratorEmail != email { $0.appointment = nil }
            }
            makeAdministrator(attachmentID, of: id)
        case .venueCreated(let venue):
            venues.append(venue)
            indexes.venuesOfOfferer.append(venue.id, to: venue.offererID)
            if let siret = venue.siret { indexes.venueBySIRET[siret] = venue.id }
            if let token = venue.validationToken { indexes.links[token] = .venue(venue.id) }
        case .venueUpdated(let venue):
            venues.update(venue.id) { $0 = venue }
        case .venueValidated(let id):
            if let token = venues[id]?.validationToken { indexes.links[token] = nil }
            venues.update(id) { $0.validationToken = nil }
        case .offererBankDetailsAccepted(let id):
            offerers.update(id) { $0.bankDetails?.isAccepted = true }
        case .venueBankDetailsAccepted(let id):
            venues.update(id) { $0.bankDetails?.isAccepted = true }
        default:
            break
        }
    }

    private mutating func validateAttachment(_ id: Identifier<UserOfferer>) {
        if let token = userOfferers[id]?.validationToken { indexes.links[token] = nil }
        userOfferers.update(id) { $0.validationToken = nil }
    }

    /// An administrator who changes the address stays one: nobody becomes it by taking the address that is free now.
    private mutating func followAdministrator(_ id: Identifier<User>, from old: String, to new: String) {
        for attachment in indexes.userOfferersOfUser.list(id).compactMap({ userOfferers[$0] }) {
            offerers.update(attachment.offererID) {
                if $0.administratorEmail == old { $0.administratorEmail = new }
                if $0.appointment?.administratorEmail == old { $0.appointment?.administratorEmail = new }
            }
        }
    }

    /// Gives an attachment the administrator's rights; where there is to be one administrator, the others become editors, also when the
    /// new one has no account yet.
    private mutating func makeAdministrator(_ id: Identifier<UserOfferer>?, of offererID: Identifier<Offerer>) {
        if rules.oneAdministrator {
            for other in indexes.userOfferersOfOfferer.list(offererID) where other != id {
                userOfferers.update(other) { $0.rights = .editor }
            }
        }
        guard let id else { return }
        validateAttachment(id)
        userOfferers.update(id) { $0.rights = .admin }
    }
}
