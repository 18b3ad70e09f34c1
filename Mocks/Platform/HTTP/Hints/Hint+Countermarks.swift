// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

// Countermarks (`contract 2018-12 §2`).
extension Hint {
    /// A raw plus sign in the query.
    static let rawPlus = Hint("The e-mail arrived with a blank in it: write + as %2B in the query.")
    /// The parameter of the documents' prose.
    static let offerID = Hint("The parameter is called offer_id: offerId is ignored.")
    /// A countermark in small letters.
    static let smallLetters = Hint("Countermarks are compared to the letter: send this one in capitals.")
    /// What can be no countermark.
    static let noCountermark = Hint(
        "A countermark has six characters, capitals and the digits 2 to 9, and neither O nor I.")
    /// A countermark that is unknown, or another's.
    static let otherCountermark = Hint(
        "The countermark is unknown here, or belongs to another e-mail or offer than those given, which are compared to the letter."
    )
    /// Nobody is signed in, and what they must give is missing.
    static let anonymousNeeds = Hint(
        "Nobody is signed in: give email and, to validate, offer_id in the query, or send Authorization: Basic.")

    /// The hints of this page.
    static let countermarks = [rawPlus, offerID, smallLetters, noCountermark, otherCountermark, anonymousNeeds]

    /// Why a countermark was not found, or what is missing, as far as the request shows it.
    static func countermark(_ call: Call, status: Int) -> Hint? {
        let token = call.parameters["token"] ?? ""
        let namesOffer = call.query("offer_id") == nil && call.query("offerId") != nil
        switch status {
        case 400: return namesOffer ? offerID : anonymousNeeds
        case 404:
            if call.query("email")?.contains(" ") == true { return rawPlus }
            if isCountermark(token) { return namesOffer ? offerID : otherCountermark }
            return isCountermark(token.uppercased()) ? smallLetters : noCountermark
        default: return nil
        }
    }

    private static func isCountermark(_ token: String) -> Bool {
        token.utf8.count == 6
            && token.unicodeScalars.allSatisfy { scalar in
                ("2"..."9").contains(scalar) || (("A"..."Z").contains(scalar) && scalar != "O" && scalar != "I")
            }
    }
}
