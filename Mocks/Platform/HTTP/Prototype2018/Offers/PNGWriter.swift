// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Writes PNG images, without compressing them: what a teaser is cropped to (RFC 2083).
enum PNGWriter {
    /// An image; its rows each with a filter of 0 before them.
    static func image(
        width: Int, height: Int, bitDepth: Int, kind: Int, palette: [UInt8], transparency: [UInt8], rows: [UInt8]
    ) -> [UInt8] {
        let header = number(UInt32(width)) + number(UInt32(height)) + [UInt8(bitDepth), UInt8(kind), 0, 0, 0]
        var image = PNGImage.signature + chunk("IHDR", header)
        if !palette.isEmpty { image += chunk("PLTE", palette) }
        if !transparency.isEmpty { image += chunk("tRNS", transparency) }
        return image + chunk("IDAT", zlib(rows)) + chunk("IEND", [])
    }

    /// The bytes as a zlib stream of stored blocks (RFC 1950, RFC 1951).
    static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        stream.reserveCapacity(bytes.count + bytes.count / 8_192 + 16)
        var start = 0
        repeat {
            let end = min(start + 65_535, bytes.count)
            let count = UInt16(end - start)
            let length = [UInt8(truncatingIfNeeded: count), UInt8(truncatingIfNeeded: count >> 8)]
            stream.append(end == bytes.count ? 1 : 0)
            stream += length + length.map { ~$0 }
            stream += bytes[start..<end]
            start = end
        } while start < bytes.count
        return stream + number(adler32(bytes))
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let content = Array(name.utf8) + data
        return number(UInt32(data.count)) + content + number(crc32(content))
    }

    private static func adler32(_ bytes: [UInt8]) -> UInt32 {
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return high << 16 | low
    }

    private static let crcTable: [UInt32] = (0..<256).map { entry in
        (0..<8).reduce(UInt32(entry)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { crc, byte in crcTable[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ crc >> 8 }
    }

    private static func number(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
