// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import DeskConsole

/// A file that holds one key and nothing else: it stays out of the arguments, which everybody on the machine can read.
enum SecretFile {
    /// The key, without the line's end after it.
    ///
    /// - Throws: exit code 2 when the file cannot be read, 3 when it holds no text of one line.
    static func read(_ path: String) throws(CommandExit) -> String {
        let bytes: [UInt8]
        do throws(InputFile.Failure) {
            bytes = try InputFile.read(path)
        } catch {
            let sentence = error.sentence(path)
            throw .unreachable(tr(sentence.english, sentence.french))
        }
        var key = String(decoding: bytes, as: UTF8.self)[...]
        while key.last?.isNewline == true { key = key.dropLast() }
        guard !key.isEmpty, !key.contains(where: \.isNewline), key.utf8.elementsEqual(bytes.prefix(key.utf8.count))
        else {
            throw .usage(
                tr("\(path) does not hold a key on one line.", "\(path) ne contient pas une clé sur une ligne."))
        }
        return String(key)
    }
}
