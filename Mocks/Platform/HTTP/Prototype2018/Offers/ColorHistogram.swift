// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Colours counted in 4,096 boxes, sixteen for each of red, green and blue.
struct ColorHistogram {
    private var boxes = [Box](repeating: Box(), count: 4_096)

    private struct Box {
        var count: UInt64 = 0
        var red: UInt64 = 0
        var green: UInt64 = 0
        var blue: UInt64 = 0
    }

    /// Counts a colour, written 0xRRGGBB.
    mutating func count(_ color: UInt32) {
        let (red, green, blue) = (color >> 16 & 0xFF, color >> 8 & 0xFF, color & 0xFF)
        let index = Int((red >> 4) << 8 | (green >> 4) << 4 | blue >> 4)
        boxes[index].count += 1
        boxes[index].red += UInt64(red)
        boxes[index].green += UInt64(green)
        boxes[index].blue += UInt64(blue)
    }

    /// The mean of the colours in the fullest box; nothing if none was counted.
    var fullest: UInt32? {
        guard let box = boxes.max(by: { $0.count < $1.count }), box.count > 0 else { return nil }
        return UInt32(box.red / box.count) << 16 | UInt32(box.green / box.count) << 8 | UInt32(box.blue / box.count)
    }
}
