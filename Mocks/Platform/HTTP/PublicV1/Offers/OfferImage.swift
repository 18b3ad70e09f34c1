// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// An image of an offer: PNG or JPEG, two wide by three high, from 400 by 600 to 800 by 1200 pixels (`today §3.3`, `§3.9`).
struct OfferImage: Sendable {
    /// The most that its file may be long.
    static let largest = 10_000_000

    /// The file.
    let bytes: [UInt8]
    /// PNG or JPEG.
    let form: ImageForm

    /// What is wrong with a file.
    struct Problem: Error {
        /// The sentence about it.
        let sentence: String
    }

    /// Looks at a file.
    init(_ bytes: [UInt8]) throws(Problem) {
        guard bytes.count < Self.largest else {
            throw Problem(sentence: "The file is too large. It must be less than \(Self.largest) bytes.")
        }
        guard let form = ImageForm(bytes), form != .gif, let size = ImageSize(bytes, form: form) else {
            throw Problem(sentence: "The file is not a valid image.")
        }
        guard size.width >= 400, size.height >= 600 else {
            throw Problem(sentence: "The image is too small. It must be above 400x600 pixels.")
        }
        // One pixel of rounding is nobody's fault.
        guard abs(size.width * 3 - size.height * 2) <= 3 else {
            throw Problem(sentence: "Bad image ratio: expected 0.66, found \(Self.ratio(size))")
        }
        guard size.width <= 800, size.height <= 1200 else {
            throw Problem(sentence: "The image is too large. It must be at most 800x1200 pixels.")
        }
        self.bytes = bytes
        self.form = form
    }

    /// A ratio as the service writes it, cut after two decimals: `1.0`, `0.75`, `1.33`.
    private static func ratio(_ size: ImageSize) -> String {
        let hundredths = size.width * 100 / size.height
        let isTenth = hundredths % 10 == 0 && size.width * 100 % size.height == 0
        let decimals = isTenth ? "\(hundredths / 10 % 10)" : "\(hundredths / 10 % 10)\(hundredths % 10)"
        return "\(hundredths / 100).\(decimals)"
    }

    /// Reads the `image` of a body: a file in Base64 and its credit, or null for none.
    static func read(_ fields: PublicFields) -> Sent<(image: OfferImage, credit: String?)> {
        let object: PublicFields
        switch fields.object("image") {
        case .absent: return .absent
        case .null: return .null
        case .value(let value): object = value
        }
        let text = object.required("file") { object.text($0) }
        let credit = object.text("credit", 1...255).value
        guard let text else { return .absent }
        do throws(Problem) {
            guard let bytes = Base64.decode(text) else { throw Problem(sentence: "The file is not a valid image.") }
            return try .value((OfferImage(bytes), credit))
        } catch {
            fields.refuse("imageFile", error.sentence)
            return .absent
        }
    }

    /// Makes it an offer's image.
    func keep(for id: Identifier<Offer>, credit: String?, _ call: ProviderCall) throws(WireError) {
        let mediation = try call.perform(
            .offers(.addImage(by: call.provider.id, id, credit: credit)), words: OfferWords.offer("offer_id")
        ) { _, events in
            events.lazy.compactMap { event in
                if case .mediationCreated(let mediation) = event { mediation.id } else { nil }
            }.first
        }
        guard let mediation else { throw .serverFault }
        call.call.service.storeThumb(bytes, type: form.rawValue, for: mediation)
    }
}

/// `POST /public/offers/v1/{offer_id}/image` (`today §3.9`).
enum OfferImageRoutes {
    /// Files that are too large by far are told so by the route, in the contract's words.
    private static let bodyLimit = 64 << 20

    static let routes = [
        PublicV1.route("POST", "/public/offers/v1/{offer_id}/image", bodyLimit: bodyLimit) { call throws(WireError) in
            let id: Identifier<Offer> = try call.identifier("offer_id")
            guard call.read({ $0.seenOffer(id, by: call.provider.id) }) != nil else {
                throw OfferWords.notFound("offer_id")
            }
            let form = Multipart(call.call.body, contentType: call.call.header("Content-Type"))
            guard let file = form.file("file"), file.filename?.isEmpty == false else {
                throw .field("file", "A file must be provided in the request")
            }
            let credit = form.value("credit")
            if let credit, !(1...255).contains(credit.unicodeScalars.count) {
                throw .field("credit", "ensure this value has at least 1 and at most 255 characters")
            }
            let image: OfferImage
            do throws(OfferImage.Problem) {
                image = try OfferImage(file.bytes)
            } catch {
                throw .said("file", error.sentence, status: 400)
            }
            try image.keep(for: id, credit: credit, call)
            return .empty(204, contentType: nil)
        }
    ]
}
