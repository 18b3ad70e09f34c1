// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Where an answer ends in the bytes that go out: a head up to its empty line, then a body of known length.
struct AnswerBytes {
    private static let endOfHead: [UInt8] = [13, 10, 13, 10]

    private var matched = 0
    private var bodyLeft: Int

    /// Creates the measure of an answer of which nothing has gone out.
    ///
    /// - Parameter bodyBytes: how long the body is on the wire: nothing for HEAD.
    init(bodyBytes: Int) {
        bodyLeft = bodyBytes
    }

    /// Whether all of the answer has been measured.
    var isOver: Bool { matched == Self.endOfHead.count && bodyLeft == 0 }

    /// How many of these next bytes are of its head, and how many of its body; what is left belongs to what comes after it.
    mutating func measure(_ bytes: some Collection<UInt8>) -> (head: Int, body: Int) {
        var head = 0
        for byte in bytes {
            guard matched < Self.endOfHead.count else { break }
            head += 1
            if byte == Self.endOfHead[matched] {
                matched += 1
            } else {
                matched = byte == Self.endOfHead[0] ? 1 : 0
            }
        }
        guard matched == Self.endOfHead.count else { return (head, 0) }
        let body = min(bodyLeft, bytes.count - head)
        bodyLeft -= body
        return (head, body)
    }
}
