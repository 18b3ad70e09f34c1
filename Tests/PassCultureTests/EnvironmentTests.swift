// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import Testing

@Suite("An environment")
struct EnvironmentTests {
    @Test("of the documents has the documents' hosts")
    func documented() {
        #expect(Environment.production.baseURL == "https://backend.passculture.beta.gouv.fr")
        #expect(Environment.integration.baseURL == "https://backend.passculture-integration.beta.gouv.fr")
        #expect(Environment.local(port: 5000).baseURL == "http://127.0.0.1:5000")
    }

    @Test(
        "of one's own takes hosts, ports and paths, and drops slashes at the end",
        arguments: [
            ("https://example.fr", "https://example.fr"),
            ("https://example.fr/", "https://example.fr"),
            ("https://example.fr:8443/api/v1//", "https://example.fr:8443/api/v1"),
            ("HTTPS://Example.fr", "HTTPS://Example.fr"),
            ("http://localhost:80", "http://localhost:80"),
            ("http://127.0.0.1:5000", "http://127.0.0.1:5000"),
            ("http://[::1]:5000/", "http://[::1]:5000"),
            (" https://example.fr\n", "https://example.fr"),
        ])
    func custom(url: String, base: String) throws {
        #expect(try Environment.custom(url).baseURL == base)
    }

    @Test(
        "of one's own refuses what requests cannot be appended to",
        arguments: [
            "", "example.fr", "ftp://example.fr", "file:///etc/passwd", "https://", "https:///path", "https://a b.fr",
            "https://user:secret@example.fr", "https://example.fr?x=1", "https://example.fr#top",
            "https://example.fr:0",
            "https://example.fr:65536", "https://example.fr:+80", "https://example.fr:", "https://[::1", "https://::1",
            "https://exämple.fr", "https://example.fr\\@evil.fr", "https://exam%70le.fr",
        ])
    func refused(url: String) {
        let error = #expect(throws: PassCultureError.self) { try Environment.custom(url) }
        #expect(error?.code == .invalidConfiguration)
        #expect(error?.detail?.contains("secret") == false)
    }

    @Test("in clear text on another machine is refused unless it is asked for")
    func clearText() throws {
        #expect(throws: PassCultureError.self) { try Environment.custom("http://platform:5000") }
        #expect(throws: PassCultureError.self) { try Environment.custom("http://127.example.fr") }
        let asked = try Environment.custom("http://platform:5000", allowingClearText: true)
        #expect(asked.baseURL == "http://platform:5000")
    }
}
