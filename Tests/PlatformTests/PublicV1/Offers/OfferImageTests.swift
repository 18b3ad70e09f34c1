// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Testing

@testable import Platform

/// Images of offers: today §3.9, and `image` of §3.3.
@Suite struct OfferImageTests {
    /// A PNG image of that size, as far as its header tells.
    private static func png(_ width: Int, _ height: Int) -> [UInt8] {
        var bytes = Pictures.png
        for (place, value) in [(16, width), (20, height)] {
            for index in 0..<4 { bytes[place + index] = UInt8(truncatingIfNeeded: value >> (8 * (3 - index))) }
        }
        return bytes
    }

    private func upload(
        _ platform: TodayPlatform, _ path: String, _ image: [UInt8]?, credit: String? = nil
    ) async -> RawExchange {
        var body: [UInt8] = []
        if let credit {
            body += "--limite\r\nContent-Disposition: form-data; name=\"credit\"\r\n\r\n\(credit)\r\n".utf8
        }
        if let image {
            body += "--limite\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n".utf8
            body += image + Array("\r\n".utf8)
        }
        body += "--limite--\r\n".utf8
        return await RawExchange.send(
            "POST", path, to: platform.server.baseURL,
            headers: [
                ("Authorization", "Bearer \(platform.key)"), ("Content-Type", "multipart/form-data; boundary=limite"),
            ], body: body)
    }

    @Test("an image becomes the offer's, and is served where the offer says")
    func image() async throws {
        try await TodayPlatform.run { platform in
            let product = try await platform.made(TodayPlatform.products, platform.productBody())
            #expect(product["image"] == .null)
            let id = try #require(product["id"]?.intValue)
            let answer = await upload(platform, "/public/offers/v1/\(id)/image", Self.png(400, 600), credit: "Agnès V.")
            #expect(line(answer) == "204")
            let image = await platform.send("GET", "\(TodayPlatform.products)/\(id)").json?["image"]
            #expect(image?["credit"] == "Agnès V.")
            let url = image?["url"]?.stringValue ?? ""
            #expect(url.hasPrefix(platform.server.baseURL))
            let served = await RawExchange.send(
                "GET", String(url.dropFirst(platform.server.baseURL.count)), to: platform.server.baseURL)
            #expect(served.status == 200)
            #expect(served.body == Self.png(400, 600))
            let file = Base64.encode(Self.png(800, 1200))
            let other = await platform.send(
                "PATCH", TodayPlatform.products,
                ["offerId": .number(JSONNumber(id)), "image": ["file": .string(file), "credit": "Jacques D."]])
            #expect(other.json?["image"]?["credit"] == "Jacques D.")
        }
    }

    @Test("null takes the image away, whichever came first, and what cannot be nothing is refused as null")
    func cleared() async throws {
        try await TodayPlatform.run { platform in
            let file: JSONValue = ["file": .string(Base64.encode(Self.png(400, 600)))]
            func patch(_ id: JSONValue?, _ change: JSONObject) async -> RawExchange {
                var body = change
                body["offerId"] = id
                return await platform.send("PATCH", TodayPlatform.products, .object(body))
            }
            let product = try await platform.made(TodayPlatform.products, platform.productBody(["image": file]))
            _ = await patch(product["id"], ["image": file])
            #expect(await patch(product["id"], ["name": "Autre titre"]).json?["image"] != .null)
            let cleared = await patch(product["id"], ["image": .null])
            #expect(cleared.status == 200 && cleared.json?["image"] == .null, "\(cleared.text)")
            #expect(await patch(product["id"], ["image": .null]).status == 200, "there is none, and none it is")
            #expect(await patch(product["id"], ["image": file]).json?["image"]?["credit"] == .null)
            let refused = await patch(product["id"], ["enableDoubleBookings": .null])
            #expect(refusal(refused) == "400 enableDoubleBookings")
            let event = try await platform.made(TodayPlatform.events, platform.eventBody(["image": file]))
            let path = "\(TodayPlatform.events)/\(event["id"]?.intValue ?? 0)"
            #expect(await platform.send("PATCH", path, ["image": .null]).json?["image"] == .null)
            #expect(await platform.send("GET", path).json?["image"] == .null)
            #expect(refusal(await platform.send("PATCH", path, ["enableDoubleBookings": .null])).hasPrefix("400"))
        }
    }

    static let refusals: [(width: Int, height: Int, sentence: String)] = [
        (399, 600, "The image is too small. It must be above 400x600 pixels."),
        (400, 599, "The image is too small. It must be above 400x600 pixels."),
        (600, 600, "Bad image ratio: expected 0.66, found 1.0"),
        (600, 800, "Bad image ratio: expected 0.66, found 0.75"),
        (1000, 750, "Bad image ratio: expected 0.66, found 1.33"),
        (1200, 1800, "The image is too large. It must be at most 800x1200 pixels."),
    ]

    @Test("an image of another size or shape is refused", arguments: refusals.indices)
    func refused(row: Int) async throws {
        try await TodayPlatform.run { platform in
            let (width, height, sentence) = Self.refusals[row]
            let product = try await platform.made(TodayPlatform.products, platform.productBody())
            let path = "/public/offers/v1/\(product["id"]?.intValue ?? 0)/image"
            #expect(
                line(await upload(platform, path, Self.png(width, height))) == #"400 {"file":"\#(sentence)"}"#)
            let body = platform.productBody(["image": ["file": .string(Base64.encode(Self.png(width, height)))]])
            #expect(
                line(await platform.send("POST", TodayPlatform.products, body))
                    == #"400 {"imageFile":["\#(sentence)"]}"#)
        }
    }

    @Test("no file, no image, too long a file, and an offer that is not there are refused")
    func noImage() async throws {
        try await TodayPlatform.run { platform in
            let product = try await platform.made(TodayPlatform.products, platform.productBody())
            let path = "/public/offers/v1/\(product["id"]?.intValue ?? 0)/image"
            #expect(
                line(await upload(platform, path, nil)) == #"400 {"file":["A file must be provided in the request"]}"#)
            let noImage = #"400 {"file":"The file is not a valid image."}"#
            for bytes in [Array("du texte".utf8), Pictures.gif] {
                #expect(line(await upload(platform, path, bytes)) == noImage)
            }
            for surplus in [10_000_000, 30_000_000] {
                let long = Self.png(400, 600) + [UInt8](repeating: 0, count: surplus)
                #expect(
                    line(await upload(platform, path, long))
                        == #"400 {"file":"The file is too large. It must be less than 10000000 bytes."}"#)
            }
            #expect(
                refusal(await upload(platform, "/public/offers/v1/999/image", Self.png(400, 600))) == "404 offer_id")
        }
    }
}
