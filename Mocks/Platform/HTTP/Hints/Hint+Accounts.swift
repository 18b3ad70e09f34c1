// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

// Accounts and their links (`contract 2018-12 §4`).
extension Hint {
    /// No such account.
    static let unknownEmail = Hint(
        "No account has this e-mail, which is compared to the letter: capitals and blanks count.")
    /// An account whose address was not validated.
    static let awaitsValidation = Hint(
        "Follow the link of the validation mail, with an Origin: GET /_control/mails shows the mail.")
    /// A link that is used up or unknown.
    static let usedLink = Hint(
        "The link was followed before, or is none of this platform's: GET /_control/mails shows those that it sent.")

    /// The hints of this page.
    static let accounts = [unknownEmail, awaitsValidation, usedLink]

    /// Why a log-in was refused.
    static func signIn(_ refusal: SignInRefusal) -> Hint? {
        switch refusal {
        case .unknownIdentifier: unknownEmail
        case .notValidated: awaitsValidation
        case .wrongPassword: nil
        }
    }
}
