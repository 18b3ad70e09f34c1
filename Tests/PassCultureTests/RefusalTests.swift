// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Testing

@testable import PassCulture

@Suite("A refusal")
struct RefusalTests {
    @Test(
        "says afterwards what it means for a good that may have left, never to hand nothing over",
        arguments: [
            (
                Refusal.Reason.cancelled,
                "Réservation annulée : rien n'a été validé, et sans validation ce qui a été remis",
                "Booking cancelled: nothing was validated, and without it what was handed over"
            ),
            (
                .platformRefused, "Demande refusée par le pass Culture : rien n'a été validé, et sans validation",
                "The pass Culture refused the request: nothing was validated, and without it"
            ),
            (
                .reimbursed, "Contremarque déjà validée et remboursée : si ce n'est pas par votre établissement,",
                "Countermark already validated and reimbursed: unless your own venue did it,"
            ),
            (
                .wrongVenue, "Contremarque d'un autre lieu : rien n'a été validé. Vérifiez le lieu de la caisse ;",
                "Countermark of another venue: nothing was validated. Check the till's venue;"
            ),
        ])
    func afterwards(reason: Refusal.Reason, french: String, english: String) {
        let said = Refusal(reason: reason, status: 410, basis: .sentence, serverSentences: []).afterwards
        #expect(said.french.hasPrefix(french), "\(said.french)")
        #expect(said.english.hasPrefix(english), "\(said.english)")
        #expect(said.french.hasSuffix(" notez le numéro et prévenez votre responsable."))
        #expect(said.english.hasSuffix(" note the number and tell your manager."))
        #expect(!said.french.contains("ne remettez rien"))
    }

    /// What is refused, the same for a check and a validation; `nil` when it was none.
    private func refusal(_ method: String, _ response: TransportResponse, _ mode: Mode, _ way: Way) async throws
        -> Refusal?
    {
        let counter = try Counter([.answer(response)])
        if method == "GET" {
            guard case .refused(let refusal) = try await counter.verify(mode, way) else { return nil }
            return refusal
        }
        guard case .refused(let refusal) = try await counter.validate(mode, way) else { return nil }
        #expect(counter.transport.requests.count == 1)
        return refusal
    }

    @Test(
        "is told to the letter as the table has it: at the desk, of a reversal, and afterwards",
        arguments: RefusalSentences.rows)
    func sentences(row: RefusalSentences.Row) {
        let read = Refusal(reason: row.reason, status: 410, basis: .sentence, serverSentences: [])
        #expect(read.cashier == row.desk)
        #expect(Reversal.refused(read).cashier == row.reversal)
        #expect(read.afterwards == row.afterwards)
        let guessed = Refusal(reason: row.reason, status: 410, basis: .status, serverSentences: [])
        #expect(guessed.cashier == row.desk.followed(by: .unusualAnswer))
        // That the booking is cancelled already is what was wanted.
        let isDone = row.reason == .cancelled
        let reversal = isDone ? row.reversal : row.reversal.followed(by: .unusualAnswer)
        #expect(Reversal.refused(guessed).cashier == reversal)
        #expect(guessed.afterwards == row.afterwards)
    }

    @Test("has a row in that table, whatever an answer can be read as")
    func complete() {
        let today = CountermarkCall.Operation.allCases.flatMap { PublicRefusalTable.rows(for: $0).map(\.reason) }
        let read = Set(today + RefusalTable.sentences.map(\.reason))
        let told = Set(RefusalSentences.rows.map(\.reason))
        #expect(read.subtracting(told).isEmpty)
        #expect(told.count == RefusalSentences.rows.count)
    }

