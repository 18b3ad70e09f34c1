// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@testable import Platform
@testable import PlatformDomain

@Suite("The files of a batch")
struct BatchFilesTests {
    private func dashed(_ digits: String) -> String {
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(Array(digits)[$0]) }
        return parts.joined(separator: "-")
    }

    @Test("contract §9.1 to §9.3: the recorded cases, rebuilt: 13 payments, 4 transfers, 23,084.50 EUR in all")
    func recorded() throws {
        let world = try RecordedBatch()
        let batch = try world.run()
        let state = world.state
        let payments = batch.created.compactMap { state.payments[$0] }
        #expect(payments.map(\.bookingID.number) == [1, 2, 3, 4, 5, 6, 10, 12, 13, 14, 15, 16, 17])
        #expect(
            payments.map(\.amount.decimal) == [
                "10.00", "20.50", "30.00", "0.00", "12.00", "0.00", "4.00", "7.00", "8.00", "10000.00", "13000.00",
                "0.00", "0.00",
            ])
        #expect(payments.map(\.rule)[5] == .digitalThings && payments.map(\.rule)[11] == .maximum)
        #expect(payments.allSatisfy { $0.label == "pass Culture Pro - remboursement 2nde quinzaine 11-2026" })
        let transfers = batch.transferIDs.compactMap { state.transfers[$0] }
        #expect(transfers.map(\.amount.decimal) == ["30.50", "16.00", "23000.00", "38.00"])
        #expect(transfers.map(\.paymentIDs.count) == [3, 3, 4, 2])
        // Two structures share an account: the transfer is in the name of the first.
        #expect(state.offerers[transfers[3].offererID]?.siren == "100000001")
        let unpaid = try #require(payments.first { $0.bookingID.number == 12 })
        #expect(unpaid.statuses.map(\.state) == [.notProcessable])
        #expect(unpaid.statuses.map(\.detail) == ["IBAN et BIC manquants sur l'offreur"])
        #expect(payments.filter { $0.id != unpaid.id }.allSatisfy { $0.statuses.map(\.state) == [.pending, .sent] })
        #expect(batch.messageID == "passCulture-SCT-20261123-063134")
        #expect(batch.executionDate.iso8601 == "2026-11-30")
        let order = try world.text(.transfers, of: batch)
        #expect(order.ranges(of: "<NbOfTxs>4</NbOfTxs>").count == 2)
        #expect(order.ranges(of: "<CtrlSum>23084.50</CtrlSum>").count == 2)
    }

    @Test("contract §9.6: the details and the balances, to the byte")
    func lists() throws {
        let world = try RecordedBatch()
        let batch = try world.run()
        let transfers = batch.transferIDs.compactMap { world.state.transfers[$0] }
        var expected = RecordedFiles.details.replacing("\n", with: "\r\n")
        for (name, transfer) in zip(["{A1}", "{B}", "{E}", "{A2}"], transfers) {
            expected = expected.replacing(name, with: dashed(transfer.endToEndID))
        }
        #expect(try world.text(.details, of: batch) == expected)
        #expect(try world.text(.wallets, of: batch) == RecordedFiles.wallets.replacing("\n", with: "\r\n"))
    }

    @Test(
        "contract §9.2: the ceiling counts earlier batches; what pays nothing makes no transfer, whatever the service did"
    )
    func nextBatch() throws {
        let world = try RecordedBatch()
        let first = try world.run()
        let before = try first.names.map { try world.text($0, of: first) }
        try world.book("E", "Après", "ThingType.LIVRE_EDITION", 40_00, "34.800000", used: "34.810000")
        try world.book("B", "Livre B2", "ThingType.LIVRE_EDITION", 6_00, "34.820000", used: "34.830000")
        let batch = try world.run()
        let payments = batch.created.compactMap { world.state.payments[$0] }
        #expect(payments.map(\.bookingID.number) == [19, 18])
        #expect(payments.map(\.amount.decimal) == ["6.00", "0.00"])
        #expect(payments.map(\.rule) == [.physicalOffers, .maximum])
        #expect(batch.transferIDs.compactMap { world.state.transfers[$0]?.amount.decimal } == ["6.00"])
        #expect(try world.text(.wallets, of: batch).hasSuffix("2,326.50,336.50\r\n"))
        let lines = try world.text(.details, of: batch).split(separator: "\r\n")
        #expect(lines.count == 3)
        #expect(lines[2].hasSuffix("\"FR7612548029989876543210917\",\"\",\"None\",\"0.00\",\"0.00\""))
        // The files of the first batch are what they were, at the same instant.
        #expect(try first.names.map { try world.text($0, of: first) } == before)
    }

    @Test("what had no account is retried once there is one, and stays as it was in the files of the first batch")
    func retried() throws {
        let world = try RecordedBatch()
        let first = try world.run()
        let before = try world.text(.details, of: first)
        var offerer = try #require(world.state.offerers[Identifier(3)])
        offerer.bankDetails = BankDetails(iban: "FR7630006000011234567890189", bic: "BDFEFRPP", isAccepted: true)
        world.service.withCore { [offerer] in $0.state.evolve(.offererUpdated(offerer)) }
        let batch = try world.run()
        #expect(batch.created.isEmpty)
        let payment = try #require(batch.retried.compactMap { world.state.payments[$0] }.first)
        #expect(payment.bookingID.number == 12)
        #expect(payment.statuses.map(\.state) == [.notProcessable, .pending, .sent])
        #expect(try world.text(.details, of: first) == before)
        let line = try #require(try world.text(.details, of: batch).split(separator: "\r\n").last)
        #expect(line.contains("\"FR7630006000011234567890189\",\"passCulture-SCT-20261123-063134\",\""))
        #expect(try world.text(.transfers, of: batch).contains("<Nm>Sans IBAN</Nm>"))
    }

    @Test("what was paid as a no-show and is validated later keeps no date in the details of its batch")
    func validatedLater() throws {
        let world = try RecordedBatch()
        let batch = try world.run()
        let before = try world.text(.details, of: batch)
        let noShow = try #require(world.state.bookings[Identifier(10)])
        #expect(!noShow.isUsed && noShow.paymentID != nil)
        let query = CountermarkQuery(token: noShow.token, email: nil, offerID: nil)
        try world.service.perform(.validateCountermark(by: .team, query)) { _, _ in }
        #expect(world.state.bookings[noShow.id]?.dateUsed != nil)
        #expect(try world.text(.details, of: batch) == before)
    }

    @Test("a batch that finds nothing makes no order; its lists are there")
    func nothing() throws {
        let service = try makeService()
        try service.perform(.runPayments) { _, _ in }
        let documents = service.read { state, _ in
            BatchFile.allCases.map { $0.document(of: Identifier(1), in: state)?.text }
        }
        #expect(documents[0] == nil)
        #expect(documents[1]?.hasSuffix("\"Montant remboursé à l'offreur\"\r\n") == true)
        #expect(documents[2] == "\"ID de l'utilisateur\",\"Solde théorique\",\"Solde réel\"\r\n")
    }

    @Test("contract §9.5: the order to the bank, to the byte")
    func order() throws {
        let order = CreditTransferOrder(
            messageID: "passCulture-SCT-20261123-063050",
            createdAt: try #require(Instant(iso8601: "2026-11-23T06:30:50.347519Z")),
            executionDate: try #require(CivilDate(year: 2026, month: 11, day: 30)),
            lines: [
                .init(
                    endToEndID: "09a502ca0a4a4fd4b69349a081b99a5d", amount: Euros(cents: 30_50),
                    name: "Théâtre & Cie <L'Œuvre>", siren: "100000001",
                    account: BankAccount(iban: "FR1420041010050500013M02606", bic: "PSSTFRPPPAR"),
                    label: "pass Culture Pro - remboursement 2nde quinzaine 11-2026")
            ])
        #expect(order.text == RecordedFiles.order)
    }

    @Test(
        "names that XML or the schema cannot take as they are: escaped, replaced, cut at 140; accounts without blanks")
    func hostileNames() throws {
        func order(_ name: String, iban: String = "fr76 3000 6000 0112 3456 7890 189") -> String {
            CreditTransferOrder(
                messageID: "m", createdAt: .epoch, executionDate: CivilDate(.epoch),
                lines: [
                    .init(
                        endToEndID: "e", amount: Euros(cents: 1), name: name, siren: "100000001",
                        account: BankAccount(iban: iban, bic: "bdfe frpp"), label: "l")
                ]
            ).text
        }
        #expect(order("\"A\" & 'B'\u{1}").contains("<Nm>&#34;A&#34; &amp; &#39;B&#39;\u{FFFD}</Nm>"))
        let long = String(repeating: "é", count: 200)
        #expect(order(long).contains("<Nm>\(long.prefix(140))</Nm>"))
        #expect(order("").contains("<Nm>100000001</Nm>"))
        #expect(order("A").contains("<IBAN>FR7630006000011234567890189</IBAN>"))
        #expect(order("A").contains("<BIC>BDFEFRPP</BIC>"))
    }
}

extension PaymentBatch {
    /// The files that it has.
    fileprivate var names: [BatchFile] { transferIDs.isEmpty ? [.details, .wallets] : BatchFile.allCases }
}
