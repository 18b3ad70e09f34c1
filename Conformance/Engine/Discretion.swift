// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Takes countermarks, keys and people out of what is said about a check: a report is passed on, and they may be somebody's.
///
/// It finds countermarks, keys and birth dates by the names before them, in a path, a query, JSON or prose, in the exchanges of the check,
/// what requests were authorized by, and the keys that the person gave, and hides them wherever they stand. What else a booking of today tells of a young person is hidden in its place (`today §2.2`).
struct Discretion: Sendable {
    /// What stands in the place of a secret.
    static let mask = "***"

    /// What is hidden, by the name of the variable that a command line has in its place.
    private enum Kind: String {
        case countermark = "COUNTERMARK:?a countermark in that state"
        case key = "KEY:?the key"
        case birthDate = "BIRTH_DATE:?a date of birth"
        case person = "PERSON:?what a booking tells of somebody"
    }

    private static let names: [(name: [UInt8], kind: Kind)] = [
        (Array("token".utf8), .countermark), (Array("contremarque".utf8), .countermark),
        (Array("countermark".utf8), .countermark), (Array("apikey".utf8), .key), (Array("hmackey".utf8), .key),
        (Array("userbirthdate".utf8), .birthDate), (Array("dateofbirth".utf8), .birthDate),
        (Array("user_birth_date".utf8), .birthDate),
    ]

    private static let people: [(name: [UInt8], kind: Kind)] = [
        "useremail", "userfirstname", "userlastname", "userphonenumber", "userpostalcode",
    ].map { (name: Array($0.utf8), kind: .person) }

    /// What was found, in small letters, the longest first.
    private let secrets: [(bytes: [UInt8], kind: Kind)]
    /// Those of them of which the beginning is hidden, too, where a text is cut off in their middle.
    private let keys: [[UInt8]]
    /// Whether countermarks, dates and people are looked for by the names before them.
    private let looksForNames: Bool
    /// What is not hidden, whatever name is before it.
    private let shown: [UInt8]

    /// Hides what was given, and nothing else: where all countermarks and people are made up.
    init(given: [String]) {
        looksForNames = false
        shown = []
        let keys = given.flatMap(Self.spellings).filter { $0.count >= 4 }.sorted { $0.count > $1.count }
        secrets = keys.map { (bytes: $0, kind: .key) }
        self.keys = keys
    }

    /// Learns what the exchanges of a check hold.
    ///
    /// - Parameters:
    ///   - exchanges: what was sent and received.
    ///   - given: keys and dates that the person gave, shorter ones than of four letters left alone: they would hide words.
    ///   - madeUp: a value that is nobody's, and stands in a signed text, which would no longer be as it was signed.
    init(_ exchanges: [Exchange], given: [String] = [], madeUp: String? = nil) {
        looksForNames = true
        let shown = Array((madeUp ?? "").utf8)
        self.shown = shown
        var keys = Set(given.flatMap(Self.spellings).filter { $0.count >= 4 })
        for exchange in exchanges {
            let sent = exchange.requestHeaders.flatMap(Self.authorizations)
            keys.formUnion(sent.filter { $0.count >= 6 && !MadeUp.isNobodys($0) })
        }
        var found = Dictionary(uniqueKeysWithValues: keys.map { ($0, Kind.key) })
        for exchange in exchanges {
            for bytes in [Array(exchange.url.utf8), exchange.requestBody ?? [], exchange.body] {
                for (range, kind) in Self.secrets(in: bytes, but: shown) { found[bytes[range].map(Self.small)] = kind }
            }
        }
        secrets = found.map { (bytes: $0, kind: $1) }.sorted { $0.bytes.count > $1.bytes.count }
        self.keys = keys.sorted { $0.count > $1.count }
    }

    /// The evidence without secrets.
    func masking(_ evidence: Evidence) -> Evidence {
        Evidence(
            expected: masking(evidence.expected), seen: masking(evidence.seen),
            curl: evidence.curl.map { masking(command: $0) })
    }

    /// A sentence without secrets.
    func masking(_ sentence: Sentence) -> Sentence {
        Sentence(masking(sentence.french), masking(sentence.english))
    }

    /// A text without secrets.
    func masking(_ text: String) -> String {
        Self.replaced(Array(text.utf8), hidden(in: text)) { _, _ in Self.mask }
    }

    /// A command line without secrets: each is a variable on which the shell insists, with a word for what belongs there.
    func masking(command line: String) -> String {
        Self.replaced(Array(line.utf8), hidden(in: line)) { kind, quoting in quoting.around("${\(kind.rawValue)}") }
    }

