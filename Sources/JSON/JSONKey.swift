// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A key of an object, compared by its bytes.
///
/// Swift's strings are equal when Unicode holds them to be canonically equivalent; JSON's keys only when their code
/// points are the same.
struct JSONKey: Hashable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (left: JSONKey, right: JSONKey) -> Bool {
        // The first comparison is the fast one, and refuses nearly all that differ.
        left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
        hasher.combine(text.utf8.count)
    }
}
