// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// The order to the bank: a SEPA credit transfer initiation, `pain.001.001.03`, with the elements, the order and the layout of the
/// service's (`contract 2018-12 §9.5`), blank lines between transfers included.
struct CreditTransferOrder: BatchDocument, Hashable {
    /// One transfer of the order.
    struct Line: Sendable, Hashable {
        /// What tells it from every other: 32 hexadecimal digits.
        let endToEndID: String
        /// What is paid.
        let amount: Euros
        /// The recipient's name.
        let name: String
        /// The recipient's SIREN.
        let siren: String
        /// The recipient's account.
        let account: BankAccount
        /// What the recipient reads.
        let label: String
    }

    /// What the order is called.
    let messageID: String
    /// When it was made.
    let createdAt: Instant
    /// When the bank is asked to execute it.
    let executionDate: CivilDate
    /// Who pays.
    var payer = Payer.passCulture
    /// The transfers: at least one, or the schema refuses the order.
    let lines: [Line]
}

extension CreditTransferOrder {
    /// Gathers the order of a batch.
    init(_ batch: PaymentBatch, in state: PlatformState) {
        messageID = batch.messageID
        createdAt = batch.at
        executionDate = batch.executionDate
        lines = batch.transferIDs.compactMap { id in
            guard let transfer = state.transfers[id], let offerer = state.offerers[transfer.offererID] else {
                return nil
            }
            return Line(
                endToEndID: transfer.endToEndID, amount: transfer.amount, name: offerer.name,
                siren: offerer.siren ?? "", account: transfer.bankDetails.account, label: transfer.label)
        }
    }

    /// The file.
    var text: String {
        var text = head
        for line in lines { text += Self.element(line, payer) + "\n            \n" }
        return text + """
                    </PmtInf>
                </CstmrCdtTrfInitn>
            </Document>
            """
    }

    private var head: String {
        let total = lines.reduce(.zero) { $0 + $1.amount }.decimal
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03">
                <CstmrCdtTrfInitn>
                    <GrpHdr>
                        <MsgId>\(messageID)</MsgId>
                        <CreDtTm>\(createdAt.iso8601.dropLast())</CreDtTm>
                        <NbOfTxs>\(lines.count)</NbOfTxs>
                        <CtrlSum>\(total)</CtrlSum>
                        <InitgPty>
                            <Nm>\(XML.escaped(payer.name))</Nm>
                            <Id>
                                <OrgId>
                                    <Othr>
                                        <Id>\(XML.escaped(payer.remittanceCode))</Id>
                                    </Othr>
                                </OrgId>
                            </Id>
                        </InitgPty>
                    </GrpHdr>
                    <PmtInf>
                        <PmtInfId>\(messageID)</PmtInfId>
                        <PmtMtd>TRF</PmtMtd>
                        <NbOfTxs>\(lines.count)</NbOfTxs>
                        <CtrlSum>\(total)</CtrlSum>
                        <PmtTpInf>
                            <SvcLvl>
                                <Cd>SEPA</Cd>
                            </SvcLvl>
                            <CtgyPurp>
                                <Cd>GOVT</Cd>
                            </CtgyPurp>
                        </PmtTpInf>
                        <ReqdExctnDt>\(executionDate.iso8601)</ReqdExctnDt>
                        <Dbtr>
                            <Nm>\(XML.escaped(payer.name))</Nm>
                        </Dbtr>
                        <DbtrAcct>
                            <Id>
                                <IBAN>\(payer.iban)</IBAN>
                            </Id>
                        </DbtrAcct>
                        <DbtrAgt>
                            <FinInstnId>
                                <BIC>\(payer.bic)</BIC>
                            </FinInstnId>
                        </DbtrAgt>
                        <ChrgBr>SLEV</ChrgBr>
            \("            ")

            """
    }

    private static func element(_ line: Line, _ payer: Payer) -> String {
        // The schema wants a name, of 140 characters at most.
        let name = line.name.isEmpty ? line.siren : XML.shortened(line.name, to: 140)
        return """
                        <CdtTrfTxInf>
                            <PmtId>
                                <EndToEndId>\(line.endToEndID)</EndToEndId>
                            </PmtId>
                            <Amt>
                                <InstdAmt Ccy="EUR">\(line.amount.decimal)</InstdAmt>
                            </Amt>
                            <UltmtDbtr>
                                <Nm>\(XML.escaped(payer.name))</Nm>
                            </UltmtDbtr>
                            <CdtrAgt>
                                <FinInstnId>
                                    <BIC>\(line.account.bic)</BIC>
                                </FinInstnId>
                            </CdtrAgt>
                            <Cdtr>
                                <Nm>\(XML.escaped(name))</Nm>
                                <Id>
                                    <OrgId>
                                        <Othr>
                                            <Id>\(XML.escaped(line.siren))</Id>
                                        </Othr>
                                    </OrgId>
                                </Id>
                            </Cdtr>
                            <CdtrAcct>
                                <Id>
                                    <IBAN>\(line.account.iban)</IBAN>
                                </Id>
                            </CdtrAcct>
                            <Purp>
                                <Cd>GOVT</Cd>
                            </Purp>
                            <RmtInf>
                                <Ustrd>\(XML.escaped(line.label))</Ustrd>
                            </RmtInf>
                        </CdtTrfTxInf>
            """
    }
}
