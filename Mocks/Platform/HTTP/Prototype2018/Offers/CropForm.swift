// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The fields `croppingRect[x]`, `croppingRect[y]` and `croppingRect[height]` of a teaser (`guide G18`, `contract 2018-12 §6.6`):
/// fractions of the image. The frame is a square, whose side is that fraction of the image's height.
struct CropForm: Sendable {
    private static let prefix = "croppingRect"
    private let x: Int64
    private let y: Int64
    private let side: Int64

    /// Reads the three; nothing unless all of them are there, as the service had it.
    ///
    /// - Throws: 400 for what is no number, which made the service fail.
    init?(_ form: Multipart) throws(WireError) {
        guard let x = form.value("croppingRect[x]"), let y = form.value("croppingRect[y]"),
            let height = form.value("croppingRect[height]")
        else { return nil }
        (self.x, self.y, side) = try (Self.millionths(x), Self.millionths(y), Self.millionths(height))
    }

    private static func millionths(_ text: String) throws(WireError) -> Int64 {
        var reader = try? FieldReader([prefix: .string(text)], casting: [prefix: .decimal])
        guard let value = reader?.scaled(prefix, digits: 6), text.utf8.count <= 64 else {
            throw .field(prefix, Sentences.numberForm)
        }
        return value
    }

    /// x, y and height of a crop as fractions: `0.1, 0.05, 0.5`.
    static func text(_ crop: Crop) -> String {
        [crop.x, crop.y, crop.height].map { millionths in
            let digits = String(millionths + 10 * Crop.whole).dropFirst(1)
            var text = "\(digits.prefix(1)).\(digits.suffix(6))"
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
            return text
        }.joined(separator: ", ")
    }

    /// The crop of an image of that size, and the pixels that it leaves.
    ///
    /// - Parameters:
    ///   - size: The image's.
    ///   - mustFill: Whether a frame that leaves the image is refused; otherwise it is cut off at its edge.
    /// - Throws: 400 when the frame has no size, begins outside the image, or leaves it though it must not.
    func frame(in size: ImageSize, mustFill: Bool) throws(WireError) -> (
        crop: Crop, columns: Range<Int>, rows: Range<Int>
    ) {
        let whole = Crop.whole
        guard (0..<whole).contains(x), (0..<whole).contains(y), side > 0, side <= whole || !mustFill else {
            throw .field(Self.prefix, "Le cadre doit se trouver dans l'image")
        }
        func pixels(_ fraction: Int64, of length: Int) -> Int { Int((fraction * Int64(length) + whole / 2) / whole) }
        let (left, top) = (
            min(pixels(x, of: size.width), size.width - 1), min(pixels(y, of: size.height), size.height - 1)
        )
        let edge = max(1, pixels(min(side, whole), of: size.height))
        // A pixel more or less is the rounding of the fractions.
        guard !mustFill || (left + edge <= size.width + 1 && top + edge <= size.height + 1) else {
            throw .field(Self.prefix, "L'image doit remplir le cadre")
        }
        let crop = Crop(x: x, y: y, height: min(side, whole))
        return (crop, left..<min(left + edge, size.width), top..<min(top + edge, size.height))
    }
}
