// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Bank details with their RIB.
extension Wire {
    /// A RIB as banks hand it out: a document of one empty page.
    static let rib = Array(
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF

        """.utf8)

    /// Asks to file a RIB for the structure or the venue of that path, whatever the answer.
    func askFilingRIB(_ path: String, by account: Account, bytes: [UInt8] = Wire.rib) async throws -> Exchange {
        var form = MultipartForm()
        form.add("rib", fileName: "rib.pdf", type: "application/pdf", bytes: bytes)
        return try await by(account).raw(
            "POST", path + "/rib", headers: [("Content-Type", form.contentType)], body: form.body)
    }

    /// Files a RIB where there are such (guide G30); the observed service had none, and answers 404.
    @discardableResult
    func fileRIB(_ path: String, by account: Account) async throws -> ProfileSide {
        let answer = try await askFilingRIB(path, by: account)
        if answer.status == 404 { return .observed }
        try answer.expect(201)
        return .documented
    }

    /// Files the RIB of a structure's account, and has the team accept both.
    func agreeOnBank(of partner: Partner) async throws {
        try await fileRIB("/offerers/\(partner.offererId)", by: partner.account)
        try await Control(wire: self).acceptBankDetails(offererId: partner.offererId)
    }

    /// Files the RIB of a venue's account, and has the team accept both.
    func agreeOnBank(ofVenue venue: String, by account: Account) async throws {
        try await fileRIB("/venues/\(venue)", by: account)
        try await Control(wire: self).acceptBankDetails(venueId: venue)
    }
}
