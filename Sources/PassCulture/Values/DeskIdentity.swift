// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// As whom a till asks, which decides the ``Edition`` it speaks: the one line that a till changes to go from one to the other.
///
/// ```swift
/// let today = DeskIdentity.provider(key: key, venue: 1234, department: "93")
/// let of2018 = DeskIdentity.portal(email: "caisse@librairie.example", password: password)
/// let desk = try passCulture.desk(as: today, outbox: outbox)
/// ```
///
/// Hidden from every kind of printing.
public struct DeskIdentity: Hashable, Sendable, Masked {
    private enum Kind: Hashable, Sendable {
        case portal(email: String, password: String)
        case provider(ProviderKey, venue: Int, department: String?)
    }

    private let kind: Kind

    /// The partner's own log-in at the portal, letter by letter: the edition of 2018.
    public static func portal(email: String, password: String) -> DeskIdentity {
        DeskIdentity(kind: .portal(email: email, password: password))
    }

    /// The vendor's key and the venue that the till stands in: today's edition.
    ///
    /// - Parameters:
    ///   - key: The key of the environment that is spoken to.
    ///   - venue: The number of the venue, 1 or more. The key opens the vendor's other clients too, so a countermark of another venue is refused as
    ///     ``Refusal/Reason/wrongVenue``.
    ///   - department: The département of the venue, such as `93` or `974`, by whose clocks the platform says from when a countermark can be
    ///     validated; the time of Paris unless given.
    public static func provider(key: ProviderKey, venue: Int, department: String? = nil) -> DeskIdentity {
        DeskIdentity(kind: .provider(key, venue: venue, department: department))
    }

    /// The edition that such a till speaks.
    public var edition: Edition {
        switch kind {
        case .portal: .prototype2018
        case .provider: .publicV1
        }
    }

    /// How the edition speaks, for who it is.
    ///
    /// - Throws: ``PassCultureError`` with the code ``PassCultureError/Code/invalidConfiguration`` when a log-in cannot be sent as it is, or
    ///   a venue cannot have that number.
    func dialect() throws(PassCultureError) -> any Dialect {
        switch kind {
        case .portal(let email, let password):
            let logIn = try DeskLogIn(email: email, password: password)
            return Prototype2018(identity: .desk(logIn))
        case .provider(let key, let venue, let department):
            guard venue > 0 else {
                throw PassCultureError(.invalidConfiguration, detail: "\(venue) is the number of no venue")
            }
            return PublicV1(key: key, venue: venue, zone: .officialTime(inDepartment: department))
        }
    }
}
