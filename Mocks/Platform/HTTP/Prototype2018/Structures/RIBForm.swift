// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// The field `rib` of a form: a file told by its first bytes, not by its name (`guide G30`).
struct RIBForm {
    /// The file.
    let bytes: [UInt8]
    /// What it is.
    let form: RIB.Form

    /// Reads the file.
    ///
    /// - Throws: 400 when there is none, or when it is too large or of another kind.
    init(_ call: Call) throws(WireError) {
        let file = Multipart(call.body, contentType: call.header("Content-Type")).file("rib")
        guard let file, file.filename?.isEmpty == false, !file.bytes.isEmpty else {
            throw .field("rib", "Vous devez fournir un RIB")
        }
        guard file.bytes.count <= RIB.largest else { throw .field("rib", "Le RIB ne doit pas dépasser 5 Mo") }
        guard let form = Self.form(of: file.bytes) else {
            throw .field("rib", "Le RIB doit être un fichier PDF, PNG ou JPEG")
        }
        bytes = file.bytes
        self.form = form
    }

    private static func form(of bytes: [UInt8]) -> RIB.Form? {
        if bytes.starts(with: "%PDF-".utf8) { return .pdf }
        switch ImageForm(bytes) {
        case .png: return .png
        case .jpeg: return .jpeg
        case .gif, nil: return nil
        }
    }
}
