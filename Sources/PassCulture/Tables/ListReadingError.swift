// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why a list (attendees, bookings) was not read: which line or place, and what is wrong there. Nothing of the list was taken over.
///
/// It never repeats what stands there: lists are about people.
public struct ListReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong; stable.
    public let code: Code
    /// The line of the file, from 1, of a table.
    public let line: Int?
    /// The place in a JSON document, such as `attendees[3].token`.
    public let path: String?
    /// What is wrong, in French and English, with the line or the place before it.
    public let sentence: CashierSentence

    init(
        _ code: Code, line: Int? = nil, path: String? = nil, _ french: String, _ english: String
    ) {
        self.code = code
        self.line = line
        self.path = path
        let place =
            (line.map { ("ligne \($0) : ", "line \($0): ") }) ?? path.map { ("\($0) : ", "\($0): ") } ?? ("", "")
        sentence = CashierSentence(french: place.0 + french, english: place.1 + english)
    }

    /// The code and the English sentence.
    public var description: String { "\(code): \(sentence.english)" }
}

extension ListReadingError {
    /// What is wrong with a list: a stable code. New codes may be added.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The stable code, such as `columns`.
        public let code: String

        private init(_ code: String) { self.code = code }

        /// The stable code.
        public var description: String { code }

        /// The bytes are not UTF-8: a spreadsheet saved the file its own way.
        public static let notUTF8 = Self("not-utf-8")
        /// The table or the document is not well formed.
        public static let malformed = Self("malformed")
        /// Columns are missing: it is another file.
        public static let columns = Self("columns")
        /// A value cannot be what its column says.
        public static let value = Self("value")
        /// A countermark stands there twice.
        public static let duplicate = Self("duplicate")
        /// The list does not name its show, and the caller did not either.
        public static let showNeeded = Self("show-needed")
        /// The list does not show the countermarks.
        public static let hidden = Self("hidden-countermarks")
    }
}
