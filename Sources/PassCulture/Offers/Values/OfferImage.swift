// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The picture of an offer: PNG or JPEG, 400 by 600 to 800 by 1200 points, upright two to three, under 10 MB (`today §3.9`).
///
/// Its size is read from its first bytes and checked before it is sent.
public struct OfferImage: Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public let file: [UInt8]

    /// Whose picture it is.
    public let credit: String?

    /// Takes a file as it is; what is wrong with it shows when it would be sent.
    public init(file: [UInt8], credit: String? = nil) {
        self.file = file
        self.credit = credit
    }

    /// The size of the file.
    public var description: String { "OfferImage(\(file.count) bytes)" }

    var json: JSONValue {
        var object: JSONObject = ["file": .string(base64(file))]
        object.write("credit", credit)
        return .object(object)
    }

    /// What the file begins as.
    var header: ImageHeader? { ImageHeader(file) }

    func check(_ limits: inout Limits, at path: String) {
        guard file.count < 10_000_000 else {
            return limits.refuse(path, "The file is too large. It must be less than 10000000 bytes.")
        }
        guard let header else { return limits.refuse(path, "The file is not a valid image.") }
        let (width, height) = (header.width, header.height)
        if width < 400 || height < 600 {
            limits.refuse(path, "The image is too small. It must be above 400x600 pixels.")
        } else if width > 800 || height > 1200 {
            limits.refuse(path, "The image is too large. It must be at most 800x1200 pixels.")
        } else if abs(3 * width - 2 * height) * 100 > 2 * height {
            // Within one in a hundred: how exactly the platform measures is not told.
            limits.refuse(path, "Bad image ratio: expected 0.66, found \(width)/\(height)")
        }
    }
}
