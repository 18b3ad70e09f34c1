// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A person with an account on the platform under test.
struct Account: Sendable {
    /// The log-in.
    let email: String
    /// The password, made up by us.
    let password: String
    /// The id that the platform gave.
    let id: String
    /// The name shown to others.
    let publicName: String
    /// The cookies of the session.
    let jar: CookieJar

    /// The password of every account that the suite makes.
    static let password = "Azerty123456!@"

    /// A place for an account that is not there yet.
    static let nobody = Account(email: "", password: "", id: "", publicName: "", jar: CookieJar())
}
