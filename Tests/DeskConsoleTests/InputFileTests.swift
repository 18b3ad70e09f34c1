// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import DeskConsole
import TestSupport
import Testing

/// Files that somebody names, and what is said when they cannot be read.
struct InputFileTests {
    @Test func `a file is read whole`() throws {
        let folder = try ScratchFolder()
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
        try folder.write("list.csv", bytes)
        #expect(try InputFile.read(folder.path("list.csv")) == bytes)
    }

    @Test func `an input that does not wait itself is waited for, until its end`() async throws {
        let input = try SlowInput("ab")
        let bytes = try await Thread.run { () throws(InputFile.Failure) in
            try InputFile.read(descriptor: input.descriptor)
        }
        #expect(bytes == Array("ab".utf8))
        try input.end()
    }

    @Test func `why it cannot be read is said in French to who reads French`() throws {
        let folder = try ScratchFolder()
        try folder.write("file", [])
        let cases = [
            (folder.path("nothing"), "fichier introuvable", "No such file or directory"),
            (folder.path("file/list.csv"), "fichier introuvable", "Not a directory"),
            (folder.path(""), "c'est un dossier", "Is a directory"),
            (folder.path(String(repeating: "x", count: 300)), "erreur 36 du système", "File name too long"),
        ]
        for (path, french, english) in cases {
            let failure = #expect(throws: InputFile.Failure.self) { try InputFile.read(path) }
            let sentence = try #require(failure).sentence("liste.csv")
            #expect(sentence.french == "liste.csv est illisible (\(french)).")
            #expect(sentence.english == "liste.csv cannot be read (\(english)).")
        }
    }
}
