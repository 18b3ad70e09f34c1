// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Files as the service of December 2018 wrote them for the batch that ``RecordedBatch`` rebuilds.
enum RecordedFiles {
    /// The details, with the drawn identifiers of the transfers named after the venue that is paid; lines end with CR and LF.
    static let details = """
        "ID de l'utilisateur","Email de l'utlisateur","Raison social de la structure","SIREN","Raison sociale du lieu","SIRET","Nom de l'offre","Type de l'offre","Date de la réservation","Prix de la réservation","Date de validation","IBAN","Message ID","Transaction ID","Taux de remboursement","Montant remboursé à l'offreur"
        "2","jeune@example.com","Théâtre & Cie <L'Œuvre>","100000001","Salle A1","10000000100011","Livre ""à guillemets"", 1","Livre — Édition","2026-11-23 06:31:34.483373","10.00","2026-11-23 06:31:34.493732","FR1420041010050500013M02606","passCulture-SCT-20261123-063134","{A1}","1.00","10.00"
        "2","jeune@example.com","Théâtre & Cie <L'Œuvre>","100000001","Salle A1","10000000100011","Livre 2","Livre — Édition","2026-11-23 06:31:34.505812","20.50","2026-11-23 06:31:34.511735","FR1420041010050500013M02606","passCulture-SCT-20261123-063134","{A1}","1.00","20.50"
        "2","jeune@example.com","Théâtre & Cie <L'Œuvre>","100000001","Salle A2","10000000100012","Concert","Spectacle vivant","2026-11-23 06:31:34.525900","30.00","2026-11-23 06:31:34.534977","FR7630006000011234567890189","passCulture-SCT-20261123-063134","{A2}","1.00","30.00"
        "2","jeune@example.com","Théâtre & Cie <L'Œuvre>","100000001","Salle A1","10000000100011","Gratuit","Livre — Édition","2026-11-23 06:31:34.551041","0.00","2026-11-23 06:31:34.558984","FR1420041010050500013M02606","passCulture-SCT-20261123-063134","{A1}","1.00","0.00"
        "2","jeune@example.com","Librairie B","200000002","Librairie","20000000200011","Livre B","Livre — Édition","2026-11-23 06:31:34.572521","12.00","2026-11-23 06:31:34.577390","FR7610107001011234567890129","passCulture-SCT-20261123-063134","{B}","1.00","12.00"
        "2","jeune@example.com","Librairie B","200000002","Offre en ligne","","En ligne","Presse (Abonnements)","2026-11-23 06:31:34.587371","30.00","2026-11-23 06:31:34.592006","FR7610107001011234567890129","passCulture-SCT-20261123-063134","{B}","0.00","0.00"
        "2","jeune@example.com","Librairie B","200000002","Librairie","20000000200011","Passé 5 j","Spectacle vivant","2026-11-23 06:31:34.641808","4.00","None","FR7610107001011234567890129","passCulture-SCT-20261123-063134","{B}","1.00","4.00"
        "2","jeune@example.com","Sans IBAN","300000003","Salle C","30000000300011","Livre C","Livre — Édition","2026-11-23 06:31:34.664535","7.00","2026-11-23 06:31:34.673585","","","None","1.00","7.00"
        "2","jeune@example.com","Même IBAN que A","400000004","Salle D","40000000400011","Livre D","Livre — Édition","2026-11-23 06:31:34.683616","8.00","2026-11-23 06:31:34.688467","FR7630006000011234567890189","passCulture-SCT-20261123-063134","{A2}","1.00","8.00"
        "1","riche@example.com","Grosse structure","500000005","Salle E","50000000500011","Gala","Spectacle vivant","2026-11-23 06:31:34.697305","10000.00","2026-11-23 06:31:34.702021","FR7612548029989876543210917","passCulture-SCT-20261123-063134","{E}","1.00","10000.00"
        "1","riche@example.com","Grosse structure","500000005","Salle E","50000000500011","Gala 2","Spectacle vivant","2026-11-23 06:31:34.709666","13000.00","2026-11-23 06:31:34.714625","FR7612548029989876543210917","passCulture-SCT-20261123-063134","{E}","1.00","13000.00"
        "1","riche@example.com","Grosse structure","500000005","Salle E","50000000500011","Centime","Livre — Édition","2026-11-23 06:31:34.722886","0.01","2026-11-23 06:31:34.727489","FR7612548029989876543210917","passCulture-SCT-20261123-063134","{E}","0.00","0.00"
        "1","riche@example.com","Grosse structure","500000005","Salle E","50000000500011","Au-dessus","Livre — Édition","2026-11-23 06:31:34.735892","500.00","2026-11-23 06:31:34.740529","FR7612548029989876543210917","passCulture-SCT-20261123-063134","{E}","0.00","0.00"

        """

