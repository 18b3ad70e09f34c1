// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// A refusal of the public API v1, read: by status and key first, and by a sentence where these leave a choice.
///
/// The wording is not stable, and a value is a string or a list of strings (`today §1.5`).
struct PublicRefusal: Sendable {
    private let status: Int
    private let sentences: [ServerSentence]
    /// What is searched: the sentences as they are compared, or the whole body of an answer that has none.
    private let folded: [String]

    init(_ response: TransportResponse) {
        status = response.status
        sentences = RefusalReading.serverSentences(in: response.body)
        let texts = sentences.isEmpty ? [RefusalReading.text(of: response.body)] : sentences.map(\.text)
        folded = texts.map(RefusalReading.folded)
    }

    /// What it says to who asked for an operation.
    func refusal(to operation: CountermarkCall.Operation, in zone: Zone) -> Refusal {
        let (reason, basis) = reason(to: operation)
        let validFrom = reason == .tooEarly ? date(in: zone) : nil
        return Refusal(
            reason: reason, status: status, basis: basis, serverSentences: sentences, validFrom: validFrom, zone: zone)
    }

    private func reason(to operation: CountermarkCall.Operation) -> (Refusal.Reason, Refusal.Basis) {
        let rows = PublicRefusalTable.rows(for: operation).filter { $0.status == status }
        let keys = Set(sentences.compactMap(\.key))
        let ofKey = rows.filter { keys.contains($0.key) }
        // In the order in which the platform tests, where a body names several.
        for row in ofKey + rows where folded.contains(where: { $0.holds(row.folded) }) {
            return (row.reason, .sentence)
        }
        if ofKey.contains(where: { $0.reason == .tooEarly }), date(in: .utc) != nil { return (.tooEarly, .key) }
        if let first = ofKey.first, ofKey.allSatisfy({ $0.reason == first.reason }) { return (first.reason, .key) }
        switch status {
        case 400, 422:
            if keys.isEmpty { return (.platformRefused, .status) }
            // None of the four routes has a field that these could name: it is a no of the platform's own.
            let isDeclined = keys.isSubset(of: RefusalReading.platformKeys)
            return (isDeclined ? declined(operation) : .incompleteRequest, .key)
        case 401: return (.keyRefused, .status)
        case 404: return (.unknownCountermark, .status)
        // In the platform's own form, if not in its words.
        case 410: return (.noLongerValid, ofKey.isEmpty ? .status : .key)
        default: return (.platformRefused, ofKey.isEmpty ? .status : .key)
        }
    }

    /// What was asked for is not done, and what there was stands.
    private func declined(_ operation: CountermarkCall.Operation) -> Refusal.Reason {
        switch operation {
        case .verify, .validate: .platformRefused
        case .undo: .notUndone
        case .cancel: .notCancelled
        }
    }

    /// The first day and time in a sentence, `03/12/2026 … 07:15`, by the clocks of a zone.
    private func date(in zone: Zone) -> Instant? {
        for text in folded {
            let numbers = text.split { !$0.isNumber }.map { Int($0) }
            for start in numbers.indices.dropLast(4) {
                guard let day = numbers[start], let month = numbers[start + 1], let year = numbers[start + 2],
                    year > 2000, let date = CivilDate(year: year, month: month, day: day),
                    let hour = numbers[start + 3], let minute = numbers[start + 4], hour < 24, minute < 60
                else { continue }
                return CivilDateTime(date: date, hour: hour, minute: minute).instant(in: zone)
            }
        }
        return nil
    }
}
