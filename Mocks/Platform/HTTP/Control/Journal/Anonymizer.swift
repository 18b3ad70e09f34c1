// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Takes people out of exchanges: what their fields say, wherever it stands again, and what looks like it.
struct Anonymizer {
    private var marker = TextMarker()

    /// Learns who is spoken of in the exchanges.
    init(_ entries: [JournalEntry]) {
        for entry in entries {
            if let countermark = entry.countermark { marker.learn(countermark, as: .countermark) }
            for (body, headers) in [
                (entry.requestBody, entry.requestHeaders), (entry.answerBody, entry.answerHeaders),
            ] {
                if let value = try? JSONValue(parsing: body.bytes) {
                    learn(Self.inner(of: value) ?? value)
                } else if let text = body.text {
                    let type = headers.value(of: "Content-Type")
                    for cell in PeopleTable(text, type: type).known { marker.learn(cell.value, as: cell.datum) }
                    for part in Multipart(body.bytes, contentType: type).parts where part.filename == nil {
                        learn(part.text, of: part.name)
                    }
                }
            }
            for (name, value) in QueryString.fields(entry.query) { learn(value, of: name) }
        }
    }

    private mutating func learn(_ value: JSONValue) {
        switch value {
        case .object(let object):
            for (key, value) in object {
                if let text = value.stringValue { learn(text, of: key) }
                if PersonalDatum(field: key, value: "") == .barcode {
                    for text in value.arrayValue ?? [] { learn(text.stringValue ?? "", of: key) }
                }
                learn(value)
            }
        case .array(let values): for value in values { learn(value) }
        default: break
        }
    }

    private mutating func learn(_ value: String, of field: String) {
        guard value != Secrets.mask, let datum = PersonalDatum(field: field, value: value) else { return }
        marker.learn(value, as: datum)
    }

    // MARK: The parts of an exchange

    /// A path: a countermark or the token of a link, however it is spelt, and what is known. What is none (`OPTIONS *`) gets a slash in
    /// front, so that it is told from the address before it.
    func path(_ path: String) -> MarkedText {
        let path = path.isEmpty || path.hasPrefix("/") ? path : "/" + path
        var segments = Self.withoutMarks(path).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let place = JournalEntry.countermarkPlace(in: segments)
        if let place, !segments[place].isEmpty { segments[place] = String(PersonalDatum.countermark.mark) }
        if segments.count >= 4, segments[1] == "validate", !segments[3].isEmpty {
            segments[3] = String(PersonalDatum.link.mark)
        }
        return MarkedText(marked: segments.map(marker.mark).joined(separator: "/"))
    }

    /// A query, or a form written like one.
    func query(_ query: String) -> MarkedText {
        let pieces = Self.withoutMarks(query).split(separator: "&", omittingEmptySubsequences: false).map { piece in
            let name = piece.prefix { $0 != "=" }
            guard name.utf8.count < piece.utf8.count else { return marker.mark(String(piece)) }
            return "\(name)="
                + value(String(piece.dropFirst(name.count + 1)), of: QueryString.fields(name).first?.name ?? "")
        }
        return MarkedText(marked: pieces.joined(separator: "&"))
    }

    /// The value of a header.
    func header(_ value: String) -> MarkedText {
        MarkedText(marked: marker.mark(secretsMarked(Self.withoutMarks(value))))
    }

    /// A body; nothing if it is none, or no text.
    ///
    /// - Parameter isRequest: in a request a field's value is the field's, whatever its shape; in an answer a list under
    ///   `email` holds sentences about it.
    func body(_ body: JournalEntry.Body, type: String, isRequest: Bool) -> MarkedText? {
        guard !body.bytes.isEmpty, let text = body.text else { return nil }
        // The beginning of a text within a string: what stands in it cannot be told.
        if body.isCut, text.utf8.first == UInt8(ascii: "\"") { return nil }
        if !body.isCut, let value = try? JSONValue(parsing: body.bytes) {
            if let inner = Self.inner(of: value) {
                return MarkedText(marked: JSONValue.string(marked(inner, isRequest: isRequest).text).text)
            }
            return MarkedText(marked: marked(value, isRequest: isRequest).text)
        }
        if type.lowercased().hasPrefix("application/x-www-form-urlencoded") { return query(text) }
        let list = PeopleTable(Self.withoutMarks(text), type: type).marked
        return MarkedText(marked: marker.mark(secretsMarked(LooseJSON.marking(list))))
    }

    private func marked(_ value: JSONValue, isRequest: Bool) -> JSONValue {
        switch value {
        case .object(let object):
            var marked = JSONObject()
            for (key, value) in object {
                marked[marker.mark(Self.withoutMarks(key))] = self.marked(value, of: key, isRequest: isRequest)
            }
            return .object(marked)
        case .array(let values): return .array(values.map { marked($0, isRequest: isRequest) })
        case .string(let text): return .string(marker.mark(secretsMarked(Self.withoutMarks(text))))
        default: return value
        }
    }

    private func marked(_ value: JSONValue, of key: String, isRequest: Bool) -> JSONValue {
        switch value {
        case .string(let text): return .string(self.value(text, of: key))
        case .number(let number):
            return PersonalDatum(field: key, value: number.text).map { .string(String($0.mark)) } ?? value
        case .array(let values) where isRequest:
            return .array(values.map { marked($0, of: key, isRequest: isRequest) })
        default: return marked(value, isRequest: isRequest)
        }
    }

    private func value(_ text: String, of field: String) -> String {
        guard !text.isEmpty else { return text }
        if text == Secrets.mask { return String(PersonalDatum.secret.mark) }
        if let datum = PersonalDatum(field: field, value: text) { return String(datum.mark) }
        return marker.mark(secretsMarked(Self.withoutMarks(text)))
    }

    /// What a string holds that is JSON itself, as the calls to partners have it (`today §4.2`).
    private static func inner(of value: JSONValue) -> JSONValue? {
        guard let text = value.stringValue, let inner = try? JSONValue(parsing: Array(text.utf8)),
            inner.objectValue != nil
        else { return nil }
        return inner
    }

    /// What the journal did not keep, as a mark.
    private func secretsMarked(_ text: String) -> String {
        let word = Array(Secrets.mask.utf8)
        guard text.utf8.contains(word[0]) else { return text }
        let bytes = Array(text.utf8)
        var marked: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: word) {
                marked += Array(String(PersonalDatum.secret.mark).utf8)
                index += word.count
            } else {
                marked.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: marked, as: UTF8.self)
    }

    /// A text in which nothing can be taken for a mark.
    private static func withoutMarks(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { (0xE000...0xE0FF).contains($0.value) }) else { return text }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.map { (0xE000...0xE0FF).contains($0.value) ? "\u{FFFD}" : $0 })
        )
    }
}
