// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

/// Calls of pass Culture, verified and signed at the command line.
@Suite(.timeLimit(.minutes(2)))
struct WebhookCommandTests {
    private let passculture = Program("passculture")
    private let folder: ScratchFolder
    private let key: [String]

    init() throws {
        folder = try ScratchFolder()
        try folder.write("hmac.key", Array("hmac-key-for-tests\n".utf8))
        key = ["--key-file", folder.path("hmac.key")]
    }

    @Test func `what was signed is verified, and what was changed is not`() async throws {
        let inner = #"{"barcodes": ["1234567890123"], "é": 1}"#
        let signed = try await passculture.run(["webhook", "sign"] + key, input: inner + "\n")
        #expect(signed.code == 0, "\(signed.error)")
        let lines = signed.output.split(separator: "\n").map(String.init)
        try #require(lines.count == 2)
        #expect(lines[1] == #""{\"barcodes\": [\"1234567890123\"], \"\u00e9\": 1}""#)
        let signature = String(try #require(lines[0].split(separator: " ").last))
        #expect(lines[0].hasPrefix("PassCulture-Signature: ") && signature.count == 64)

        let verify = ["webhook", "verify", "--signature", signature] + key
        let genuine = try await passculture.run(verify, input: lines[1])
        #expect(genuine.code == 0)
        #expect(genuine.output == inner + "\n")
        let changed = try await passculture.run(verify, input: lines[1].replacing("123456", with: "654321"))
        #expect(changed.code == 1)
        #expect(changed.output.isEmpty)
        #expect(changed.error.contains("signature-wrong"))
    }

    @Test func `what holds no key, and what is no JSON, end with 3; what cannot be read, with 2`() async throws {
        try folder.write("empty.key", Array("\n".utf8))
        try folder.write("two.key", Array("one\ntwo\n".utf8))
        for (name, code) in [("empty.key", 3), ("two.key", 3), ("no.key", 2)] as [(String, Int32)] {
            let path = folder.path(name)
            for command in [["sign"], ["verify", "--signature", "00"]] {
                let ending = try await passculture.run(["webhook"] + command + ["--key-file", path], input: "{}")
                #expect(ending.code == code, "\(name): \(ending.error)")
                #expect(ending.error.contains(path) && ending.output.isEmpty)
            }
        }
        let ending = try await passculture.run(["webhook", "sign"] + key, input: "{")
        #expect(ending.code == 3 && ending.output.isEmpty)
    }
}
