// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// A file that comes with a mail: known here by what it is about, and written when somebody fetches it.
struct MailAttachment: Sendable, Hashable {
    /// Which file.
    let file: BatchFile
    /// The run of the payments that it is about.
    let batch: PaymentBatch

    /// Its name.
    var name: String { file.name(of: batch) }
}
