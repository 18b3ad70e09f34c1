// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import PassCulture

/// A till to be killed: `Scripts/crash-till` starts it again and again and kills it at random moments.
///
/// `crash-till URL OUTBOX NAME CODE...` checks and validates each code with the log-in of `loaded-platform`, and prints a line a code: `CODE validated`,
/// `CODE refused already-validated`, `CODE error already-taken` … `crash-till URL OUTBOX NAME --reconcile` reconciles until nothing waits that
/// could be sent, and prints every attempt: `NUMBER STATE SENDS CODE`.
enum CrashTill {
    static func desk(_ url: String, _ outbox: SQLiteOutbox, _ name: String) throws -> Desk {
        try PassCulture(.custom(url)).desk(
            email: "libraire@example.org", password: "Une-cle-de-12-signes", outbox: outbox,
            settings: Desk.Settings(till: name))
    }

    static func serve(_ desk: Desk, _ code: Countermark) -> String {
        do throws(PassCultureError) {
            _ = try desk.checkBlocking(code)
            switch try desk.validateBlocking(code) {
            case .validated: return "validated"
            case .refused(let refusal): return "refused \(refusal.reason.code)"
            case .provisional(let provisional): return "provisional \(provisional.cause.rawValue)"
            case .probable: return "probable"
            case .unknown: return "unknown"
            }
        } catch {
            return "error \(error.code.code)"
        }
    }

    static func reconcile(_ desk: Desk) throws {
        for _ in 0..<20 {
            _ = try desk.reconcileBlocking()
            guard try desk.pendingBlocking().contains(where: { $0.state == .planned || $0.state == .sent }) else {
                break
            }
        }
        for attempt in try desk.outbox.attempts(from: .epoch, to: .latest) {
            say("\(attempt.number) \(attempt.state.rawValue) \(attempt.sends) \(attempt.countermark?.revealed ?? "-")")
        }
    }

    static func say(_ line: String) {
        print(line)
        fflush(nil)
    }

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count > 3 else {
            say("usage: crash-till URL OUTBOX NAME CODE... | --reconcile")
            exit(3)
        }
        do {
            let desk = try desk(arguments[0], SQLiteOutbox(path: arguments[1]), arguments[2])
            if arguments[3] == "--reconcile" { return try reconcile(desk) }
            for typed in arguments[3...] { say("\(typed) \(serve(desk, try Countermark(typed)))") }
        } catch {
            say("failed \(error)")
            exit(1)
        }
    }
}

CrashTill.main()
