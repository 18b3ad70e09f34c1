// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// As much of a PNG image as its dominant colour and its cropping need.
struct PNGImage {
    /// What every PNG image begins with.
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// An image that would be larger than this when uncompressed is not looked at.
    private static let largest = 16 << 20

    private let width: Int
    private let height: Int
    private let bitDepth: Int
    private let kind: Int
    private let palette: [UInt8]
    private let transparency: [UInt8]
    private let compressed: [UInt8]

    /// Finds the parts of an image; nothing if it is none, or an interlaced one.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 33, bytes.starts(with: Self.signature) else { return nil }
        var palette: [UInt8] = []
        var transparency: [UInt8] = []
        var compressed: [UInt8] = []
        var position = 8
        while position + 12 <= bytes.count {
            let length = Self.number(bytes, at: position)
            let content = position + 8
            guard length <= bytes.count - content - 4 else { break }
            let name = bytes[position + 4..<content]
            if name.elementsEqual("PLTE".utf8) { palette = Array(bytes[content..<content + length]) }
            if name.elementsEqual("tRNS".utf8) { transparency = Array(bytes[content..<content + length]) }
            if name.elementsEqual("IDAT".utf8) { compressed += bytes[content..<content + length] }
            if name.elementsEqual("IEND".utf8) { break }
            position = content + length + 4
        }
        (width, height) = (Self.number(bytes, at: 16), Self.number(bytes, at: 20))
        (bitDepth, kind) = (Int(bytes[24]), Int(bytes[25]))
        self.palette = palette
        self.transparency = transparency
        self.compressed = compressed
        guard bytes[28] == 0, [1, 2, 4, 8, 16].contains(bitDepth), Self.channels[kind] != nil else { return nil }
        guard kind != 2 || bitDepth >= 8, kind < 4 || bitDepth >= 8 else { return nil }
    }

    /// The samples of a pixel, by kind of image: grey, colour, palette, grey with transparency, colour with
    /// transparency.
    private static let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4]

    private static func number(_ bytes: [UInt8], at position: Int) -> Int {
        bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
    }

    /// The colour of which there is most, as 0xRRGGBB: the mean of the fullest of 4,096 boxes. Transparency is ignored.
    /// Nothing if the image is damaged or too large.
    func dominantColor() -> UInt32? {
        var histogram = ColorHistogram()
        let channels = Self.channels[kind] ?? 1
        let isWhole = forEachRow { _, row in
            for column in 0..<width { histogram.count(color(row, column, channels)) }
        }
        return isWhole ? histogram.fullest : nil
    }

    /// A part of the image as an image of its own, its pixels as they were; nothing if the image is damaged or too large, or the
    /// part is not within it.
    func cropped(columns: Range<Int>, rows: Range<Int>) -> [UInt8]? {
        guard !columns.isEmpty, !rows.isEmpty, columns.lowerBound >= 0, columns.upperBound <= width,
            rows.lowerBound >= 0, rows.upperBound <= height
        else { return nil }
        let pixelBits = (Self.channels[kind] ?? 1) * bitDepth
        var part: [UInt8] = []
        let isWhole = forEachRow { number, row in
            guard rows.contains(number) else { return }
            part.append(0)
            part += Self.bits(of: row, columns.lowerBound * pixelBits..<columns.upperBound * pixelBits)
        }
        guard isWhole else { return nil }
        return PNGWriter.image(
            width: columns.count, height: rows.count, bitDepth: bitDepth, kind: kind, palette: palette,
            transparency: transparency, rows: part)
    }

    /// The bits of a row in that range, from the first bit of a byte on.
    private static func bits(of row: [UInt8], _ range: Range<Int>) -> [UInt8] {
        let (first, shift) = (range.lowerBound / 8, UInt8(range.lowerBound % 8))
        let count = (range.count + 7) / 8
        var bytes = Array(row[first..<first + count])
        for index in 0..<count where shift > 0 {
            let next = first + index + 1 < row.count ? row[first + index + 1] >> (8 - shift) : 0
            bytes[index] = bytes[index] << shift | next
        }
        let spare = count * 8 - range.count
        if spare > 0 { bytes[count - 1] &= UInt8(truncatingIfNeeded: 0xFF << spare) }
        return bytes
    }

    /// Goes through the rows from the top, without their filters; says whether it came to the end.
    private func forEachRow(_ body: (Int, [UInt8]) -> Void) -> Bool {
        guard let channels = Self.channels[kind], width > 0, height > 0, width <= 1 << 20, height <= 1 << 20 else {
            return false
        }
        let rowBytes = (width * channels * bitDepth + 7) / 8
        let total = (rowBytes + 1) * height
        guard total <= Self.largest, let rows = Inflate.zlib(compressed, limit: total), rows.count == total else {
            return false
        }
        var previous = [UInt8](repeating: 0, count: rowBytes)
        let pixelBytes = max(1, channels * bitDepth / 8)
        for row in 0..<height {
            let start = row * (rowBytes + 1)
            guard let current = Self.unfiltered(rows, start, previous, pixelBytes) else { return false }
            body(row, current)
            previous = current
        }
        return true
    }

    private func color(_ row: [UInt8], _ column: Int, _ channels: Int) -> UInt32 {
        func sample(_ channel: Int) -> UInt8 {
            let index = column * channels + channel
            switch bitDepth {
            case 8: return row[index]
            case 16: return row[index * 2]
            default:
                let bit = index * bitDepth
                return row[bit / 8] >> UInt8(8 - bitDepth - bit % 8) & UInt8((1 << bitDepth) - 1)
            }
        }
        switch kind {
        case 2, 6: return UInt32(sample(0)) << 16 | UInt32(sample(1)) << 8 | UInt32(sample(2))
        case 3:
            let entry = Int(sample(0)) * 3
            guard entry + 2 < palette.count else { return 0 }
            return UInt32(palette[entry]) << 16 | UInt32(palette[entry + 1]) << 8 | UInt32(palette[entry + 2])
        default:
            let grey = bitDepth < 8 ? UInt32(sample(0)) * 255 / UInt32((1 << bitDepth) - 1) : UInt32(sample(0))
            return grey << 16 | grey << 8 | grey
        }
    }

    /// A row without the filter that its first byte names.
    private static func unfiltered(_ rows: [UInt8], _ start: Int, _ previous: [UInt8], _ pixel: Int) -> [UInt8]? {
        var row = Array(rows[start + 1..<start + 1 + previous.count])
        switch rows[start] {
        case 0: break
        case 1: for index in row.indices.dropFirst(pixel) { row[index] &+= row[index - pixel] }
        case 2: for index in row.indices { row[index] &+= previous[index] }
        case 3:
            for index in row.indices {
                let left = index >= pixel ? Int(row[index - pixel]) : 0
                row[index] &+= UInt8((left + Int(previous[index])) / 2)
            }
        case 4:
            for index in row.indices {
                let left = index >= pixel ? Int(row[index - pixel]) : 0
                let corner = index >= pixel ? Int(previous[index - pixel]) : 0
                row[index] &+= UInt8(paeth(left, Int(previous[index]), corner))
            }
        default: return nil
        }
        return row
    }

    /// Whichever of the three neighbours is nearest to what they foretell.
    private static func paeth(_ left: Int, _ above: Int, _ corner: Int) -> Int {
        let (toLeft, toAbove, toCorner) = (abs(above - corner), abs(left - corner), abs(left + above - 2 * corner))
        if toLeft <= toAbove, toLeft <= toCorner { return left }
        return toAbove <= toCorner ? above : corner
    }
}
