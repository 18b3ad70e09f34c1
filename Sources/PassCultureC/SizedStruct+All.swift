// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture

extension pc_config: SizedStruct {
    static var name: String { "pc_config" }
    static var leastSize: Int { 120 }
}

extension pc_provider: SizedStruct {
    static var name: String { "pc_provider" }
    static var leastSize: Int { 32 }
}

extension pc_sale: SizedStruct {
    static var name: String { "pc_sale" }
    static var leastSize: Int { 24 }
}

extension pc_check_result: SizedStruct {
    static var name: String { "pc_check_result" }
    static var leastSize: Int { 2_096 }
}

extension pc_validation: SizedStruct {
    static var name: String { "pc_validation" }
    static var leastSize: Int { 1_152 }
}

extension pc_attempt: SizedStruct {
    static var name: String { "pc_attempt" }
    static var leastSize: Int { 96 }
}

extension pc_reconciliation: SizedStruct {
    static var name: String { "pc_reconciliation" }
    static var leastSize: Int { 32 }
}

extension pc_error: SizedStruct {
    static var name: String { "pc_error" }
    static var leastSize: Int { 1_616 }
}
