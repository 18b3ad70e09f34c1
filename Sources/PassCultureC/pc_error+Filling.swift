// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import PassCulture

extension pc_error {
    /// What a call failed with.
    init(_ trouble: Trouble) {
        self.init()
        status = trouble.status
        http_status = trouble.httpStatus
        nothing_was_sent = trouble.nothingWasSent ? 1 : 0
        write(trouble.code, \.code)
        write(trouble.detail, \.detail)
        write(trouble.cashier.french, \.cashier_fr)
        write(trouble.cashier.english, \.cashier_en)
    }
}
