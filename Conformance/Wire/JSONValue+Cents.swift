// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension JSONValue {
    /// The number as cents, when it is one and has no more than two decimals that count.
    var cents: Int64? {
        numberValue?.scaled(2)
    }

    /// An amount in cents as a number of euros, two decimals.
    static func euros(_ cents: Int64) -> JSONValue {
        .number(JSONNumber(cents: cents))
    }
}
