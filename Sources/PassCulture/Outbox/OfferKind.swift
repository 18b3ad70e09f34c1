// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// What is sold, as far as the guide's rules about late validation go (`guide G22` to `G26`).
public enum OfferKind: String, Hashable, Sendable, CaseIterable {
    /// A film: the code may be entered after the show (`G22`).
    case cinema
    /// A book: validated before it leaves the shop (`G23`).
    case books
    /// A show: checked and validated before it (`G24`).
    case show
    /// Art practice: validated at the first session (`G25`).
    case practice
    /// A digital offer: validated when the account is made (`G26`).
    case digital
}

/// When a countermark is to be validated later, and why that is allowed.
public struct LateValidation: Hashable, Sendable {
    /// What is sold.
    public let kind: OfferKind
    /// When the show or the session begins (UTC); a cinema's validation may be sent from then on, a show's and a practice's may be
    /// planned until then.
    public let begins: Instant?

    /// Creates what is to be validated later.
    public init(_ kind: OfferKind, begins: Instant? = nil) {
        self.kind = kind
        self.begins = begins
    }

    /// Whether it cannot be told whether the guide allows it, as nobody said when it begins.
    var lacksItsTime: Bool {
        switch kind {
        case .cinema, .books, .digital: false
        case .show, .practice: begins == nil
        }
    }

    /// Whether the guide allows it at an instant.
    func isAllowed(at now: Instant) -> Bool {
        switch kind {
        case .cinema: true
        case .books, .digital: false
        case .show, .practice: begins.map { now < $0 } ?? false
        }
    }
}
