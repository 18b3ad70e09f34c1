// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension Fault {
    /// The answer as it leaves once the fault has struck it.
    ///
    /// - Parameter answer: what the service answered; an empty one if it never saw the request.
    func struck(_ answer: Answer) -> Answer {
        switch kind {
        case .refuse, .reset, .dropBeforeApplying, .applyThenDrop, .delay, .cutBody, .dribble:
            answer
        case .wrongContentType:
            Answer(status: answer.status, contentType: contentType, body: answer.body, headers: answer.headers)
        case .malformedJSON:
            Answer(
                status: answer.body.isEmpty ? 200 : answer.status, contentType: "application/json",
                body: Self.broken(answer.body), headers: answer.headers)
        case .htmlPage, .status:
            replacement ?? answer
        }
    }

    /// What comes in the place of the answer.
    private var replacement: Answer? {
        guard let page else { return nil }
        let isType = { (name: String) in name.lowercased() == "content-type" }
        return Answer(
            status: page.status, contentType: page.headers.first { isType($0.name) }?.value,
            body: Array(page.body.utf8), headers: page.headers.filter { !isType($0.name) })
    }

    /// How the answer leaves, if not simply so.
    var delivery: Delivery? {
        let form: Delivery.Form =
            switch kind {
            case .dropBeforeApplying, .applyThenDrop, .refuse, .reset: .dropped
            case .cutBody: .cut(afterBodyBytes: bytes)
            case .dribble: .dribbled(bytes: bytes, every: pause)
            case .delay, .wrongContentType, .malformedJSON, .htmlPage, .status: .whole
            }
        return form == .whole && wait == .zero ? nil : Delivery(wait: wait, form: form)
    }

    /// The first two thirds of a JSON text, which is none any more; for an empty body, the beginning of an object.
    private static func broken(_ body: [UInt8]) -> [UInt8] {
        // A text that starts with a brace and has lost its last one cannot be JSON; a number or a word could be.
        guard let first = body.first, [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\"")].contains(first) else {
            return Array(#"{"bookingId": "#.utf8)
        }
        let text = body.dropLast(body.last == UInt8(ascii: "\n") ? 1 : 0)
        return Array(text.prefix(max(1, text.count * 2 / 3)))
    }
}
