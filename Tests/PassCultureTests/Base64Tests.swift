// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import PassCulture

@Suite("Base64")
struct Base64Tests {
    @Test(
        "follows the vectors of RFC 4648, section 10",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func vectors(text: String, encoded: String) {
        #expect(base64(Array(text.utf8)) == encoded)
    }

    @Test("writes accents as UTF-8, as the platform reads a log-in")
    func accents() {
        #expect(base64(Array("é:ÿ~".utf8)) == "w6k6w79+")
    }
}
