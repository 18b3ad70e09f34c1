// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// An address taken apart at its own marks, nothing decoded; any bytes can be taken apart.
struct LinkParts {
    /// A parameter of a query.
    struct Pair {
        /// Before the first `=`.
        let name: [UInt8]
        /// After it.
        let value: [UInt8]
        /// The whole.
        let whole: [UInt8]

        init(_ text: ArraySlice<UInt8>) {
            let (name, value) = LinkParts.cut(text, at: "=")
            self.name = Array(name)
            self.value = Array(value ?? [])
            whole = Array(text)
        }
    }

    /// The name of the site, with a log-in and a port if there are.
    let authority: [UInt8]
    /// From the first `/` on.
    let path: [UInt8]
    /// The parameters, in their order.
    let query: [Pair]
    /// What stands after the first `#`; nothing where it was not to be cut off.
    let fragment: [UInt8]?

    /// Takes an address apart: a whole one, with or without `http://`, or from its path, `?` or `#` on.
    init(_ address: [UInt8], cutsFragment: Bool = true) {
        let (front, fragment) = cutsFragment ? Self.cut(address[...], at: "#") : (address[...], nil)
        let (before, query) = Self.cut(front, at: "?")
        let start = Self.endOfAuthority(before)
        authority = Array(before[..<start])
        path = Array(before[start...])
        self.query = Self.pairs(query)
        self.fragment = fragment.map { Array($0) }
    }

    /// Takes a fragment apart, which may be a path and a query of its own.
    init(fragment: [UInt8]) {
        let (path, query) = Self.cut(fragment[...], at: "?")
        authority = []
        self.path = Array(path)
        self.query = Self.pairs(query)
        self.fragment = nil
    }

    /// The value of a parameter, not decoded: the first of that name, given decoded.
    func value(of name: [UInt8]) -> [UInt8]? {
        query.first { LinkPattern.decoded($0.name) == name }?.value
    }

    /// The value of a parameter that is an e-mail address: while it has no `@` it goes on behind a `&`, unless a parameter of these names
    /// begins there.
    func email(of name: [UInt8], endedBy names: Set<[UInt8]>) -> [UInt8]? {
        guard let index = query.firstIndex(where: { LinkPattern.decoded($0.name) == name }) else { return nil }
        let value = query[index].value
        var longer = value
        var isWhole = Self.hasAt(value)
        for pair in query[(index + 1)...] {
            if isWhole || names.contains(LinkPattern.decoded(pair.name)) { break }
            longer += [UInt8(ascii: "&")] + pair.whole
            isWhole = Self.hasAt(pair.whole)
        }
        return isWhole ? longer : value
    }

    private static func hasAt(_ text: [UInt8]) -> Bool { LinkPattern.decoded(text).contains(UInt8(ascii: "@")) }

    private static func pairs(_ query: ArraySlice<UInt8>?) -> [Pair] {
        (query ?? []).split(separator: UInt8(ascii: "&")).map(Pair.init)
    }

    /// Where the site's name ends: at the first `/` after `://`, if there is one, or else at the first.
    private static func endOfAuthority(_ text: ArraySlice<UInt8>) -> Int {
        let slash = UInt8(ascii: "/")
        guard let first = text.firstIndex(of: slash) else { return text.endIndex }
        guard first > text.startIndex, text[first - 1] == UInt8(ascii: ":"),
            text[first...].starts(with: [slash, slash])
        else { return first }
        return text[(first + 2)...].firstIndex(of: slash) ?? text.endIndex
    }

    /// The text before the first such mark, and the one after it if there is one.
    private static func cut(
        _ text: ArraySlice<UInt8>, at mark: Unicode.Scalar
    ) -> (ArraySlice<UInt8>, ArraySlice<UInt8>?) {
        guard let index = text.firstIndex(of: UInt8(ascii: mark)) else { return (text, nil) }
        return (text[..<index], text[(index + 1)...])
    }
}
