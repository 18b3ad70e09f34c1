// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// Naming the administrator, and the bank details with their RIB (`guide G29`, `G30`).
extension PlatformState {
    /// The structure is asked to name its administrator; asking again starts anew. Who is administrator stays so meanwhile.
    func askForAdministrator(_ id: Identifier<Offerer>, _ email: String, at instant: Instant) throws(Refusal) -> [Event]
    {
        guard offerers[id] != nil else { throw .unknown(.offerer) }
        return [.administratorAsked(id, email: email, at: instant)]
    }

    /// The structure's answer: another one takes the place of the first, and is validated anew.
    func proposeAdministrator(
        _ id: Identifier<Offerer>, name: String?, _ email: String
    ) throws(Refusal) -> [Event] {
        guard let offerer = offerers[id] else { throw .unknown(.offerer) }
        guard offerer.appointment != nil else { throw .administratorNotAsked }
        return [.administratorProposed(id, name: name, email: email)]
    }

    /// The team validates one of the two mails; with the second one the administrator is named.
    func validateAddress(_ id: Identifier<Offerer>, _ address: Appointment.Address) throws(Refusal) -> [Event] {
        guard let offerer = offerers[id] else { throw .unknown(.offerer) }
        guard var appointment = offerer.appointment else { throw .administratorNotAsked }
        guard let email = appointment.administratorEmail else { throw .administratorNotProposed }
        guard appointment.validated.insert(address).inserted else { return [] }
        let validated = Event.administratorAddressValidated(id, address)
        return try appointment.isComplete ? [validated] + nameAdministrator(id, email) : [validated]
    }

    /// Files the RIB of the account that was entered (`guide G30`), by the administrator.
    func fileRIB(_ actor: Actor, _ payee: Payee, _ rib: RIB) throws(Refusal) -> [Event] {
        try requireSignedIn(actor)
        guard let offererID = offererID(of: payee) else { throw .unknown(.venue) }
        try requireAdministrator(actor, offererID)
        guard bankDetails(of: payee) != nil else { throw .noBankDetails }
        return [.ribFiled(payee, rib)]
    }

    func acceptBankDetails(of payee: Payee) throws(Refusal) -> [Event] {
        guard let offererID = offererID(of: payee) else { throw .unknown(.venue) }
        guard offerers[offererID] != nil else { throw .unknown(.offerer) }
        guard bankDetails(of: payee) != nil else { throw .noBankDetails }
        guard rib(of: payee) != nil || !rules.hasRIB else { throw .noRIB }
        switch payee {
        case .offerer(let id): return [.offererBankDetailsAccepted(id)]
        case .venue(let id): return [.venueBankDetailsAccepted(id)]
        }
    }

    /// Bank details and RIB do not conform: no transfer, until others are entered and accepted or these are after all.
    func refuseBankDetails(of payee: Payee, reason: String) throws(Refusal) -> [Event] {
        guard let offererID = offererID(of: payee) else { throw .unknown(.venue) }
        guard offerers[offererID] != nil else { throw .unknown(.offerer) }
        guard bankDetails(of: payee) != nil else { throw .noBankDetails }
        return [.bankDetailsRefused(payee, reason: reason)]
    }

    mutating func evolveAdministration(_ event: Event) {
        switch event {
        case .administratorAsked(let id, let email, let instant):
            offerers.update(id) { $0.appointment = Appointment(structureEmail: email, askedAt: instant, validated: []) }
        case .administratorProposed(let id, let name, let email):
            offerers.update(id) {
                $0.appointment?.administratorName = name
                $0.appointment?.administratorEmail = email
                $0.appointment?.validated.remove(.administrator)
            }
        case .administratorAddressValidated(let id, let address):
            offerers.update(id) { _ = $0.appointment?.validated.insert(address) }
        case .ribFiled(let payee, let rib):
            // Another paper is another thing to agree to.
            let isOther = rules.hasRIB && self.rib(of: payee)?.digest != rib.digest
            updateAccount(of: payee) { details, filed in
                filed = rib
                if isOther { details?.isAccepted = false }
            }
        case .bankDetailsRefused(let payee, _):
            guard rules.bankDetailsNeedAcceptance else { break }
            updateAccount(of: payee) { details, _ in details?.isAccepted = false }
        default:
            break
        }
    }

    private mutating func updateAccount(of payee: Payee, _ change: (inout BankDetails?, inout RIB?) -> Void) {
        switch payee {
        case .offerer(let id): offerers.update(id) { change(&$0.bankDetails, &$0.rib) }
        case .venue(let id): venues.update(id) { change(&$0.bankDetails, &$0.rib) }
        }
    }
}

extension PlatformState {
    /// The structure behind an account; nothing for an unknown venue.
    package func offererID(of payee: Payee) -> Identifier<Offerer>? {
        switch payee {
        case .offerer(let id): id
        case .venue(let id): venues[id]?.offererID
        }
    }

    /// The bank details entered for it, accepted or not.
    package func bankDetails(of payee: Payee) -> BankDetails? {
        switch payee {
        case .offerer(let id): offerers[id]?.bankDetails
        case .venue(let id): venues[id]?.bankDetails
        }
    }

    /// The RIB filed for the account as it is now.
    package func rib(of payee: Payee) -> RIB? {
        switch payee {
        case .offerer(let id): offerers[id]?.rib
        case .venue(let id): venues[id]?.rib
        }
    }
}
