// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A page of a list, as `?page=` asks for it: the first is 1.
struct Page: Sendable, Hashable {
    /// Which, from 1.
    let number: Int
    /// How many elements it has at most.
    let size: Int

    /// Reads the page from a query; without one, or below it, the first.
    ///
    /// - Throws: 400 when it is no number; the service failed.
    init(_ call: Call, size: Int) throws(WireError) {
        self.size = size
        guard let text = call.query("page"), !text.isEmpty else {
            number = 1
            return
        }
        guard let asked = Int(text.trimmed) else { throw .field("page", Sentences.integer) }
        number = max(1, asked)
    }

    /// The elements of a list that are on the page; none beyond its end.
    func of<Element>(_ list: some Sequence<Element>) -> [Element] {
        let (skipped, overflows) = (number - 1).multipliedReportingOverflow(by: size)
        return overflows ? [] : Array(list.dropFirst(skipped).prefix(size))
    }
}
