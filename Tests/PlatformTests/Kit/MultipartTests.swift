// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Platform
import TestSupport
import Testing

@Suite("Forms")
struct MultipartTests {
    private let body = """
        preamble\r
        --frontière\r
        Content-Disposition: form-data; name="offerId"\r
        \r
        A9\r
        --frontière\r
        Content-Disposition: form-data; name="thumb"; filename="a\\"b;c.png"\r
        Content-Type: image/png\r
        \r
        \u{1}\r
        --frontièr\r
        \r
        --frontière\r
        content-disposition: form-data; name="empty"; filename=""\r
        \r
        \r
        --frontière--\r
        epilogue
        """

    @Test func partsAreReadByName() {
        let form = Multipart(Array(body.utf8), contentType: "multipart/form-data; boundary=\"frontière\"")
        #expect(form.parts.count == 3)
        #expect(form.value("offerId") == "A9")
        #expect(form.file("offerId") == nil)
        #expect(form.file("thumb")?.filename == "a\"b;c.png")
        #expect(form.file("thumb")?.contentType == "image/png")
        #expect(form.file("thumb")?.text == "\u{1}\r\n--frontièr\r\n")
        #expect(form.file("empty")?.filename == "")
        #expect(form.file("empty")?.bytes == [])
    }

    @Test("Line feeds alone end lines, and the last boundary may be missing")
    func sloppyFormsAreRead() {
        let text = "--b\nContent-Disposition: form-data; name=a\n\n1\n--b\nContent-Disposition: form-data; name=b\n\n2"
        let form = Multipart(Array(text.utf8), contentType: "Multipart/Form-Data; boundary=b")
        #expect(form.value("a") == "1")
        #expect(form.value("b") == "2")
    }

    @Test func urlEncodedFormsAreRead() {
        let form = Multipart(Array("a=1+2&b=%C3%A9".utf8), contentType: "application/x-www-form-urlencoded")
        #expect(form.value("a") == "1 2")
        #expect(form.value("b") == "é")
    }

    @Test(arguments: [
        (nil, "--b\r\n"), ("application/json", "{}"), ("multipart/form-data", "--b"),
        ("multipart/form-data; boundary=", "--"),
        ("multipart/form-data; boundary=b", ""), ("multipart/form-data; boundary=b", "--b"),
        ("multipart/form-data; boundary=b", "--b\r\n\r\nno name\r\n--b--"),
    ])
    func whatIsNoFormHasNoParts(type: String?, body: String) {
        #expect(Multipart(Array(body.utf8), contentType: type).parts.isEmpty)
    }

    @Test func anyBytesAreSurvived() {
        var random = SeededRandom()
        let alphabet = Array("--b\r\n:;=\"n".utf8)
        for _ in 0..<3_000 {
            let bytes = (0..<40).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
            let form = Multipart(bytes, contentType: "multipart/form-data; boundary=b")
            #expect(form.parts.allSatisfy { $0.bytes.count <= bytes.count })
        }
    }
}
