// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A form with files, as a browser would send it (RFC 7578).
struct SeedForm {
    private static let boundary = "passculture-seed-5c1e0d"

    /// The header that announces it.
    static let contentType = "multipart/form-data; boundary=\(boundary)"

    /// The whole body.
    let body: [UInt8]

    /// Writes the fields; a text that says `png:48x72` becomes an image of that size, `pdf:` a document of one empty page.
    init(_ fields: JSONObject) throws(SeedError) {
        var parts: [UInt8] = []
        for (name, value) in fields {
            let text: String
            switch value {
            case .string(let string): text = string
            case .number(let number): text = number.text
            case .bool(let truth): text = truth ? "true" : "false"
            default: throw .malformed("form.\(name) is no text", "form.\(name) n'est pas un texte")
            }
            let (headers, content) = try Self.part(name, text)
            parts += Array(
                "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\(headers)\r\n\r\n".utf8)
            parts += content + [13, 10]
        }
        body = parts + Array("--\(Self.boundary)--\r\n".utf8)
    }

    private static func part(_ name: String, _ text: String) throws(SeedError) -> (headers: String, content: [UInt8]) {
        if text == "pdf:" {
            return ("; filename=\"\(name).pdf\"\r\nContent-Type: application/pdf", Array(document.utf8))
        }
        guard text.hasPrefix("png:") else { return ("", Array(text.utf8)) }
        let sides = text.dropFirst(4).split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard sides.count == 2, let width = sides[0], let height = sides[1],
            let image = SeedImage(width: width, height: height)
        else {
            throw .malformed(
                "\(text): an image is written png:48x72, 2,000 at most each way",
                "\(text) : une image s'écrit png:48x72, 2 000 au plus dans chaque sens")
        }
        return ("; filename=\"\(name).png\"\r\nContent-Type: image/png", image.bytes)
    }

    /// The least that is a PDF document of one page.
    private static let document = """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF

        """
}
