// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// Naming the administrator step by step, and the RIB (guide G29, G30).
enum AdministratorChecks {
    static let all: [Check] = [
        Check(
            "administrator/steps", ["PC-ST-020"],
            Sentence(
                "Demande par mail, réponse, deux mails validés, invitation, inscription : administrateur, et lui seul.",
                "Asked by mail, answered, both mails validated, invited, signed up: administrator, and nobody else."),
            needs: .control
        ) { probe in
            let wire = probe.wire
            let control = Control(wire: wire)
            let partner = try await probe.prepare { try await wire.newPartner() }
            let (structure, administrator) = (wire.world.names.email("contact"), wire.world.names.email("admin"))
            let id = partner.offererId
            try await control.askForAdministrator(at: structure, offererId: id)
            try await expectMail(control, to: structure, naming: partner.name)
            try await control.answer(administrator, offererId: id)
            for mail in ["structure", "administrator"] { try await control.validate(mail, offererId: id) }
            try await expectMail(control, to: administrator, naming: partner.name)
            let body = wire.proSignUp(email: administrator, siren: partner.siren, name: partner.name)
            try await wire.anonymous.post("/users/signup/pro", .object(body)).expect(201)
            try await wire.followMailedLink(email: administrator).expect(202)
            let account = try await wire.signIn(email: administrator, publicName: "Paule")
            let details: JSONValue = [
                "iban": .string(BankAccount.example.iban), "bic": .string(BankAccount.example.bic),
            ]
            try await wire.by(partner.account).patch("/offerers/\(id)", details).expect(403)
            try await wire.by(account).patch("/offerers/\(id)", details).expect(200)
        },
        Check(
            "administrator/rib", ["PC-ST-019", "PC-RE-009"],
            Sentence(
                "Un RIB accompagne l'IBAN, et l'équipe valide les deux (guide) ; le service n'en connaissait pas.",
                "A RIB goes with the IBAN, and the team validates both (guide); the service knew none."),
            needs: .control
        ) { probe in
            let wire = probe.wire
            let control = Control(wire: wire)
            let partner = try await probe.prepare { try await wire.newPartner() }
            let colleague = try await probe.prepare { try await wire.newColleague(of: partner) }
            try await control.appoint(partner.account.email, offererId: partner.offererId)
            let account = BankAccount.example
            let path = "/offerers/\(partner.offererId)"
            try await wire.by(partner.account).patch(
                path, ["iban": .string(account.iban), "bic": .string(account.bic)]
            ).expect(200)
            // A file that is no RIB first: where there are none the route is unknown.
            let refused = try await wire.askFilingRIB(path, by: partner.account, bytes: Array("pas un RIB".utf8))
            if refused.status == 404 { return probe.saw(.rib, .observed) }
            try refused.expect(400, key: "rib")
            probe.saw(.rib, .documented)
            try await wire.askFilingRIB(path, by: colleague).expect(403)
            try await control.askAcceptingBankDetails(offererId: partner.offererId).expectRefusal()
            try await wire.fileRIB(path, by: partner.account)
            let file = try await wire.by(partner.account).get(path + "/rib").expect(200)
            try file.require(file.body == Wire.rib, "the file as it was sent")
            try await wire.by(colleague).get(path + "/rib").expect(403)
            try await control.acceptBankDetails(offererId: partner.offererId)
        },
    ]

    private static func expectMail(_ control: Control, to address: String, naming name: String) async throws {
        let mails = try await control.mails(to: address)
        guard mails.contains(where: { $0.subject.contains(name) || $0.html.contains(name) }) else {
            throw Interruption.failed(
                Evidence(
                    expected: "a mail to \(address) about \(name)",
                    seen: mails.isEmpty ? "no mail" : mails.map(\.subject).joined(separator: "; ")))
        }
    }
}
