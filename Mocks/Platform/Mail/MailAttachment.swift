// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// A file that comes with a mail: named here, and written when somebody fetches it.
struct MailAttachment: Sendable, Hashable {
    /// The run of the payments that it is about.
    let batchID: Identifier<PaymentBatch>
    /// Which of its files.
    let file: BatchFile
    /// Its name.
    let name: String

    /// Creates the attachment that brings a batch's file.
    init(_ file: BatchFile, of batch: PaymentBatch) {
        batchID = batch.id
        self.file = file
        name = file.name(of: batch)
    }
}
