// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

// Fields that publishers alone send.
extension PublicFields {
    /// An e-mail address, as far as its form goes.
    func email(_ key: String) -> Sent<String> {
        sent(key) { value in
            guard let text = value.stringValue else { return refused(key, "str type expected") }
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            let isAddress =
                parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".")
                && !parts[1].hasSuffix(".") && !text.unicodeScalars.contains { $0.value <= 32 }
            return isAddress ? text : refused(key, "value is not a valid email address")
        }
    }

    /// From when an offer is shown: `"now"`, or a date that is to come.
    func publication(_ key: String, at now: Instant) -> Sent<Instant> {
        if sent(key, { $0.stringValue == "now" ? true : nil }).value == true { return .value(now) }
        return instant(key, after: now)
    }

    /// An article's number: 13 digits.
    func ean(_ key: String) -> Sent<String> {
        sent(key) { value in
            guard let text = value.stringValue else { return refused(key, "str type expected") }
            if text.utf8.count < 13 { return refused(key, "ensure this value has at least 13 characters") }
            if text.utf8.count > 13 { return refused(key, "ensure this value has at most 13 characters") }
            return text
        }
    }

    /// A coordinate in hundred-thousandths of a degree, up to that many degrees to either side.
    func coordinate(_ key: String, upTo limit: Int64) -> Sent<Int64> {
        sent(key) { value in
            guard let scaled = value.numberValue?.scaled(5, rounding: .halfAwayFromZero) else {
                return refused(key, "value is not a valid float")
            }
            guard scaled.magnitude <= UInt64(limit) * 100_000 else {
                return refused(key, "ensure this value is between -\(limit) and \(limit)")
            }
            return scaled
        }
    }

    /// Four truths about who can take part; each must be there if `isWhole`.
    func accessibility(_ key: String, isWhole: Bool) -> Accessibility? {
        let sent = isWhole ? required(key) { object($0) } : notNull(key) { object($0) }
        guard let fields = sent else { return nil }
        func truth(_ name: String) -> Bool? {
            isWhole ? fields.required(name) { fields.bool($0) } : fields.notNull(name) { fields.bool($0) }
        }
        return Accessibility(
            audio: truth("audioDisabilityCompliant"), mental: truth("mentalDisabilityCompliant"),
            motor: truth("motorDisabilityCompliant"), visual: truth("visualDisabilityCompliant"))
    }

    /// The title of an offer, which cannot hold an EAN.
    func title(_ key: String, _ length: ClosedRange<Int>) -> Sent<String> {
        let sent = text(key, length)
        guard let title = sent.value, Self.longestRun(title) >= 13 else { return sent }
        refuse(key, "Le titre d'une offre ne peut contenir l'EAN")
        return .absent
    }

    private static func longestRun(_ text: String) -> Int {
        var (longest, run) = (0, 0)
        for character in text {
            run = character.isASCIIDigit ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// A trailer: an address of YouTube.
    func video(_ key: String) -> Sent<String> {
        let sent = webAddress(key)
        guard let address = sent.value else { return sent }
        let host = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
        if ["youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be"].contains(host.lowercased()) { return sent }
        refuse(key, "Your video must be from the Youtube plateform")
        return .absent
    }

    private func refused<Value>(_ key: String, _ sentence: String) -> Value? {
        refuse(key, sentence)
        return nil
    }
}

extension PublicQuery {
    /// Names or numbers between commas, or nothing.
    func list(_ name: String, atMost limit: Int) -> [String]? {
        guard let text = text(name) else { return nil }
        let values = text.split(separator: ",").map { $0.trimmed }
        guard values.count <= limit else {
            refuse(name, "ensure this value has at most \(limit) items")
            return nil
        }
        return values
    }
}