    @Test("with a time says nothing of the good to who wanted something taken back")
    func reversedTooEarly() {
        let refusal = Refusal(
            reason: .tooEarly, status: 403, basis: .sentence, serverSentences: [], validFrom: .epoch, zone: .utc)
        let said = Reversal.refused(refusal).cashier
        #expect(
            said.french.hasSuffix(" à partir du 1er janvier 1970 à 00:00 ; rien n'a été changé côté pass Culture."),
            "\(said.french)")
        #expect(said.english.hasSuffix(" (local time) on; nothing was changed at the pass Culture."))
    }

    @Test(
        "has the same reason whether it is worded as documented or as observed, in both loops",
        arguments: SampleAnswer.documented.filter { $0.reason != nil } + SampleAnswer.observedRefusals)
    func samples(sample: SampleAnswer) async throws {
        for method in sample.methods {
            for way in Way.allCases {
                let refusal = try await refusal(method, sample.response, .open, way)
                #expect(refusal?.reason == sample.reason)
                #expect(refusal?.basis == .sentence)
                #expect(refusal?.status == sample.response.status)
            }
        }
    }

    @Test(
        "has the same reason as JSON, as a page, as plain text and with a typographic apostrophe",
        arguments: [
            (404, "Ce coupon n'a pas été trouvé", Refusal.Reason.unknownCountermark),
            (404, "Cette contremarque n'a pas été trouvée", .unknownCountermark),
            (404, "La page que vous recherchez n'existe pas", .badOfferID),
            (410, "Cette réservation a déjà été validée", .alreadyValidated),
            (410, "Cette réservation a été annulée", .cancelled),
            (403, "Cette structure n'est pas enregistrée chez cet utilisateur.", .notYours),
            (403, "API key or login required", .logInRefused),
            (401, "Identifiant incorrect", .logInUnknown),
            (401, "Ce compte n'est pas validé.", .logInNotConfirmed),
            (401, "Mot de passe incorrect", .logInWrongPassword),
            (401, "Authentification nécessaire", .logInRefused),
            (
                400, "Vous devez préciser l'email de l'utilisateur quand vous n'êtes pas connecté(e)",
                .incompleteRequest
            ),
        ])
    func forms(status: Int, sentence: String, reason: Refusal.Reason) async throws {
        let typographic = sentence.replacing("'", with: "\u{2019}")
        let bodies = [
            "{\"global\": [\"\(sentence)\"]}", "{\"anything\":\"\(sentence)\"}", "{\"global\":[\"\(typographic)\"]}",
            "{\"errors\":{\"global\":[\"\(sentence)\"]}}", "\"\(sentence)\"", sentence, sentence.uppercased(),
            "<!DOCTYPE html><title>Erreur</title>\n<p>\(sentence)</p>", "  \(sentence)\r\n",
        ]
        for body in bodies {
            for method in ["GET", "PATCH"] {
                let refusal = try await refusal(method, TransportResponse(status: status, text: body), .open, .blocking)
                #expect(refusal?.reason == reason, "\(method) \(body)")
            }
        }
    }

    @Test(
        "without a sentence of the contract goes by the key, and else by the status, and says that it was unusual",
        arguments: [
            (400, #"{"email":["adresse manquante"]}"#, Refusal.Reason.incompleteRequest, Refusal.Basis.key),
            (400, #"{"offer_id":["offre manquante"]}"#, .incompleteRequest, .key),
            (401, #"{"password":["non"]}"#, .logInWrongPassword, .key),
            (401, #"{"identifier":["non"]}"#, .logInRefused, .key),
            (400, #"{"global":["Header non autorisé"]}"#, .platformRefused, .status),
            (400, "", .platformRefused, .status),
            (400, "<h1>400 Bad Request</h1>", .platformRefused, .status),
            (401, "", .logInRefused, .status),
            (401, "<h1>401</h1>", .logInRefused, .status),
            (403, "", .notYours, .status),
            (404, "", .unknownCountermark, .status),
            (404, "<h1>404 Not Found</h1>", .unknownCountermark, .status),
            (404, #"{"global":["Rien de tel"]}"#, .unknownCountermark, .status),
            (410, "", .noLongerValid, .status),
            (410, "<h1>Gone</h1>", .noLongerValid, .status),
            (410, #"{"booking":["C'est trop tard"]}"#, .noLongerValid, .status),
            (405, "<h1>405 Method Not Allowed</h1>", .platformRefused, .status),
            (418, "\u{0}\u{1}", .platformRefused, .status),
            (422, "[1,2,{}]", .platformRefused, .status),
        ])
    func withoutSentence(status: Int, body: String, reason: Refusal.Reason, basis: Refusal.Basis) async throws {
        for method in ["GET", "PATCH"] {
            for way in Way.allCases {
                let response = TransportResponse(status: status, text: body)
                let refusal = try await refusal(method, response, .desk, way)
                #expect(refusal?.reason == reason)
                #expect(refusal?.basis == basis)
                #expect(refusal?.cashier.french.contains("Réponse inhabituelle") == (basis == .status))
            }
        }
    }

    @Test("of bytes that are no text at all still has a reason")
    func rubbish() async throws {
        let response = TransportResponse(status: 410, body: [0xFF, 0xFE, 0x00, 0xC0, 0xAF])
        let refusal = try await refusal("PATCH", response, .desk, .async)
        #expect(refusal?.reason == .noLongerValid)
    }

    @Test("keeps the platform's own sentences, keys and typos included, in their order")
    func sentences() async throws {
        let refusal = try await refusal("PATCH", SampleAnswer.validationWithoutAnything.response, .open, .blocking)
        #expect(
            refusal?.serverSentences == [
                ServerSentence(
                    key: "email",
                    text: "L'adresse email qui a servie à la réservation est obligatoire dans l'URL [?email=<email>]"),
                ServerSentence(
                    key: "offer_id", text: "L'id de l'offre réservée est obligatoire dans l'URL [?offer_id=<id>]"),
            ])
        let single = TransportResponse(status: 400, text: #"{"global":"Deconnecté"}"#)
        #expect(
            try await self.refusal("GET", single, .desk, .blocking)?.serverSentences
                == [ServerSentence(key: "global", text: "Deconnecté")])
        let plain = TransportResponse(status: 403, contentType: "text/html", text: "API key or login required")
        #expect(
            try await self.refusal("GET", plain, .desk, .blocking)?.serverSentences
                == [ServerSentence(key: nil, text: "API key or login required")])
    }

    @Test("for a page that does not exist blames the offer id only where one was sent")
    func badOffer() async throws {
        let response = SampleAnswer.badOfferID.response
        #expect(try await refusal("GET", response, .open, .blocking)?.reason == .badOfferID)
        #expect(try await refusal("GET", response, .desk, .blocking)?.reason == .platformRefused)
    }

    @Test("tells the cashier in French and in English what to do")
    func cashier() {
        let reasons: [Refusal.Reason] = [
            .unknownCountermark, .alreadyValidated, .cancelled, .noLongerValid, .notYours, .incompleteRequest,
            .badOfferID, .logInUnknown, .logInNotConfirmed, .logInWrongPassword, .logInRefused, .platformRefused,
        ]
        #expect(Refusal.Reason.alreadyValidated.cashier.french == "Contremarque déjà validée : ne remettez rien.")
        for reason in reasons {
            #expect(reason.cashier.french.contains("ne remettez rien"))
            #expect(reason.cashier.english.contains("hand nothing over"))
        }
        #expect(Set(reasons.map(\.code)).count == reasons.count)
        #expect(reasons.filter(\.isLogIn).count == 4)
    }

    @Test("of today's edition tells the cashier in two languages, and hands nothing over where a good is at stake")
    func cashierToday() {
        let reasons: [String: Refusal.Reason] = [
            "too-early": .tooEarly, "reimbursed": .reimbursed, "structure-closed": .structureClosed,
            "wrong-venue": .wrongVenue, "key-refused": .keyRefused, "provider-inactive": .providerInactive,
        ]
        for (code, reason) in reasons {
            #expect(reason.code == code)
            #expect(reason.cashier.french.contains("ne remettez rien"))
            #expect(reason.cashier.english.contains("hand nothing over"))
        }
        #expect(reasons.values.filter(\.isLogIn).count == 2)
        let others: [String: Refusal.Reason] = [
            "not-used": .notUsed, "too-late-to-cancel": .tooLateToCancel, "cannot-be-undone": .cannotBeUndone,
            "already-cancelled": .alreadyCancelled, "validated": .validated, "not-cancelled": .notCancelled,
            "not-undone": .notUndone,
        ]
        for (code, reason) in others { #expect(reason.code == code) }
    }

    @Test("has codes that stay as they are")
    func codes() {
        #expect(Refusal.Reason.unknownCountermark.code == "unknown-countermark")
        #expect(Refusal.Reason.alreadyValidated.code == "already-validated")
        #expect(Refusal.Reason.cancelled.code == "cancelled")
        #expect(Refusal.Reason.notYours.code == "not-yours")
        #expect(Refusal.Reason.incompleteRequest.code == "incomplete-request")
        #expect(Refusal.Reason.badOfferID.code == "bad-offer-id")
        #expect(Refusal.Reason.logInWrongPassword.code == "log-in-wrong-password")
    }
}
