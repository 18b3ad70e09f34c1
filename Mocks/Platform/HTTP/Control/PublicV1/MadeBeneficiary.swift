// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// A beneficiary that the control API makes, with the names of a young person.
struct MadeBeneficiary: Sendable {
    /// The log-in; another one each time unless told.
    var email: String?
    /// First name.
    var firstName = "Camille"
    /// Last name.
    var lastName = "Martin"
    /// What may be spent.
    var credit = PublicV1Rules.credit
    /// The hash of a password; nobody can sign in without one.
    var passwordHash = ""

    /// Makes the beneficiary.
    func make(_ service: Service) throws(WireError) -> Identifier<User> {
        while true {
            let person = service.read { state, now in draft(in: state, at: now) }
            do throws(Refusal) {
                return try service.perform(.publicV1(.createBeneficiary(person))) { state, _ in
                    Identifier(Int64(state.users.count))
                }
            } catch .emailTaken where email == nil {
                // Another request took the address that was free a moment ago.
                continue
            } catch {
                throw .control(error)
            }
        }
    }

    /// What is said of the person.
    func draft(in state: PlatformState, at now: Instant) -> BeneficiaryDraft {
        var draft = BeneficiaryDraft(email: email ?? Self.freeEmail(state), passwordHash: passwordHash)
        draft.firstName = firstName
        draft.lastName = lastName
        draft.phoneNumber = "06 12 34 56 78"
        draft.postalCode = "75011"
        draft.dateOfBirth = Self.birth(before: now)
        draft.credit = credit
        return draft
    }

    /// An address that nobody has.
    private static func freeEmail(_ state: PlatformState) -> String {
        var number = state.users.count + 1
        while state.user(email: address(number)) != nil { number += 1 }
        return address(number)
    }

    private static func address(_ number: Int) -> String { "jeune\(number)@beneficiaires.example" }

    /// The person who was named, or a new one if nobody was.
    static func unless(_ id: Identifier<User>?, _ service: Service) throws(WireError) -> Identifier<User> {
        if let id { return id }
        return try MadeBeneficiary().make(service)
    }

    /// A birthday eighteen years ago.
    private static func birth(before now: Instant) -> Instant? {
        CivilDate(year: CivilDate(now).year - 18, month: 1, day: 15).map {
            Instant(microseconds: $0.daysSinceEpoch * Span.days(1).microseconds)
        }
    }
}
