// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import Testing

/// Where a `Location` leads.
struct RedirectionTests {
    @Test(arguments: [
        ("http://a.example/x?y", "http://h/b/c?d", "http://a.example/x?y"), ("/x", "http://h:1/b/c?d", "http://h:1/x"),
        ("x?y=1", "http://h/b/c?d=/e", "http://h/b/x?y=1"), ("?y", "http://h/b/c?d#e", "http://h/b/c?y"),
        ("//i/x", "https://h/b", "https://i/x"), ("x", "http://h", "http://h/x"), ("x", "http://h?y=/", "http://h/x"),
        ("../films", "http://h/a/pass?x", "http://h/films"), ("./films", "http://h/a/pass", "http://h/a/films"),
        ("/refus?motif=Déjà validée", "http://h/a", "http://h/refus?motif=D%C3%A9j%C3%A0%20valid%C3%A9e"),
        ("HTTP://h:2/x", "http://h/a", "http://h:2/x"), ("/x#y", "http://h/a", "http://h/x#y"),
    ])
    func `is an address`(location: String, url: String, expected: String) {
        #expect(Redirection.address(location, from: url) == expected)
    }

    @Test(arguments: ["mailto:a@b.fr", "javascript:alert(1)", "ftp://h/x", "file:///etc/passwd", "http://"])
    func `is none where nobody goes by http`(location: String) {
        #expect(Redirection.address(location, from: "http://h/a/b") == nil)
    }
}
