// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// A copy of the platform on which commands are tried before anything is made, so that what is refused in the end leaves nothing behind.
struct Rehearsal {
    /// What has become of the copy.
    private(set) var state: PlatformState
    /// The platform's time.
    let now: Instant

    /// Begins with the platform as it is.
    init(_ service: Service) {
        (state, now) = service.read { state, now in (state, now) }
    }

    /// Tries a command.
    mutating func perform(_ command: Command) throws(WireError) {
        var drawing = SystemRandomNumberGenerator()
        do throws(Refusal) {
            for event in try state.decide(command, at: now, drawing: &drawing) { state.evolve(event) }
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
