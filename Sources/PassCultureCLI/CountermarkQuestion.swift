// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PassCulture

/// One question about one countermark, asked through the SDK and told to the user.
struct CountermarkQuestion {
    private let countermark: Countermark
    private let identity: Identity
    private let json: Bool

    /// Who asks.
    private enum Identity: Sendable {
        case desk(PlainDesk)
        case open(OpenDesk, EmailAddress, OfferID)
    }

    /// Reads the options; whatever cannot be asked is told before anything is sent.
    init(_ options: CountermarkOptions) throws(CommandExit) {
        json = options.json
        guard let url = options.url ?? environmentValue("PASSCULTURE_URL") else {
            throw .usage(
                tr(
                    "Which pass Culture? Give --url or set PASSCULTURE_URL (a local one: passculture mock).",
                    "Quel pass Culture ? Donnez --url ou PASSCULTURE_URL (pour un local : passculture mock)."))
        }
        let password = environmentValue("PASSCULTURE_PASSWORD")
        guard options.email == nil || password?.isEmpty == false else {
            throw .usage(
                tr(
                    "Put the password of \(options.email ?? "") into the environment variable PASSCULTURE_PASSWORD.",
                    "Mettez le mot de passe de \(options.email ?? "") dans la variable d'environnement PASSCULTURE_PASSWORD."
                ))
        }
        do throws(PassCultureError) {
            countermark = try Countermark(options.countermark)
            let product = Product("passculture-cli", version: KitVersion.current)
            let passCulture = PassCulture(try .custom(url), options: Options(product: product))
            if let email = options.userEmail, let offer = options.offerId {
                identity = .open(passCulture.openDesk, try EmailAddress(email), try OfferID(offer))
            } else {
                identity = .desk(try passCulture.plainDesk(email: options.email ?? "", password: password ?? ""))
            }
        } catch {
            throw .usage("\(CountermarkQuestion.inUserLanguage(error.cashier)) (\(error))")
        }
    }

    /// Checks the countermark.
    func verify() async throws(CommandExit) {
        let verification: Verification
        do throws(PassCultureError) {
            switch identity {
            case .desk(let desk): verification = try await desk.verify(countermark)
            case .open(let desk, let email, let offer):
                verification = try await desk.verify(countermark, email: email, offer: offer)
            }
        } catch {
            throw fault(error)
        }
        switch verification {
        case .valid(let booking):
            tell("valid", verification.cashier, details: booking.map(details) ?? [:])
        case .refused(let refusal):
            throw refused(refusal)
        }
    }

    /// Validates the countermark; a signal that comes after it was sent finds it unknown.
    func validate() async throws(CommandExit) {
        let (result, signal) = await EndingSignals().cancelling { [identity, countermark] in
            await Self.validation(of: countermark, by: identity)
        }
        let validation: Validation
        do throws(PassCultureError) {
            validation = try result.get()
        } catch {
            // Nothing was sent.
            if let signal { EndingSignals.end(by: signal) }
            throw fault(error)
        }
        switch validation {
        case .validated:
            tell("validated", validation.cashier)
            // It is done, and nobody could be told: to whoever asked, the answer is lost.
            if Output.isUnread { throw .open() }
        case .refused(let refusal):
            throw refused(refusal)
        case .unknown(let unknown):
            tell("unknown", unknown.cashier, details: ["cause": .string(unknown.cause.code)])
            throw .open()
        }
    }

    private static func validation(
        of countermark: Countermark, by identity: Identity
    ) async -> Result<Validation, PassCultureError> {
        do throws(PassCultureError) {
            switch identity {
            case .desk(let desk): return .success(try await desk.validate(countermark))
            case .open(let desk, let email, let offer):
                return .success(try await desk.validate(countermark, email: email, offer: offer))
            }
        } catch {
            return .failure(error)
        }
    }

    private func refused(_ refusal: Refusal) -> CommandExit {
        let sentences = refusal.serverSentences.map { JSONValue.string($0.text) }
        tell(
            "refused", refusal.cashier,
            details: [
                "reason": .string(refusal.reason.code), "status": .number(JSONNumber(refusal.status)),
                "serverSentences": .array(sentences),
            ])
        return .failed()
    }

    private func fault(_ error: PassCultureError) -> CommandExit {
        .unreachable("\(CountermarkQuestion.inUserLanguage(error.cashier)) (\(error))")
    }

    private func details(of booking: BookingDetails) -> JSONObject {
        var object: JSONObject = ["bookingId": .string(booking.bookingID)]
        object["offerName"] = booking.offerName.map(JSONValue.string)
        object["userName"] = booking.userName.map(JSONValue.string)
        object["date"] = (booking.date?.iso8601).map(JSONValue.string)
        return object
    }

    /// Writes the outcome: the cashier's sentence and what is known, or the same as JSON.
    private func tell(_ outcome: String, _ cashier: CashierSentence, details: JSONObject = [:]) {
        guard json else {
            Output.line(Visible.plain(CountermarkQuestion.inUserLanguage(cashier)))
            for (key, value) in details {
                Output.line(Visible.plain("  \(key): \(value.stringValue ?? value.text)"))
            }
            return
        }
        var object: JSONObject = [
            "outcome": .string(outcome),
            "cashier": ["fr": .string(cashier.french), "en": .string(cashier.english)],
        ]
        for (key, value) in details { object[key] = value }
        Output.line(JSONValue.object(object).text)
    }

    private static func inUserLanguage(_ sentence: CashierSentence) -> String {
        tr(sentence.english, sentence.french)
    }
}
