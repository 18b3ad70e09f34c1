// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

extension MailWriter {
    /// The mails of a run of the payments, each with its file: the order, the details, the balances (`contract 2018-12 §9.4`).
    ///
    /// Without a transfer there is no order; the two lists go out all the same, the balances under a subject of their own. In the
    /// service the balances left as details, and neither list left without an order. Its recipients of both lists were a setting.
    func paymentMails(_ batch: PaymentBatch) -> [Mail] {
        let date = CivilDate(batch.at).iso8601
        return BatchFile.allCases.filter { $0 != .transfers || !batch.transferIDs.isEmpty }.flatMap { file in
            mail(
                from: .payments, to: [MailSender.developers], "\(file.subject) - \(date)", .empty,
                attachments: [MailAttachment(file: file, batch: batch)])
        }
    }
}
