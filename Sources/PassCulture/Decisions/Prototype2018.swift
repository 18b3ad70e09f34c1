// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient

/// The countermark routes of December 2018: one path, GET to check and PATCH to validate (`contract 2018-12 §2`).
struct Prototype2018: Dialect {
    /// As whom.
    enum Identity: Sendable {
        /// By the partner's own log-in, with Basic authentication.
        case desk(DeskLogIn)
        /// Without a log-in, by what the user's link told: never with Basic authentication.
        case open(EmailAddress, OfferID?)
    }

    /// The path for logs.
    static let pathTemplate = "/bookings/token/{token}"

    let identity: Identity

    var edition: Edition { .prototype2018 }

    var operations: Set<CountermarkCall.Operation> { [.verify, .validate] }

    /// What goes with a validation: nothing, as JSON.
    private static let emptyObject = Array("{}".utf8)

    var authorization: String? {
        if case .desk(let logIn) = identity { logIn.authorization } else { nil }
    }

    var validationPath: String { Self.pathTemplate }

    var limit: RateLimit? { nil }

    var secrets: [String] {
        switch identity {
        case .desk(let logIn):
            return logIn.secrets
        case .open(let email, let offer):
            let secrets = [email.revealed, PercentEncoding.queryComponent(email.revealed)]
            return secrets + (offer.map { [$0.revealed, PercentEncoding.queryComponent($0.revealed)] } ?? [])
        }
    }

    /// A PATCH carries `{}` as JSON, as the countermark document (23) shows it; the service of the time read no body at all
    /// (`contract 2018-12 §2.2`).
    func question(_ operation: CountermarkCall.Operation, _ countermark: Countermark) -> DialectQuestion {
        var path = "/bookings/token/" + countermark.revealed
        if case .open(let email, let offer) = identity {
            path += "?email=" + PercentEncoding.queryComponent(email.revealed)
            if let offer { path += "&offer_id=" + PercentEncoding.queryComponent(offer.revealed) }
        }
        switch operation {
        case .verify:
            return DialectQuestion(method: "GET", path: path, pathTemplate: Self.pathTemplate, body: nil)
        case .validate:
            return DialectQuestion(
                method: "PATCH", path: path, pathTemplate: Self.pathTemplate, body: Self.emptyObject)
        case .undo, .cancel:
            preconditionFailure("the edition of 2018 neither takes back nor cancels")
        }
    }

    var hasLists: Bool { false }

    func listing(_ query: BookingQuery, from first: Int) -> DialectQuestion? { nil }

    func search(for booking: String, in status: BookingStatus) -> DialectQuestion? { nil }

    var comparesVenues: Bool { false }

    var nothingTold: Verification? {
        switch identity {
        case .open:
            .valid(nil)
        case .desk:
            // Logged in, and still told nothing: the log-in has no rights over the offer's structure (`§2.1 #8`).
            .refused(Refusal(reason: .notYours, status: 204, basis: .sentence, serverSentences: []))
        }
    }

    func verification(reading body: [UInt8]) -> Result<Verification, PassCultureError> {
        do throws(PassCultureError) {
            let content = try VerificationContent(body)
            guard !content.isUsed else {
                let refusal = Refusal(reason: .alreadyValidated, status: 200, basis: .sentence, serverSentences: [])
                return .success(.refused(refusal))
            }
            return .success(.valid(content.details))
        } catch {
            return .failure(error)
        }
    }

    func refusal(in response: TransportResponse, to operation: CountermarkCall.Operation) -> Refusal {
        let namesOffer = if case .open(_, .some) = identity { true } else { false }
        return RefusalReading.refusal(response, namesOffer: namesOffer)
    }

    func patience(after response: TransportResponse) -> Duration? { nil }
}
