// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The kinds of image that a teaser may be, told by their bytes (`contract 2018-12 §6.6`).
///
/// The service trusted the extension of the file's name and failed on what was no image, leaving a teaser without one.
/// Here both the extension and the bytes count.
enum ImageForm: String, Sendable, Hashable {
    /// Photographs.
    case jpeg = "image/jpeg"
    /// Drawings.
    case png = "image/png"
    /// Drawings with few colours.
    case gif = "image/gif"

    /// The extensions of file names that the service accepted, in whatever case.
    static let extensions: Set<String> = ["jpg", "jpeg", "png", "gif"]

    /// What an image begins with and how large it says it is, or nothing if that makes no sense.
    init?(_ bytes: [UInt8]) {
        if Self.isPNG(bytes) {
            self = .png
        } else if Self.isGIF(bytes) {
            self = .gif
        } else if Self.isJPEG(bytes) {
            self = .jpeg
        } else {
            return nil
        }
    }

    /// Whether a file's name ends in an accepted extension.
    static func accepts(filename: String) -> Bool {
        guard let dot = filename.lastIndex(of: ".") else { return false }
        return extensions.contains(filename[filename.index(after: dot)...].lowercased())
    }

    /// The signature, then the header chunk with a width and a height.
    private static func isPNG(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 33, bytes.starts(with: PNGImage.signature) else { return false }
        return bytes[12..<16].elementsEqual("IHDR".utf8) && bytes[16..<20].contains { $0 != 0 }
            && bytes[20..<24].contains { $0 != 0 }
    }

    /// The signature, then a width and a height of two bytes each.
    private static func isGIF(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 13, bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) else {
            return false
        }
        return (bytes[6] | bytes[7]) != 0 && (bytes[8] | bytes[9]) != 0
    }

    private static func isJPEG(_ bytes: [UInt8]) -> Bool {
        guard let frame = frame(ofJPEG: bytes) else { return false }
        return (bytes[frame + 5] | bytes[frame + 6]) != 0 && (bytes[frame + 7] | bytes[frame + 8]) != 0
    }

    /// Where the segment is that begins a frame, which has a height and a width; nothing if there is none.
    static func frame(ofJPEG bytes: [UInt8]) -> Int? {
        guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
        var position = 2
        while position + 9 <= bytes.count, bytes[position] == 0xFF {
            let marker = bytes[position + 1]
            if marker == 0xFF {
                position += 1
                continue
            }
            let beginsFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if beginsFrame { return position }
            let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
            guard length >= 2 else { return nil }
            position += 2 + length
        }
        return nil
    }
}
