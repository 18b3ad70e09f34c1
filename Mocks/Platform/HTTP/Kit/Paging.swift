// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Lists in pages, counted from 1.
enum Paging {
    /// The page asked for, the first when none is.
    ///
    /// - Throws: 400 with the framework's page when it is no number; the service failed then.
    static func page(_ call: Call) throws(WireError) -> Int {
        guard let text = call.query("page"), !text.isEmpty else { return 1 }
        guard let page = Int(text.trimmed) else { throw .badRequestPage }
        return max(1, page)
    }

    /// What stands on a page, nothing beyond the last.
    static func slice<Element>(_ elements: [Element], page: Int, size: Int) -> ArraySlice<Element> {
        let (start, overflows) = (page - 1).multipliedReportingOverflow(by: size)
        guard !overflows, start < elements.count else { return [] }
        return elements[start...].prefix(size)
    }
}
