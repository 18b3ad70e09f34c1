// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// One text file of the house: where it lies, its text, and its code without comments and strings.
package struct SourceFile: Sendable {
    /// The path relative to the root of the package, with `/` between the names.
    package let path: String
    /// The text as it is.
    package let bytes: [UInt8]
    /// The lines as they are, without their ends. A newline at the end of the file starts no further line.
    package let lines: [String]
    /// The words and signs of the code, for a Swift file; nothing for any other.
    package let tokens: [Token]

    /// The file at `path` that holds `bytes`.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        let text = String(decoding: bytes, as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        self.lines = lines
        self.tokens = path.hasSuffix(".swift") ? Token.scan(CodeStripper.strip(bytes)) : []
    }

    /// The file at `path` that holds `text`.
    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// Whether the file lies in `folder` or in a folder below it.
    package func lies(in folder: String) -> Bool { path.hasPrefix(folder + "/") }
}
