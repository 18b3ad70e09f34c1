// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// The young person who booked, as a call of pass Culture tells of them; hidden from every kind of printing.
public struct Beneficiary: Hashable, Sendable, Masked {
    /// The e-mail address, as it came.
    public let email: String
    /// The first name.
    public let firstName: String
    /// The last name.
    public let lastName: String
    /// The date of birth; always told by the contract, and nothing if it was not: no sale fails for it.
    public let birthDate: CivilDate?
    /// The telephone number, if there is one.
    public let phone: String?
}
