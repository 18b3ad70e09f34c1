// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

extension MailWriter {
    /// The mails of a run of the payments, each with its file: the order, the details, the balances (`contract 2018-12 §9.4`).
    ///
    /// Without a transfer there is no order; the two lists go out all the same, the balances under a subject of their own. In the
    /// service the balances left as details, and neither list left without an order. Its recipients of both lists were a setting.
    ///
    /// It asks nothing of the platform's state: a leap over the years runs many batches, and copies it for none.
    static func paymentMails(_ batch: PaymentBatch) -> [Mail] {
        let date = CivilDate(batch.at).iso8601
        var mails: [Mail] = []
        for file in BatchFile.allCases where file != .transfers || !batch.transferIDs.isEmpty {
            mails.append(
                Mail(
                    from: .payments, to: payers, subject: file.subject + " - " + date, at: batch.at, body: .empty,
                    attachments: [MailAttachment(file: file, batch: batch)]))
        }
        return mails
    }

    private static let payers = [MailSender.developers]
}
