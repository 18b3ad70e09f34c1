// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// A no of the platform: why, in its own words, and what the cashier should do about it.
///
/// A refusal is a value and not an error, because it is an answer: the till shows ``cashier`` and hands nothing over.
/// The sentences of the platform stay out of `print` and `dump`, as a server may repeat in them what it was asked.
public struct Refusal: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// Why the platform refused; stable whatever the wording of its answer.
    public let reason: Reason

    /// The HTTP status of the answer.
    public let status: Int

    /// What the reason was read from.
    public let basis: Basis

    /// The platform's own sentences, in the order in which they came; empty when it sent none that can be read.
    public let serverSentences: [ServerSentence]

    /// From when the countermark can be validated; told with ``Reason/tooEarly`` alone, and only if the platform's sentence could be read.
    public let validFrom: Instant?

    /// The clocks by which ``validFrom`` is told to the cashier.
    private let zone: Zone

    /// Whether it kept from being taken back or cancelled what only waits in the till, and is sent all the same.
    var stillWaits = false

    /// Creates a refusal.
    ///
    /// - Parameters:
    ///   - reason: Why the platform refused.
    ///   - status: The HTTP status of the answer.
    ///   - basis: What the reason was read from.
    ///   - serverSentences: The platform's own sentences.
    ///   - validFrom: From when the countermark can be validated.
    ///   - zone: The clocks of the till.
    public init(
        reason: Reason, status: Int, basis: Basis, serverSentences: [ServerSentence], validFrom: Instant? = nil,
        zone: Zone = .paris
    ) {
        self.reason = reason
        self.status = status
        self.basis = basis
        self.serverSentences = serverSentences
        self.validFrom = validFrom
        self.zone = zone
    }

    /// Whether it says anything about the countermark: not where the log-in or the key was refused, and not where only the status spoke,
    /// which may be that of a page from something in between.
    var isAboutCountermark: Bool { !reason.isLogIn && basis != .status }

    /// Whether the platform itself said no, in its words or in its form: what anything in between may have written, a page or nothing,
    /// proves of a validation only that it was sent. A log-in is refused before anything is done.
    var isThePlatforms: Bool {
        reason.isLogIn || basis != .status
            || serverSentences.contains { $0.key.map(RefusalReading.platformKeys.contains) ?? false }
    }

    /// The paths of what is wrong with a request, such as `dates.0.beginningDatetime`: the keys under which the sentences came, each once.
    public var keyPaths: [String] {
        serverSentences.compactMap(\.key).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// What to tell the person at the till.
    ///
    /// When only the status spoke, the sentence says that the answer was unusual: a wrong address of the service refuses
    /// every countermark alike.
    public var cashier: CashierSentence { told(.desk) }

    /// What to tell who wanted something taken back or cancelled.
    var cashierOfReversal: CashierSentence {
        stillWaits ? told(.reversal).followed(by: .stillWaits) : told(.reversal)
    }

    private func told(_ occasion: RefusalSentence.Occasion) -> CashierSentence {
        if let validFrom { return RefusalSentence.tooEarly(until: validFrom, in: zone).told(occasion) }
        let sentence = reason.sentence.told(occasion)
        return switch basis {
        case .sentence, .key: sentence
        case .status: sentence.followed(by: .unusualAnswer)
        }
    }

    /// What to tell the person at the till when the good may have been handed over already.
    var afterwards: CashierSentence {
        let consequence: RefusalSentence.Consequence =
            switch reason {
            // Somebody else of the house may have validated it, and then it is paid, once.
            case .alreadyValidated, .noLongerValid, .reimbursed:
                .saying(
                    "si ce n'est pas par votre établissement, ce qui a été remis ne sera pas remboursé",
                    "unless your own venue did it, what was handed over will not be reimbursed")
            case .wrongVenue:
                .saying(
                    "rien n'a été validé. Vérifiez le lieu de la caisse",
                    "nothing was validated. Check the till's venue")
            default:
                .saying(
                    "rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé",
                    "nothing was validated, and without it what was handed over will not be reimbursed")
            }
        let sentence = RefusalSentence(
            fact: reason.sentence.fact,
            consequences: [
                consequence,
                .saying("notez le numéro et prévenez votre responsable", "note the number and tell your manager"),
            ])
        return sentence.told(.desk)
    }

    /// The reason and the status.
    public var description: String { "Refusal(\(reason), status \(status))" }

    /// A mirror that leaves the platform's sentences out.
    public var customMirror: Mirror {
        Mirror(self, children: ["reason": reason, "status": status, "basis": basis], displayStyle: .struct)
    }
}

extension CashierSentence {
    /// What is added when a refusal came in no form of the contract.
    static let unusualAnswer = CashierSentence(
        french: "Réponse inhabituelle : si cela se répète, faites vérifier le réglage de la caisse.",
        english: "Unusual answer: if it happens again, have the till's settings checked.")

    /// What is added when something was not taken back or cancelled, and its validation only waits: the young person pays for it yet.
    static let stillWaits = CashierSentence(
        french: "La validation attend toujours dans la caisse et sera envoyée : abandonnez-la si l'article n'a pas été "
            + "remis.",
        english: "The validation still waits in the till and will be sent: abandon it if the good was not handed over.")
}
