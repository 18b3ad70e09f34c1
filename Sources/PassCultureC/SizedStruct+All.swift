// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture

extension pc_config: SizedStruct {
    static var name: String { "pc_config" }
}

extension pc_provider: SizedStruct {
    static var name: String { "pc_provider" }
}

extension pc_sale: SizedStruct {
    static var name: String { "pc_sale" }
}

extension pc_check_result: SizedStruct {
    static var name: String { "pc_check_result" }
}

extension pc_validation: SizedStruct {
    static var name: String { "pc_validation" }
}

extension pc_attempt: SizedStruct {
    static var name: String { "pc_attempt" }
}

extension pc_reconciliation: SizedStruct {
    static var name: String { "pc_reconciliation" }
}

extension pc_error: SizedStruct {
    static var name: String { "pc_error" }
}
