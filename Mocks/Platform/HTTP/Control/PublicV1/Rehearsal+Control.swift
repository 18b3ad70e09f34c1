// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

extension Rehearsal {
    /// Tries a command; what is refused is told as the control API tells it.
    mutating func perform(_ command: Command) throws(WireError) {
        do throws(Refusal) {
            try carryOut(command)
        } catch {
            throw .control(error)
        }
    }

    /// Tries a booking, by a beneficiary who would be made if nobody is named.
    mutating func book(
        by userID: Identifier<User>?, stock stockID: Identifier<Stock>, quantity: Int
    ) throws(WireError) {
        var booker = userID
        if userID == nil {
            try perform(.publicV1(.createBeneficiary(MadeBeneficiary().draft(in: state, at: now))))
            booker = Identifier(Int64(state.users.count))
        }
        guard let booker else { throw .serverFault }
        try perform(.book(by: booker, stock: stockID, quantity: quantity, recommendation: nil))
    }
}
