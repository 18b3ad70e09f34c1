// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform
import PlatformDomain
import Testing

@Suite("Answers")
struct AnswerTests {
    @Test func jsonIsSortedCompactASCIIWithALineFeed() {
        let answer = Answer.json(["b": ["é", 1, .null], "a": .number(JSONNumber(cents: 1000))], status: 201)
        #expect(answer.status == 201)
        #expect(answer.contentType == "application/json")
        #expect(answer.text == #"{"a":10.00,"b":["\u00e9",1,null]}"# + "\n")
    }

    @Test func textsAndEmptyAnswersAreCalledHTML() {
        #expect(Answer.text("x").contentType == "text/html; charset=utf-8")
        #expect(Answer.empty().contentType == "text/html; charset=utf-8")
        #expect(Answer.empty().status == 204)
        #expect(Answer.empty(204, contentType: "application/json").contentType == "application/json")
    }

    @Test func thePageIsTheFrameworks() {
        #expect(
            Answer.html(405).text == """
                <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">
                <title>405 Method Not Allowed</title>
                <h1>Method Not Allowed</h1>
                <p>The method is not allowed for the requested URL.</p>

                """)
    }

    @Test(arguments: [
        (WireError.notSignedIn, #"401 {"global":["Authentification nécessaire"]}"#),
        (.keyOrLogInRequired, "403 API key or login required"),
        (.forbiddenOfferer, #"403 {"global":["Cette structure n'est pas enregistrée chez cet utilisateur."]}"#),
        (.htmlNotFound, "404 (page)"), (.badRequestPage, "400 (page)"), (.jsonExpected, "400 JSON data expected"),
        (.originRefused, #"400 {"global":["Header non autorisé"]}"#),
        (
            .technical,
            #"400 {"global":["Une erreur technique s'est produite. Elle a été notée, et nous allons investiguer au plus "#
                + #"vite."]}"#
        ),
        (.signInRefused(.unknownIdentifier), #"401 {"identifier":["Identifiant incorrect"]}"#),
        (.signInRefused(.notValidated), #"401 {"identifier":["Ce compte n'est pas validé."]}"#),
        (.signInRefused(.wrongPassword), #"401 {"password":["Mot de passe incorrect"]}"#),
    ])
    func sharedErrorsHaveTheContractsWords(error: WireError, line: String) {
        #expect(error.answer.line == line)
    }

    @Test func amountsAndCoordinatesKeepTheirDecimals() {
        #expect(WireJSON.euros(Euros(cents: 1000)).text == "10.00")
        #expect(WireJSON.sum(.zero).text == "0")
        #expect(WireJSON.sum(Euros(cents: 49999)).text == "499.99")
        #expect(WireJSON.coordinate(4_886_000).text == "48.86000")
        #expect(WireJSON.coordinate(-7).text == "-0.00007")
        #expect(WireJSON.coordinate(nil) == .null)
        #expect(WireJSON.accessibility.text([.escapeNonASCII]) == #""\u0000""#)
    }
}
