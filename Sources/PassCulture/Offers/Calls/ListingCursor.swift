// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Where somebody is in a list that comes page by page: what is left of one, and which comes next.
struct ListingCursor<Element: Sendable>: Sendable {
    /// A page that is asked for.
    struct Page: Sendable {
        /// The lowest number that may be on it.
        let start: Int
        /// The question for it.
        let call: PublishingCall<[Element]>
    }

    private let listing: Listing<Element>
    private var left: ArraySlice<Element> = []
    private var start: Int? = 1
    /// What the platform said to the last page, if it was no.
    private(set) var refusal: PublishingRefusal?

    init(_ listing: Listing<Element>) { self.listing = listing }

    /// Leaves for the next page; nil after the last. Until a page is taken there is none behind it.
    mutating func leave() -> Page? {
        defer { start = nil }
        return start.map { Page(start: $0, call: listing.call($0)) }
    }

    /// Takes what came of a page; one that is not full is the last.
    ///
    /// - Throws: ``PassCultureError`` with the code ``PassCultureError/Code/unreadableAnswer`` when its numbers lead back: reading on would
    ///   never end.
    mutating func take(_ answer: Lookup<[Element]>, of page: Page) throws(PassCultureError) {
        refusal = answer.refusal
        guard let elements = answer.value else { return }
        if elements.count >= Listing<Element>.pageSize, let last = elements.last {
            let number = listing.id(last)
            guard number >= page.start, number < Int.max else {
                throw PassCultureError(.unreadableAnswer, status: 200, detail: "the numbers of a list do not rise")
            }
            start = number + 1
        }
        left = elements[...]
    }

    /// What is next on the page, if anything is left of it.
    mutating func nextElement() -> Element? { left.popFirst() }
}
