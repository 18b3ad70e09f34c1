// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The kind and the size of a picture, read from its first bytes alone.
struct ImageHeader: Hashable, Sendable {
    /// The kinds that the platform takes.
    enum Kind: String, Sendable {
        case png
        case jpeg
    }

    let kind: Kind
    let width: Int
    let height: Int

    /// Reads the beginning of a file; nil when it is neither PNG nor JPEG, or ends before its size.
    init?(_ file: [UInt8]) {
        if file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            guard file.count >= 24, file[12..<16].elementsEqual("IHDR".utf8) else { return nil }
            kind = .png
            width = Self.number(file[16..<20])
            height = Self.number(file[20..<24])
        } else if file.starts(with: [0xFF, 0xD8]) {
            guard let frame = Self.frame(of: file) else { return nil }
            kind = .jpeg
            height = Self.number(file[(frame + 1)..<(frame + 3)])
            width = Self.number(file[(frame + 3)..<(frame + 5)])
        } else {
            return nil
        }
    }

    /// Where the frame header of a JPEG has its precision, behind which height and width stand: segment after segment is passed over.
    private static func frame(of file: [UInt8]) -> Int? {
        var position = 2
        while position + 4 <= file.count, file[position] == 0xFF {
            let marker = file[position + 1]
            guard marker != 0xFF else {
                // A fill byte before the marker.
                position += 1
                continue
            }
            let length = number(file[(position + 2)..<(position + 4)])
            guard length >= 2 else { return nil }
            // Frames are C0 to CF, but for tables (C4), an extension (C8) and conditions (CC).
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return position + 9 <= file.count ? position + 4 : nil
            }
            // The picture itself has begun, and no frame came.
            guard marker != 0xDA, marker != 0xD9 else { return nil }
            position += 2 + length
        }
        return nil
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
