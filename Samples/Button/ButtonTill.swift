// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import PassCulture

/// A small till around the ``Button``: a line is a countermark, `list`, `reconcile` or `confirm NUMBER NAME`.
///
///     PASSCULTURE_URL=… PASSCULTURE_EMAIL=… PASSCULTURE_PASSWORD=… PASSCULTURE_OUTBOX=till.db button
///
/// One line more, `PASSCULTURE_KEY=…`, and it speaks today's edition, for the venue whose number is in `PASSCULTURE_VENUE`.
///
/// `PASSCULTURE_KIND` says what it sells (`books` unless set), `PASSCULTURE_CENTS` what one costs.
@main
struct ButtonTill {
    let button: Button
    let cents: Int64?

    static func main() {
        do {
            var environment = Environment.integration
            if let url = setting("PASSCULTURE_URL") { environment = try .custom(url) }
            let button = try Button(
                environment, as: identity(), outbox: setting("PASSCULTURE_OUTBOX") ?? "passculture.db",
                kind: setting("PASSCULTURE_KIND").flatMap(OfferKind.init(rawValue:)) ?? .books)
            let till = ButtonTill(button: button, cents: setting("PASSCULTURE_CENTS").flatMap { Int64($0) })
            till.reconcile()
            while let line = readLine() { till.take(line) }
        } catch {
            complain(error)
            exit(1)
        }
    }

    func take(_ line: String) {
        let words = line.split { $0.isWhitespace }.map(String.init)
        switch words.first {
        case "list": list()
        case "reconcile": reconcile()
        case "confirm" where words.count > 2: confirm(words[1], by: words.dropFirst(2).joined(separator: " "))
        case nil: break
        default: press(line)
        }
    }

    /// The button is pressed: check, show, ask, validate.
    func press(_ typed: String) {
        do {
            let countermark = try Countermark(typed)
            do {
                let check = try button.check(countermark)
                say(check.cashier)
                switch check {
                case .valid(let booking):
                    show(booking?.offerName, booking?.dateInFrench ?? "", booking?.userName)
                    try handOver(countermark, booking)
                case .provisional(let entry):
                    show(entry.offerName, entry.userName)
                    try handOver(countermark, nil)
                case .refused, .taken: break
                }
            } catch let fault where [.neverSent, .serviceDown].contains(fault.code) {
                say(fault.cashier)
                try handOver(countermark, nil)
            }
        } catch {
            complain(error)
        }
    }

    /// Shows what others have typed: whatever stands in a name, it does not steer the screen.
    func show(_ texts: String?...) {
        print("  ", texts.map { ScreenText.plain($0 ?? "-") }.joined(separator: " "))
    }

    /// Asks whether the good leaves now, later, or not at all.
    func handOver(_ countermark: Countermark, _ booking: BookingDetails?) throws(PassCultureError) {
        say(CashierSentence(french: "Valider ? (o/n, p : plus tard)", english: "Validate? (y/n, l: later)"))
        switch readLine() {
        case "o", "y": hand(try button.validate(countermark, cents: cents))
        case "p", "l": hand(try button.validateLater(countermark, booking, cents: cents))
        default: break
        }
    }

    /// Prints what may be printed, and no more.
    func hand(_ paper: Paper) {
        switch paper {
        case .receipt(let receipt): print(receipt.text)
        case .slip(let slip):
            say(slip.sentence)
            print(slip.text)
        case .nothing(let sentence): say(sentence)
        }
    }

    func reconcile() {
        do {
            for settled in try button.reconcile() {
                print(settled.number)
                hand(settled.paper)
            }
        } catch {
            complain(error)
        }
    }

    func list() {
        do {
            for attempt in try button.desk.pendingBlocking() { print(attempt.number, attempt.state.rawValue) }
        } catch {
            complain(error)
        }
    }

    func confirm(_ number: String, by person: String) {
        guard let id = UInt64(number, radix: 16) else { return complain(OutboxError(.unknownAttempt)) }
        do { hand(try button.confirm(id, by: person)) } catch { complain(error) }
    }
}

/// As whom the till asks: what decides which edition it speaks.
func identity() throws(PassCultureError) -> DeskIdentity {
    if let key = setting("PASSCULTURE_KEY") {
        return .provider(key: try ProviderKey(key), venue: Int(setting("PASSCULTURE_VENUE") ?? "") ?? 0)
    }
    return .portal(email: setting("PASSCULTURE_EMAIL") ?? "", password: setting("PASSCULTURE_PASSWORD") ?? "")
}

/// Says a sentence in the language of the till.
func say(_ sentence: CashierSentence) {
    print(setting("LANG")?.hasPrefix("fr") == true ? sentence.french : sentence.english)
}

/// Tells the cashier a sentence, and the log the rest; neither ever holds a countermark.
func complain(_ error: any Error) {
    if let fault = error as? PassCultureError { say(fault.cashier) }
    if let trouble = error as? OutboxError { say(trouble.cashier) }
    let line = "button: \(error)\n"
    write(STDERR_FILENO, line, line.utf8.count)
}

func setting(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
