// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The body of a form, in parts with a boundary between them or as `a=1&b=2`.
///
/// It is read as tolerantly as the service's framework did: line feeds alone end lines, the last boundary may be missing, and
/// what comes before the first boundary is left out. A body that is no form has no parts.
package struct Multipart: Sendable {
    /// One field of the form.
    package struct Part: Sendable {
        /// The field's name.
        package let name: String
        /// The name of the file, empty if the form had a file field that was left empty; nothing for plain values.
        package let filename: String?
        /// The content type that the part announces, if any.
        package let contentType: String?
        /// What it holds.
        package let bytes: [UInt8]

        /// What it holds, as text; bytes that are not UTF-8 become replacement characters.
        package var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// The fields in the order sent.
    package let parts: [Part]

    /// More parts than this are left out.
    private static let mostParts = 64

    /// Reads a body.
    package init(_ body: [UInt8], contentType: String?) {
        let type = HeaderParameters(contentType ?? "")
        switch type.value {
        case "multipart/form-data":
            let boundary = type.parameters["boundary"] ?? ""
            parts = boundary.isEmpty ? [] : Self.parts(body, boundary: Array("--\(boundary)".utf8))
        case "application/x-www-form-urlencoded":
            parts = QueryString.fields(String(decoding: body, as: UTF8.self)).prefix(Self.mostParts).map {
                Part(name: $0.name, filename: nil, contentType: nil, bytes: Array($0.value.utf8))
            }
        default: parts = []
        }
    }

    /// The plain value of a field; the first if there are several.
    package func value(_ name: String) -> String? {
        parts.first { $0.name == name && $0.filename == nil }?.text
    }

    /// The file of a field, even an empty one; the first if there are several.
    package func file(_ name: String) -> Part? {
        parts.first { $0.name == name && $0.filename != nil }
    }

    // MARK: Reading

    private static func parts(_ body: [UInt8], boundary: [UInt8]) -> [Part] {
        var found: [Part] = []
        var start: Int?
        var line = 0
        while line < body.count, found.count < mostParts {
            let end = body[line...].firstIndex(of: 0x0A) ?? body.count
            if let isLast = isBoundary(body[line..<end], boundary) {
                if let start, let part = part(body[start..<max(start, contentEnd(body, before: line))]) {
                    found.append(part)
                }
                start = end + 1
                if isLast { return found }
            }
            line = end + 1
        }
        if let start, start < body.count, found.count < mostParts, let part = part(body[start...]) {
            found.append(part)
        }
        return found
    }

    /// Whether a line is a boundary, and then whether it is the last one.
    private static func isBoundary(_ line: ArraySlice<UInt8>, _ boundary: [UInt8]) -> Bool? {
        guard line.starts(with: boundary) else { return nil }
        var rest = line.dropFirst(boundary.count)
        while let last = rest.last, [0x0D, 0x20, 0x09].contains(last) { rest.removeLast() }
        if rest.isEmpty { return false }
        return rest.elementsEqual("--".utf8) ? true : nil
    }

    /// Where the content before a boundary ends: the line end before it belongs to the boundary.
    private static func contentEnd(_ body: [UInt8], before line: Int) -> Int {
        var end = line
        if end > 0, body[end - 1] == 0x0A { end -= 1 }
        if end < line, end > 0, body[end - 1] == 0x0D { end -= 1 }
        return end
    }

    /// A part without a name is left out.
    private static func part(_ bytes: ArraySlice<UInt8>) -> Part? {
        var headers: [String: String] = [:]
        var rest = bytes
        while let end = rest.firstIndex(of: 0x0A) {
            let line = String(decoding: rest[rest.startIndex..<end], as: UTF8.self).trimmed
            rest = rest[(end + 1)...]
            if line.isEmpty { break }
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmed
        }
        let disposition = HeaderParameters(headers["content-disposition"] ?? "")
        guard let name = disposition.parameters["name"] else { return nil }
        return Part(
            name: name, filename: disposition.parameters["filename"], contentType: headers["content-type"],
            bytes: Array(rest))
    }
}
