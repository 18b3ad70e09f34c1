// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Reads a refusal out of an answer, whether its body is the contract's JSON, plain text, a page or nothing.
///
/// The status tells the family; a sentence of the contract, wherever it stands in the body, tells the reason; failing
/// that the key does, and failing that the status alone (`contract 2018-12 §2.3` and surprise 7).
enum RefusalReading {
    /// As much of a body as is searched: the contract's are of a hundred bytes.
    private static let searchedBytes = 16_384

    /// The keys under which the platform says a no that is about no field of the request.
    static let platformKeys: Set<String> = ["global", "booking", "payment"]

    /// Reads the refusal.
    ///
    /// - Parameter namesOffer: Whether the request carried an offer id.
    static func refusal(_ response: TransportResponse, namesOffer: Bool) -> Refusal {
        let sentences = serverSentences(in: response.body)
        let texts = sentences.isEmpty ? [text(of: response.body)] : sentences.map(\.text)
        let folded = texts.map(folded)
        if let row = RefusalTable.sentences.first(where: { row in
            row.status == response.status && folded.contains { $0.holds(row.folded) }
        }) {
            // Where no offer was named, a page that does not exist is a matter of the address, not of the offer.
            let reason = row.reason == .badOfferID && !namesOffer ? .platformRefused : row.reason
            return Refusal(reason: reason, status: response.status, basis: .sentence, serverSentences: sentences)
        }
        if let row = RefusalTable.keys.first(where: { row in
            row.status == response.status && sentences.contains { $0.key == row.key }
        }) {
            return Refusal(reason: row.reason, status: response.status, basis: .key, serverSentences: sentences)
        }
        let reason = RefusalTable.statuses[response.status] ?? .platformRefused
        return Refusal(reason: reason, status: response.status, basis: .status, serverSentences: sentences)
    }

    /// A text as it is compared: in small letters, with straight apostrophes and single spaces, and without the
    /// backslashes that the countermark document (23) shows before its apostrophes.
    static func folded(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars where scalar != "\\" {
            if scalar.properties.isWhitespace {
                if result.last != " " { result.append(" ") }
            } else {
                result.append(scalar == "\u{2019}" ? "'" : scalar)
            }
        }
        return String(result)
    }

    /// The sentences of a body: those of the contract's form, `{"key": ["sentence", …]}`, a single sentence instead of the
    /// list included, or the one of a short plain text; none of a page. Of a list of validation errors (`today §1.5`) each has its path
    /// for a key.
    static func serverSentences(in body: [UInt8]) -> [ServerSentence] {
        guard let value = try? JSONValue(parsing: body) else {
            let text = text(of: body).trimmed()
            guard !text.isEmpty, text.utf8.count <= 500, !text.hasPrefix("<"), !text.hasPrefix("{") else { return [] }
            return [ServerSentence(key: nil, text: text)]
        }
        if let text = value.stringValue { return [ServerSentence(key: nil, text: text)] }
        if let errors = value.arrayValue { return errors.compactMap(validationError) }
        guard let object = value.objectValue else { return [] }
        return object.flatMap { key, value in
            let texts = value.stringValue.map { [$0] } ?? (value.arrayValue ?? []).compactMap(\.stringValue)
            return texts.map { ServerSentence(key: key, text: $0) }
        }
    }

    private static func validationError(_ value: JSONValue) -> ServerSentence? {
        guard let path = value["loc"]?.arrayValue, let text = value["msg"]?.stringValue else { return nil }
        let steps = path.compactMap { step in step.stringValue ?? step.intValue.map(String.init) }
        return ServerSentence(key: steps.joined(separator: "."), text: text)
    }

    static func text(of body: [UInt8]) -> String {
        String(decoding: body.prefix(searchedBytes), as: UTF8.self)
    }
}
