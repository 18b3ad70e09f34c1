// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// What is wrong with something before it is sent: the limits of `today §3`, each under the key path that the platform would name.
struct Limits {
    /// The time that it is, against which "in the future" is meant.
    let now: Instant

    private(set) var flaws: [PublishingRefusal.Flaw] = []

    init(now: Instant) { self.now = now }

    /// The refusal that all this makes; nil when nothing is wrong.
    var refusal: PublishingRefusal? {
        flaws.isEmpty ? nil : PublishingRefusal(status: nil, flaws: flaws)
    }

    /// Finds fault with what stands at a path.
    mutating func refuse(_ path: String, _ sentence: String) {
        if let index = flaws.firstIndex(where: { $0.path == path }) {
            flaws[index] = PublishingRefusal.Flaw(path: path, sentences: flaws[index].sentences + [sentence])
        } else {
            flaws.append(PublishingRefusal.Flaw(path: path, sentences: [sentence]))
        }
    }

    /// A field that can become another, and not nothing.
    mutating func kept<Value>(_ change: FieldChange<Value>, at path: String) {
        if change == .cleared { refuse(path, "none is not an allowed value") }
    }

    /// A text of so many characters, as code points; nothing is no fault.
    mutating func length(_ text: String?, _ range: ClosedRange<Int>, at path: String) {
        guard let count = text?.unicodeScalars.count else { return }
        if count < range.lowerBound {
            refuse(path, "ensure this value has at least \(range.lowerBound) characters")
        } else if count > range.upperBound {
            refuse(path, "ensure this value has at most \(range.upperBound) characters")
        }
    }

    /// A list of so many elements.
    mutating func count(_ count: Int, _ range: ClosedRange<Int>, at path: String) {
        if count < range.lowerBound {
            refuse(path, "ensure this value has at least \(range.lowerBound) items")
        } else if count > range.upperBound {
            refuse(path, "ensure this value has at most \(range.upperBound) items")
        }
    }

    /// A price in cents: 0 to 300 euros (`today §1.4`).
    mutating func price(_ cents: Int?, at path: String) {
        guard let cents else { return }
        if cents < 0 {
            refuse(path, "ensure this value is greater than or equal to 0")
        } else if cents > 30_000 {
            refuse(path, "ensure this value is less than or equal to 30000")
        }
    }

    /// A quantity of at least so many.
    mutating func quantity(_ quantity: Quantity?, atLeast least: Int, at path: String) {
        guard case .units(let count) = quantity, count < least else { return }
        refuse(path, "ensure this value is greater than or equal to \(least)")
    }

    /// A moment that must not have come yet.
    mutating func future(_ instant: Instant?, at path: String) {
        guard let instant, instant <= now else { return }
        refuse(path, "The datetime must be in the future.")
    }

    /// A web address of at most so many characters.
    mutating func address(_ url: String?, longest: Int = 2083, at path: String) {
        guard let url else { return }
        length(url, 1...longest, at: path)
        let isWeb = ["https://", "http://"].contains { url.lowercased().hasPrefix($0) && url.count > $0.count }
        guard !isWeb || url.unicodeScalars.contains(where: { $0.properties.isWhitespace }) else { return }
        refuse(path, "invalid or missing URL scheme")
    }

    /// An identifier of the provider's own: at most 70 characters.
    mutating func providerID(_ id: String?, at path: String) { length(id, 0...70, at: path) }

    /// Identifiers that are asked for in one call: at most 100, and none with the comma that separates them.
    mutating func asked(_ ids: [String], at path: String) {
        count(ids.count, 0...100, at: path)
        if ids.contains(where: { $0.contains(",") }) {
            refuse(path, "an identifier with a comma cannot be asked for: commas separate them")
        }
    }
}
