// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Publisher {
    /// Gives an offer a picture, or another one (`today §3.9`).
    public func setImage(_ image: OfferImage, of offer: Int) async throws(PassCultureError) -> Publishing<Void> {
        try await publish(imageCall(image, offer))
    }

    /// Gives an offer a picture, on the caller's thread.
    public func setImageBlocking(_ image: OfferImage, of offer: Int) throws(PassCultureError) -> Publishing<Void> {
        try publishBlocking(imageCall(image, offer))
    }

    private func imageCall(_ image: OfferImage, _ offer: Int) -> PublishingCall<Void> {
        let refusal = limits { image.check(&$0, at: "file") }
        return PublishingCall(
            method: "POST", path: "/public/offers/v1/\(offer)/image",
            pathTemplate: "/public/offers/v1/{offer_id}/image",
            body: refusal == nil ? .form(image, boundary: Self.boundary(drawing: loop.options.draw)) : nil,
            refusal: refusal, read: PublishingCall<Void>.nothing)
    }

    /// A line that no picture holds, but by a chance of one in 2^128.
    private static func boundary(drawing draw: () -> UInt64) -> String {
        "passculture-" + String(draw(), radix: 16) + "-" + String(draw(), radix: 16)
    }
}

extension PublishingBody {
    /// A form with a picture (RFC 7578).
    fileprivate static func form(_ image: OfferImage, boundary: String) -> PublishingBody {
        let kind = image.header?.kind ?? .png
        var bytes: [UInt8] = []
        if let credit = image.credit {
            bytes += "--\(boundary)\r\nContent-Disposition: form-data; name=\"credit\"\r\n".utf8
            bytes += "Content-Type: text/plain; charset=utf-8\r\n\r\n\(credit)\r\n".utf8
        }
        bytes += "--\(boundary)\r\n".utf8
        bytes += "Content-Disposition: form-data; name=\"file\"; filename=\"image.\(kind.rawValue)\"\r\n".utf8
        bytes += "Content-Type: image/\(kind.rawValue)\r\n\r\n".utf8
        bytes += image.file
        bytes += "\r\n--\(boundary)--\r\n".utf8
        return PublishingBody(contentType: "multipart/form-data; boundary=\(boundary)", bytes: bytes)
    }
}