    /// The order to the bank, of its first transfer alone.
    static let order = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03">
            <CstmrCdtTrfInitn>
                <GrpHdr>
                    <MsgId>passCulture-SCT-20261123-063050</MsgId>
                    <CreDtTm>2026-11-23T06:30:50.347519</CreDtTm>
                    <NbOfTxs>1</NbOfTxs>
                    <CtrlSum>30.50</CtrlSum>
                    <InitgPty>
                        <Nm>pass Culture</Nm>
                        <Id>
                            <OrgId>
                                <Othr>
                                    <Id>0000</Id>
                                </Othr>
                            </OrgId>
                        </Id>
                    </InitgPty>
                </GrpHdr>
                <PmtInf>
                    <PmtInfId>passCulture-SCT-20261123-063050</PmtInfId>
                    <PmtMtd>TRF</PmtMtd>
                    <NbOfTxs>1</NbOfTxs>
                    <CtrlSum>30.50</CtrlSum>
                    <PmtTpInf>
                        <SvcLvl>
                            <Cd>SEPA</Cd>
                        </SvcLvl>
                        <CtgyPurp>
                            <Cd>GOVT</Cd>
                        </CtgyPurp>
                    </PmtTpInf>
                    <ReqdExctnDt>2026-11-30</ReqdExctnDt>
                    <Dbtr>
                        <Nm>pass Culture</Nm>
                    </Dbtr>
                    <DbtrAcct>
                        <Id>
                            <IBAN>FR7630001007941234567890185</IBAN>
                        </Id>
                    </DbtrAcct>
                    <DbtrAgt>
                        <FinInstnId>
                            <BIC>BDFEFRPPCCT</BIC>
                        </FinInstnId>
                    </DbtrAgt>
                    <ChrgBr>SLEV</ChrgBr>
                    
                    <CdtTrfTxInf>
                        <PmtId>
                            <EndToEndId>09a502ca0a4a4fd4b69349a081b99a5d</EndToEndId>
                        </PmtId>
                        <Amt>
                            <InstdAmt Ccy="EUR">30.50</InstdAmt>
                        </Amt>
                        <UltmtDbtr>
                            <Nm>pass Culture</Nm>
                        </UltmtDbtr>
                        <CdtrAgt>
                            <FinInstnId>
                                <BIC>PSSTFRPPPAR</BIC>
                            </FinInstnId>
                        </CdtrAgt>
                        <Cdtr>
                            <Nm>Théâtre &amp; Cie &lt;L&#39;Œuvre&gt;</Nm>
                            <Id>
                                <OrgId>
                                    <Othr>
                                        <Id>100000001</Id>
                                    </Othr>
                                </OrgId>
                            </Id>
                        </Cdtr>
                        <CdtrAcct>
                            <Id>
                                <IBAN>FR1420041010050500013M02606</IBAN>
                            </Id>
                        </CdtrAcct>
                        <Purp>
                            <Cd>GOVT</Cd>
                        </Purp>
                        <RmtInf>
                            <Ustrd>pass Culture Pro - remboursement 2nde quinzaine 11-2026</Ustrd>
                        </RmtInf>
                    </CdtTrfTxInf>
                    
                </PmtInf>
            </CstmrCdtTrfInitn>
        </Document>
        """

    /// The balances.
    static let wallets = """
        "ID de l'utilisateur","Solde théorique","Solde réel"
        1,176499.99,176499.99
        2,372.50,382.50

        """
}
