// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
package import PassCulture

/// The desk at a terminal: somebody scans or types a countermark, reads what it is, and says whether to validate.
///
/// It takes a line and says what there is to say; it neither reads the keyboard nor writes to the screen itself. A scanner must end a
/// code with one return: a second one would be an empty line, which is a yes.
///
/// What others wrote, names before all, stays on its line and steers nothing: the cashier compares it with a card.
package struct TerminalDesk {
    /// A countermark that was found valid and is not decided yet.
    struct Customer {
        let countermark: Countermark
        /// When the show begins, if there is one.
        let begins: Instant?
    }

    /// What was asked and not answered.
    enum Question {
        case none
        case validate(Customer)
        case kind(Customer)
        case begins(Customer, OfferKind)
        case reversal(Reversal.Kind, Countermark, Person)
        case showName([UInt8])
        case showTime([UInt8], name: String)
    }

    let desk: Desk
    let speech: DeskSpeech
    let readFile: (String) throws(InputFile.Failure) -> [UInt8]
    let say: (String) -> Void
    var question = Question.none
    private var isOnline: Bool?
    /// Whether it was told to quit.
    package internal(set) var isOver = false

    /// Creates a desk.
    ///
    /// - Parameters:
    ///   - desk: What checks and validates.
    ///   - speech: The language.
    ///   - readFile: What reads the file of a day list.
    ///   - say: What shows a line.
    package init(
        _ desk: Desk, _ speech: DeskSpeech,
        readFile: @escaping (String) throws(InputFile.Failure) -> [UInt8] = { path throws(InputFile.Failure) in
            try InputFile.read(path)
        }, say: @escaping (String) -> Void
    ) {
        self.desk = desk
        self.speech = speech
        self.readFile = readFile
        self.say = { say(Visible.plain($0)) }
    }

    /// Greets, and says what an earlier day left open.
    package func begin() {
        say(
            speech(
                "pass Culture desk, \(desk.settings.till). Type or scan a countermark; :help, :quit.",
                "Guichet pass Culture, \(desk.settings.till). Saisissez ou scannez une contremarque ; :aide, :quitter.")
        )
        sayOpen()
    }

    /// Says what stays open, at the end.
    package func end() { sayOpen() }

    /// Takes a line.
    package mutating func take(_ line: String) {
        let line = line.trimmingBlanks()
        if line.hasPrefix(":") {
            if let customer, let words = Self.laterWords(line) { return later(words, customer) }
            leaveQuestion()
            command(line)
            return
        }
        if isNextCustomer(line) {
            leaveQuestion()
            check(line)
            return
        }
        switch question {
        case .none: if !line.isEmpty { check(line) }
        case .validate(let customer): decide(line, customer)
        case .kind(let customer): later(line, customer)
        case .begins(let customer, let kind): later(line, kind, customer)
        case .reversal(let kind, let countermark, let person): decide(line, kind, countermark, person)
        case .showName(let bytes):
            guard !line.isEmpty else { return say(speech("Which show?", "Quelle offre ?")) }
            question = .showTime(bytes, name: line)
            say(speech("When does it begin? (24/12/2018 20:30)", "Quand commence la séance ? (24/12/2018 20:30)"))
        case .showTime(let bytes, let name):
            guard let begins = DayList.Show.begins(line, in: speech.zone) else {
                return say(speech("Like this: 24/12/2018 20:30", "Sous la forme 24/12/2018 20:30"))
            }
            question = .none
            load(bytes, DayList.Show(offerName: name, begins: begins))
        }
    }

    /// The countermark that a question is about.
    private var customer: Customer? {
        switch question {
        case .validate(let customer), .kind(let customer), .begins(let customer, _): customer
        case .none, .showName, .showTime, .reversal: nil
        }
    }

    /// Whether a line is no answer to what was asked, but the next customer's code.
    private func isNextCustomer(_ line: String) -> Bool {
        guard let countermark = try? Countermark(line) else { return false }
        switch question {
        case .none: return false
        case .validate, .reversal: return true
        case .kind: return line.split(separator: " ").first.flatMap { OfferKind(typed: String($0)) } == nil
        // A day may be written in six digits or as a word, and a show be called CARMEN: here only what stands there as a reader gives it
        // is a code, and where a name is asked for, with a digit in it.
        case .begins, .showTime: return line.contains(":") || isAsRead(line, countermark)
        case .showName: return line.contains(":") || isAsRead(line, countermark) && line.contains(where: \.isNumber)
        }
    }

    private func isAsRead(_ line: String, _ countermark: Countermark) -> Bool {
        line == countermark.revealed && line.contains(where: \.isLetter)
    }

    // MARK: - One customer

    private mutating func check(_ typed: String) {
        let countermark: Countermark
        let check: Check
        do throws(PassCultureError) {
            countermark = try Countermark(typed)
            check = try desk.checkBlocking(countermark)
        } catch {
            note(error)
            say(speech(error.cashier))
            return
        }
        switch check {
        case .valid, .refused: note(isOnline: true)
        case .provisional: note(isOnline: false)
        // The outbox says so, with a line or without.
        case .taken: break
        }
        say(speech(check.cashier))
        switch check {
        case .valid(let booking):
            show(offer: booking?.offerName, person: booking?.userName, booking?.date)
            ask(Customer(countermark: countermark, begins: booking?.date))
        case .provisional(let entry):
            show(offer: entry.offerName, person: entry.userName, entry.begins)
            ask(Customer(countermark: countermark, begins: entry.begins))
        case .refused, .taken: break
        }
    }

    private func show(offer: String?, person: String?, _ date: Instant?) {
        if let offer { say(speech("  Offer: ", "  Offre : ") + offer) }
        if let person { say(speech("  Person: ", "  Personne : ") + person) }
        if let date { say(speech("  Date: ", "  Date : ") + speech(date)) }
    }

    mutating func ask(_ customer: Customer) {
        question = .validate(customer)
        say(speech.validateQuestion)
    }

    private mutating func decide(_ answer: String, _ customer: Customer) {
        switch answer.lowercased() {
        case "", "o", "oui", "y", "yes":
            question = .none
            validate(customer)
        case let answer where Self.isNo(answer): leaveQuestion()
        case "p", "l":
            question = .kind(customer)
            say(speech.kindQuestion)
        default: say(speech.validateQuestion)
        }
    }

    private mutating func validate(_ customer: Customer) {
        do throws(PassCultureError) {
            let outcome = try desk.validateBlocking(customer.countermark)
            switch outcome {
            // It was read back: most likely is an answer too.
            case .validated, .refused, .probable: note(isOnline: true)
            case .provisional, .unknown: note(isOnline: outcome.tellsOfAnAnswer)
            }
            say(speech(outcome.cashier))
            switch outcome {
            case .refused: break
            case .validated(let found): sayNumber(found.attempt)
            case .provisional(let found): sayNumber(found.attempt)
            case .probable(let found): sayNumber(found.attempt)
            case .unknown(let found): sayNumber(found.attempt)
            }
        } catch {
            note(error)
            say(speech(error.cashier))
        }
    }

    func sayNumber(_ attempt: Attempt) {
        say("  \(speech("Attempt", "Tentative")) \(attempt.number)")
    }

    // MARK: - The line

    /// Says when the line is lost, and when it is back.
    mutating func note(isOnline now: Bool) {
        defer { isOnline = now }
        if !now, isOnline != false {
            say(
                speech(
                    "Offline: the day list and the till's outbox answer.",
                    "Hors ligne : la liste du jour et le registre de la caisse répondent."))
        } else if now, isOnline == false {
            say(speech("Online again.", "De nouveau en ligne."))
            sayOpen()
        }
    }

    mutating func note(_ error: PassCultureError) {
        switch error.code {
        case .neverSent, .serviceDown, .noAnswer, .unexpectedStatus, .unreadableAnswer: note(isOnline: false)
        default: break
        }
    }

    private func sayOpen() {
        guard let count = try? desk.pendingBlocking().count, count > 0 else { return }
        say(
            speech(
                "\(count) validation(s) not closed: :pending shows them, :reconcile settles them.",
                "\(count) validation(s) non terminée(s) : :attente les montre, :rapprocher les règle."))
    }

    /// Whether an answer is a no, in either language.
    static func isNo(_ answer: String) -> Bool { ["n", "non", "no"].contains(answer.lowercased()) }

    mutating func leaveQuestion() {
        switch question {
        case .validate, .kind, .begins: say(speech("Not validated.", "Non validée."))
        case .showName, .showTime: say(speech("List not loaded.", "Liste non chargée."))
        case .reversal: say(speech("Nothing was sent.", "Rien n'a été envoyé."))
        case .none: break
        }
        question = .none
    }
}

extension StringProtocol {
    /// The text without blanks and returns around it.
    func trimmingBlanks() -> String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
