// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import PassCulture

/// A till with a "pass Culture" button: for each countermark it checks, has the good handed over, and validates.
///
///     PASSCULTURE_URL=http://127.0.0.1:5000 PASSCULTURE_EMAIL=… PASSCULTURE_PASSWORD=… till [--yes] [COUNTERMARK …]
///
/// One line more, `PASSCULTURE_KEY=…`, and it speaks today's edition, for the venue whose number is in `PASSCULTURE_VENUE`.
///
/// Without a countermark on the command line it reads one a line, as a barcode reader types them. `--yes` says that
/// everything valid is handed over, and asks nothing. The exit status is that of the worst ``Ending``.
@main
struct Till {
    /// How it ended for one countermark, the worst last; the numbers are exit statuses.
    enum Ending: Int32 { case validated = 0, notValidated = 1, notAsked = 2, unknown = 3 }

    let desk: PlainDesk
    let handsOverWithoutAsking: Bool

    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        let typed = arguments.filter { $0 != "--yes" }
        do throws(PassCultureError) {
            var environment = Environment.integration
            if let url = setting("PASSCULTURE_URL") { environment = try .custom(url) }
            let options = Options(product: Product("Till", version: "1.0"))
            let desk = try PassCulture(environment, options: options).plainDesk(as: identity())
            let till = Till(desk: desk, handsOverWithoutAsking: arguments.contains("--yes"))
            let countermarks = typed.isEmpty ? AnySequence { AnyIterator { readLine() } } : AnySequence(typed)
            exit(countermarks.map { till.serve($0).rawValue }.max() ?? 0)
        } catch {
            fail(error)
            exit(Ending.notAsked.rawValue)
        }
    }

    /// As whom the till asks: the one line that decides which edition it speaks.
    static func identity() throws(PassCultureError) -> DeskIdentity {
        if let key = setting("PASSCULTURE_KEY") {
            return .provider(key: try ProviderKey(key), venue: Int(setting("PASSCULTURE_VENUE") ?? "") ?? 0)
        }
        return .portal(email: setting("PASSCULTURE_EMAIL") ?? "", password: setting("PASSCULTURE_PASSWORD") ?? "")
    }

    func serve(_ typed: String) -> Ending {
        do throws(PassCultureError) {
            let countermark = try Countermark(typed)
            let verification = try desk.verifyBlocking(countermark)
            say(verification.cashier)
            guard case .valid(let booking) = verification, handOver(booking) else { return .notValidated }

            let validation = try desk.validateBlocking(countermark)
            say(validation.cashier)
            switch validation {
            case .validated: return .validated
            case .refused: return .notValidated
            case .unknown: return .unknown
            }
        } catch {
            fail(error)
            return .notAsked
        }
    }

    func handOver(_ booking: BookingDetails?) -> Bool {
        // Somebody has typed these: whatever stands in them, they do not steer the screen.
        let texts = [booking?.offerName ?? "-", booking?.dateInFrench ?? "", booking?.userName ?? "-"]
        print("    " + texts.map { ScreenText.plain($0) }.joined(separator: "  "))
        if handsOverWithoutAsking { return true }
        say(CashierSentence(french: "Remis ? (o/n)", english: "Handed over? (y/n)"))
        return ["o", "oui", "y", "yes"].contains(readLine()?.lowercased())
    }
}

func say(_ sentence: CashierSentence) {
    print(setting("LANG")?.hasPrefix("fr") == true ? sentence.french : sentence.english)
}

func fail(_ error: PassCultureError) {
    say(error.cashier)
    let line = "till: \(error)\n"
    write(STDERR_FILENO, line, line.utf8.count)
}

func setting(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