    private static func replaced(
        _ bytes: [UInt8], _ hidden: [(range: Range<Int>, kind: Kind)], _ word: (Kind, ShellQuoting) -> String
    ) -> String {
        guard !hidden.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
        var masked: [UInt8] = []
        var quoting = ShellQuoting()
        var place = 0
        for (range, kind) in hidden.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            if range.lowerBound >= place {
                masked += bytes[place..<range.lowerBound]
                quoting.read(bytes[place..<range.lowerBound])
                masked += Array(word(kind, quoting).utf8)
            }
            place = max(place, range.upperBound)
        }
        return String(decoding: masked + bytes[place...], as: UTF8.self)
    }

    // MARK: - Looking

    private func hidden(in text: String) -> [(range: Range<Int>, kind: Kind)] {
        let bytes = Array(text.utf8), lower = bytes.map(Self.small)
        var hidden =
            looksForNames
            ? Self.secrets(in: bytes, but: shown) + Self.values(of: Self.people, in: bytes, while: Self.isQuoted) : []
        for secret in secrets { hidden += Self.places(of: secret.bytes, in: lower).map { ($0, secret.kind) } }
        return hidden + beginnings(in: lower).map { ($0, .key) }
    }

    /// Where the beginning of a key stands before the sign that a text was cut off.
    private func beginnings(in bytes: [UInt8]) -> [Range<Int>] {
        Self.places(of: Array("…".utf8), in: bytes).compactMap { cut in
            let lengths = keys.compactMap { key in
                (4..<max(4, key.count)).last {
                    $0 <= cut.lowerBound && bytes[..<cut.lowerBound].suffix($0).elementsEqual(key.prefix($0))
                }
            }
            return lengths.max().map { cut.lowerBound - $0..<cut.lowerBound }
        }
    }

    /// A text as it stands, and as the two ways to write JSON have it, in small letters.
    private static func spellings(_ text: String) -> Set<[UInt8]> {
        let value = JSONValue.string(text)
        let written = [value.serialized(), value.serialized(.escapeNonASCII)].map { Array($0.dropFirst().dropLast()) }
        return Set(([Array(text.utf8)] + written).map { $0.map(small) })
    }

    /// What a header authorizes by: what stands behind the scheme, or the value of each cookie.
    private static func authorizations(_ header: (name: String, value: String)) -> [[UInt8]] {
        let parts: [Substring]
        switch header.name.lowercased() {
        case "authorization": parts = header.value.split(separator: " ").suffix(1)
        case "cookie":
            parts = header.value.split(separator: ";").compactMap { $0.split(separator: "=", maxSplits: 1).last }
        default: parts = []
        }
        return parts.map { $0.utf8.map(small) }
    }

    /// Where secrets stand: six characters at least, and no word of a sentence.
    private static func secrets(in bytes: [UInt8], but shown: [UInt8]) -> [(range: Range<Int>, kind: Kind)] {
        values(of: names, in: bytes, while: isOfValue).filter { range, _ in
            range.count >= 6 && !bytes[range].elementsEqual(shown) && !isWord(range, in: bytes)
                && !MadeUp.isNobodys(bytes[range])
        }
    }

    /// Whether a value is a word of prose, as after "Invalid token: ": a blank is before it, it has small letters, and no digit.
    private static func isWord(_ value: Range<Int>, in bytes: [UInt8]) -> Bool {
        bytes[value.lowerBound - 1] == 0x20 && bytes[value].contains { (0x61...0x7A).contains($0) }
            && !bytes[value].contains { (0x30...0x39).contains($0) }
    }

    /// Where the values of names stand: behind the name and some of `":=/` and blanks.
    private static func values(
        of names: [(name: [UInt8], kind: Kind)], in bytes: [UInt8], while belongs: (UInt8) -> Bool
    ) -> [(range: Range<Int>, kind: Kind)] {
        let lower = bytes.map(small)
        return names.flatMap { name, kind in
            places(of: name, in: lower).compactMap { range -> (range: Range<Int>, kind: Kind)? in
                var start = range.upperBound
                while start < bytes.count, isSeparator(bytes[start]) { start += 1 }
                guard bytes[range.upperBound..<start].contains(where: { $0 != 0x20 && $0 != 0x5C }) else { return nil }
                var end = start
                while end < bytes.count, belongs(bytes[end]) { end += 1 }
                return end > start && !bytes[start..<end].elementsEqual("null".utf8) ? (start..<end, kind) : nil
            }
        }
    }

    private static func places(of wanted: [UInt8], in bytes: [UInt8]) -> [Range<Int>] {
        guard let first = wanted.first, bytes.count >= wanted.count else { return [] }
        var places: [Range<Int>] = []
        var start = 0
        while start <= bytes.count - wanted.count {
            if bytes[start] == first, bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
                places.append(start..<(start + wanted.count))
                start += wanted.count
            } else {
                start += 1
            }
        }
        return places
    }

    private static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 32 : byte }

    /// One of `":=/'\\` or a blank.
    private static func isSeparator(_ byte: UInt8) -> Bool {
        [0x22, 0x3A, 0x3D, 0x2F, 0x27, 0x5C, 0x20].contains(byte)
    }

    /// What stands before the end of a text in JSON, or of a value that is none.
    private static func isQuoted(_ byte: UInt8) -> Bool { ![0x22, 0x5C, 0x2C, 0x7D].contains(byte) }

    /// A letter, a digit, or one of `_-.`.
    private static func isOfValue(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x2E: true
        default: false
        }
    }
}
