// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture

extension FuzzTarget {
    /// The reading of an offer's link, with an input of three lines: a template, the link that came, an e-mail address.
    ///
    /// What is read can be written by the template and is read again as it was; and what the platform makes of the template and the address
    /// is read as the user wrote it, wherever the address has no mark that ends it for every reader.
    package static let link = FuzzTarget(
        "link", corpus: links.map { Array($0.utf8) } + [Array(links[0].utf8) + [0xFF, 0x40]],
        words: [
            "{token}", "{email}", "{offerId}", "&", "=", "?", "#", "/", "%", "%2B", "%26", "%40", "%00", "%FF", "+",
            "@", "\n", "http://",
            "LYSYU9", "email", "token", "é", "e\u{301}", "x@y.fr", "AE", "AA", "[]", "%25", ";",
        ].map { Array($0.utf8) }
    ) { input throws(Broken) in
        let lines = input.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        let (url, received, typed) = (lines[0], lines.count > 1 ? lines[1] : "", lines.count > 2 ? lines[2] : "")
        let template: DigitalLink.Template
        do throws(DigitalLinkError) {
            template = try DigitalLink.Template(url)
        } catch {
            try Broken.unless(error.code == .badTemplate, "a template is \(error)")
            return "\(error.code) \(error.part?.rawValue ?? error.detail)"
        }
        let booked = try readsAsWritten(typed, url, template)
        let link: DigitalLink
        do throws(DigitalLinkError) {
            link = try DigitalLink(received, template: template)
        } catch {
            try Broken.unless(error.code != .badTemplate, "a link is \(error)")
            return "\(error.code) \(error.part?.rawValue ?? "none") \(booked)"
        }
        let written = filled(url, link.countermark.revealed, link.email.revealed, link.offer.revealed, encoded(_:))
        try Broken.unless((try? DigitalLink(written, template: template)) == link, "\(written) reads otherwise")
        return "read \(booked)"
    }

    private static let links = [
        "www.urldemonsite.fr/?email={email}&offerID={offerId}&token={token}\n"
            + "http://www.urldemonsite.fr/?email=j+2@ex.fr&offerID=AE&token=LYSYU9\nj+2@ex.fr",
        "https://x.fr/pass/{token}/{email}/{offerId}/go\n/pass/LYSYU9/a/b@ex.fr/AE/go\na'b@ex.fr",
        "https://x.fr/?o={offerId}#/in?t={token}&m={email}\nhttps://x.fr/?o=AE#/in?t=LYSYU9&m=a%40ex.fr\nr&d@ex.fr",
        "x.fr?d=PC-{token}|{email}|{offerId}.&utm=1\n?d=PC-LYSYU9|a@ex.fr|AE.\n\"a b\"@ex.fr",
        "x.fr/?m={email}&c[]={token}&o={offerId}&email={email}\n/?m=a#b@ex.fr&c%5B%5D=LYSYU9&o=AE\n50%@ex.fr",
        // What once broke it: a literal that completes an escape with what is filled in; one name for two parameters.
        "x.fr/?e={email}&o={offerId}&t=%{token}\n/?e=a@b&o=AE&t=%41BCDEF\na@b",
        "x.fr/?e={email}&o={offerId}&e={token}\n/?e=a@b&o=AE&e=LYSYU9\na@b",
    ]

    /// Whether a link for this address is read as it should be; says in a word what became of it.
    private static func readsAsWritten(
        _ typed: String, _ url: String, _ template: DigitalLink.Template
    ) throws(Broken) -> String {
        guard let email = try? EmailAddress(typed) else { return "no address" }
        let link = inBrowser(filled(url, "LYSYU9", email.revealed, "AE") { $0 })
        let read = try? DigitalLink(link, template: template)
        guard !email.revealed.utf8.contains(where: { "#?&/%\\{}|;=".utf8.contains($0) }) else { return "marks" }
        // Between marks of the template's own, an address may be cut: `{email}@x` is the partner's doing.
        guard url.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x25 }), isPlain(url) else { return "strange template" }
        try Broken.unless(
            read?.email == email && read?.countermark.revealed == "LYSYU9" && read?.offer.revealed == "AE",
            "\(link) reads otherwise: \(read?.email.revealed ?? "not at all")")
        return "as written"
    }

    /// Whether the template has each placeholder once, as the whole value of a parameter.
    private static func isPlain(_ url: String) -> Bool {
        let query = url.split(separator: "?", maxSplits: 1).last ?? ""
        let pairs = query.utf8.split(separator: UInt8(ascii: "&")).map { Substring($0) }
        let holds = pairs.filter { $0.contains("{") }
        return !url.contains("#") && url.split(separator: "{").count == 4 && holds.count == 3
            && holds.allSatisfy { $0.hasSuffix("}") && $0.split(separator: "=").count == 2 && $0.contains("={") }
    }

    /// The template with its placeholders filled in, as the platform does it (`contract 2018-12 §6.5`).
    private static func filled(
        _ url: String, _ token: String, _ email: String, _ offer: String, _ encode: (String) -> String
    ) -> String {
        var text = Array((url.hasPrefix("http") ? url : "http://" + url).utf8)[...]
        let values = [("{token}", token), ("{email}", email), ("{offerId}", offer)]
        var result: [UInt8] = []
        while let byte = text.first {
            if let (placeholder, value) = values.first(where: { text.starts(with: $0.0.utf8) }) {
                result += Array(encode(value).utf8)
                text.removeFirst(placeholder.utf8.count)
            } else {
                result.append(byte)
                text.removeFirst()
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What a browser makes of an address: blanks, quotes and all beyond ASCII encoded.
    private static func inBrowser(_ url: String) -> String {
        encoded(url) { $0 > 0x20 && $0 < 0x7F && !"\"<>`".utf8.contains($0) }
    }

    /// A text with all encoded but letters and digits.
    private static func encoded(_ text: String) -> String {
        encoded(text) { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
    }

    private static func encoded(_ text: String, except isPlain: (UInt8) -> Bool) -> String {
        text.utf8.reduce(into: "") { result, byte in
            if isPlain(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%" + Hexadecimal.text([byte])
            }
        }
    }
}
