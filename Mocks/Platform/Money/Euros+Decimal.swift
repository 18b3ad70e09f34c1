// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

extension Euros {
    /// The amount with its two decimals, as files and mails write it: `10.00`.
    var decimal: String {
        let (euros, cents) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(self < .zero ? "-" : "")\(euros).\(cents < 10 ? "0" : "")\(cents)"
    }
}
