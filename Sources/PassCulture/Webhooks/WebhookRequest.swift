// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A call as the partner's web framework has it: method, signature and body; hidden from every kind of printing.
public struct WebhookRequest: Sendable, Masked {
    /// The method, in capitals.
    public let method: String
    /// Every value of the header ``WebhookVerifier/header``; one, if all is well.
    public let signatures: [String]
    /// The body, byte by byte as it came: not parsed, not decoded, not written anew.
    public let body: [UInt8]

    /// Takes over a call from a framework that finds headers by their name.
    public init(method: String, signatures: [String], body: some Sequence<UInt8>) {
        self.method = method
        self.signatures = signatures
        self.body = Array(body)
    }

    /// Takes over a call from a framework that lists all headers; their names are compared without regard to capitals.
    public init(method: String, headers: [(name: String, value: String)], body: some Sequence<UInt8>) {
        let signatures = headers.filter { $0.name.lowercased() == WebhookVerifier.header.lowercased() }.map(\.value)
        self.init(method: method, signatures: signatures, body: body)
    }
}
