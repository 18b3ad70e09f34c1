// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

// As the comments have it, their columns included.
// swift-format-ignore-file

import PassCulture
import PassCultureTesting

/// The examples in the comments of the SDK's declarations, as the compiler sees them; a house rule holds the comments to this file. What stands
/// around each is what its reader has already.
private enum DocumentedExamples {
    struct Request { let url: String }

    static func till(password: String) async throws {
        let passCulture = PassCulture(.integration)
        let outbox = try SQLiteOutbox(path: "/var/lib/caisse/passculture.db")
        let desk = try passCulture.desk(email: "caisse@librairie.example", password: password, outbox: outbox)
        let code = try Countermark("ly sy-u9")                 // as typed, pasted or scanned

        let check = try await desk.check(code)
        print(check.cashier.french)                            // "Contremarque valable : remettez, puis validez."
        switch check {
        case .valid, .provisional:                             // provisional: no line, and the day list knows it
            let outcome = try await desk.validate(code)        // once; never again by itself
            print(outcome.cashier.french)                      // "Contremarque validée.", refused … or "Réponse non reçue …"
        case .refused, .taken:                                 // taken: this venue dealt with it already
            break                                              // hand nothing over
        }
    }

    static func link(_ request: Request, _ passCulture: PassCulture, _ template: DigitalLink.Template) async throws {
        let link = try DigitalLink(request.url, template: template)
        let outcome = try await passCulture.openDesk.validate(link.countermark, email: link.email, offer: link.offer)
        print(outcome)
    }

    static func template(_ request: Request, _ passCulture: PassCulture) async throws {
        let template = try DigitalLink.Template("www.site.example/?email={email}&offerID={offerId}&token={token}")
        let link = try DigitalLink(request.url, template: template)        // the address as it came, or from its path on
        let outcome = try await passCulture.openDesk.validate(link.countermark, email: link.email, offer: link.offer)
        print(outcome)
    }

    static func receipt(
        _ passCulture: PassCulture, _ code: Countermark, password: String, printReceipt: (Validated) -> Void,
        show: (String) -> Void
    ) async throws {
        let outbox = try SQLiteOutbox(path: "/var/lib/caisse/passculture.db")
        let desk = try passCulture.desk(email: "caisse@librairie.example", password: password, outbox: outbox)
        switch try await desk.validate(code) {
        case .validated(let validated): printReceipt(validated)
        case let other: show(other.cashier.french)
        }
    }

    static func identities(
        _ passCulture: PassCulture, _ key: ProviderKey, password: String, _ outbox: SQLiteOutbox
    ) throws {
        let today = DeskIdentity.provider(key: key, venue: 1234, department: "93")
        let of2018 = DeskIdentity.portal(email: "caisse@librairie.example", password: password)
        let desk = try passCulture.desk(as: today, outbox: outbox)
        print(of2018, desk)
    }

    struct AlwaysValid: Transport {
        func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
            TransportResponse(status: 204)
        }
        func sendBlocking(_ request: TransportRequest) throws(TransportFailure) -> TransportResponse {
            TransportResponse(status: 204)
        }
    }

    static func events(_ publisher: Publisher, show: (String) -> Void) async throws {
        for try await event in publisher.events(venue: 42) { show(event.offer.name) }
    }

    static func category() {
        let play = CategoryFields(.spectacleRepresentation, author: "Molière", showType: ShowType("THEATRE", "COMEDIE"))
        print(play)
    }

    static func publishing(
        _ text: String, _ draft: EventDraft, remember: (Int) -> Void, show: (Any) -> Void, lookFor: (String?) -> Void
    ) async throws {
        let publisher = PassCulture(.integration).publisher(key: try ProviderKey(text))
        switch try await publisher.createEvent(draft) {
        case .done(let event): remember(event.id)
        case .refused(let refusal): show(refusal.flaws)        // by key path; nothing has changed
        case .unknown: lookFor(draft.offer.idAtProvider)       // sent, and the answer lost: look before you send again
        }
    }

    static func webhook(_ handler: WebhookHandler) async throws {
        let signer = WebhookSigner(try HMACKey("a key for tests"))
        let call = signer.request(SampleWebhook.booking(quantity: 2), as: .compactUTF8)
        let response = await handler.respond(to: call, at: .booking)
        print(response)
    }

    static func answer() {
        let transport = FakeTransport([.answer(PublicAnswer.alreadyValidated.response)])
        print(transport)
    }

    static func time() {
        let time = VirtualTime()
        let transport = FakeTransport([.fail(TransportFailure(.noAnswer)), .status(204)])
        let passCulture = PassCulture(.integration, options: Options(time: time), transport: transport)
        // … a check: the second attempt comes at once, and time.waits tells how long it would have been waited for.
        print(passCulture)
    }

    static func magic() throws {
        let desk = try PassCulture(.integration, transport: MagicTransport())
            .desk(email: "caisse@example.fr", password: "secret", outbox: MemoryOutbox())
        print(try desk.validateBlocking(try Countermark("MAGEDE")))   // refused: already validated
        print(try desk.validateBlocking(try Countermark("MAGEPE")))   // done, and the answer lost
    }

    static func powerCut(_ desk: Desk, _ code: Countermark) {
        let outbox = MemoryOutbox()
        outbox.kill(atWrite: 2, .afterwards)            // the second write is durable, and nothing is heard of it
        _ = try? desk.validateBlocking(code)            // the till is off
        let survivor = outbox.restarted()               // what the disk held
        print(survivor)
    }

    static func fake() throws {
        let transport = FakeTransport([.answer(SampleAnswer.alreadyValidated.response)])
        let desk = try PassCulture(.integration, transport: transport).plainDesk(email: "caisse@example.fr", password: "secret")
        let outcome = try desk.validateBlocking(try Countermark("ABCD23"))
        // outcome.cashier.french == "Contremarque déjà validée : ne remettez rien."
        // transport.requests.count == 1
        print(outcome)
    }
}
