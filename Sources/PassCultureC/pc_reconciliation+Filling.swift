// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import PassCulture

extension pc_reconciliation {
    /// What a reconciliation did, and what was open after it.
    init(_ done: Reconciliation, leaving open: [Attempt]) {
        self.init()
        let closed = done.counts
        stopped_by = (done.stoppedBy ?? done.passedOver.first?.fault).map { Trouble($0).status } ?? PC_OK
        validated = UInt32(clamping: closed[.confirmed] ?? 0)
        refused = UInt32(clamping: closed[.refused] ?? 0)
        waiting = UInt32(clamping: open.count { $0.state == .planned })
        probable = UInt32(clamping: open.count { $0.state == .probable })
        unknown = UInt32(clamping: open.count { [.unknown, .sent, .recalled].contains($0.state) })
        held = UInt32(clamping: done.held)
        other_venue = UInt32(clamping: done.elsewhere.count)
    }
}
