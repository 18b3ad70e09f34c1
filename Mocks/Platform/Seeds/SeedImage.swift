// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// An image for the teasers of a seed: bands of two colours, as a PNG of one bit a pixel, written by hand.
struct SeedImage {
    /// The image as a PNG file.
    let bytes: [UInt8]

    /// How wide and how high an image may be.
    private static let longestSide = 2_000

    /// Draws an image; nothing for a size that is none.
    init?(width: Int, height: Int) {
        guard (1...Self.longestSide).contains(width), (1...Self.longestSide).contains(height) else { return nil }
        var rows: [UInt8] = []
        rows.reserveCapacity(height * (1 + (width + 7) / 8))
        for row in 0..<height {
            // Every fourth band of eighths is of the second colour.
            let isBand = row * 8 / height % 4 == 3
            rows.append(0)
            rows += repeatElement(isBand ? 0xFF : 0, count: (width + 7) / 8)
        }
        let header = Self.bigEndian(UInt32(width)) + Self.bigEndian(UInt32(height)) + [1, 3, 0, 0, 0]
        bytes =
            PNGImage.signature + Self.chunk("IHDR", header) + Self.chunk("PLTE", [0x5E, 0x2C, 0x8E, 0xF5, 0xB3, 0x33])
            + Self.chunk("IDAT", Self.stored(rows)) + Self.chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let content = Array(name.utf8) + data
        return bigEndian(UInt32(data.count)) + content + bigEndian(crc32(content))
    }

    /// The bytes as a zlib stream of blocks that are not compressed (RFC 1950, 1951).
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        var position = 0
        repeat {
            let end = min(position + 65_535, bytes.count)
            let count = UInt16(end - position)
            let length = [UInt8(truncatingIfNeeded: count), UInt8(truncatingIfNeeded: count >> 8)]
            stream.append(end == bytes.count ? 1 : 0)
            stream += length + length.map { ~$0 }
            stream += bytes[position..<end]
            position = end
        } while position < bytes.count
        var low: UInt32 = 1
        var high: UInt32 = 0
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return stream + bigEndian(high << 16 | low)
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var crc = UInt32.max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
