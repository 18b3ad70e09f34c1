// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// A structure with one venue that the control API makes: validated, with an account that transfers may use, and linked to a provider.
struct MadeVenue: Sendable {
    /// What both are called.
    var name = "Librairie de la Place"
    /// Where.
    var postalCode = "75011"
    /// The provider that may act for it.
    var providerID: Identifier<Provider>?

    /// The paper that goes with the account: the least that is a document.
    private static let paper = Array("%PDF-1.4\n%%EOF\n".utf8)

    /// Makes them.
    func make(_ service: Service) throws(WireError) -> Venue {
        let (offererID, draft) = try makeOfferer(service)
        let siren = draft.siren ?? ""
        let digest = Digest.sha256(Self.paper)
        let rib = RIB(form: .pdf, byteCount: Self.paper.count, digest: digest, filedAt: service.now())
        try ControlRoutes.perform(service, .fileRIB(by: .team, .offerer(offererID), rib))
        service.storeRIB(Self.paper, digest: digest, of: .offerer(offererID))
        try ControlRoutes.perform(service, .acceptOffererBankDetails(offererID))
        var details = VenueDetails()
        details.siret = siren + "00010"
        details.address = draft.address
        details.postalCode = postalCode
        details.city = draft.city
        let venue = try ControlRoutes.performThen(
            service,
            .createVenue(
                by: .team, VenueDraft(offererID: offererID, name: name, isVirtual: false, details: details))
        ) { state, _ in state.venue(siret: siren + "00010") }
        guard let venue else { throw .serverFault }
        if let providerID {
            try ControlRoutes.performPublicV1(service, .linkVenue(providerID, venue.id)) { _, _ in () }
        }
        return venue
    }

    /// Makes the structure, with a SIREN that no other has: another request may take the one that was free a moment ago.
    private func makeOfferer(_ service: Service) throws(WireError) -> (id: Identifier<Offerer>, draft: OffererDraft) {
        while true {
            let siren = service.read { state, _ in
                var number = 900_000_000 + state.offerers.count
                while state.offerer(siren: "\(number)") != nil { number += 1 }
                return "\(number)"
            }
            var draft = OffererDraft(
                name: name, siren: siren, address: "1 place du Marché", postalCode: postalCode, city: "Ville")
            draft.bankDetails = BankDetailsDraft(iban: "FR7630001007941234567890185", bic: "BDFEFRPP")
            do throws(Refusal) {
                let id: Identifier<Offerer> = try service.perform(.createOfferer(by: .team, draft)) { state, _ in
                    Identifier(Int64(state.offerers.count))
                }
                return (id, draft)
            } catch .sirenTaken {
                continue
            } catch {
                throw .control(error)
            }
        }
    }
}
