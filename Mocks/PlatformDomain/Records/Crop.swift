// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The part of a teaser's image that fills the frame (`guide G18`, `contract 2018-12 §6.6`): a square, its corner and its side given
/// in millionths, the corner's x of the image's width, the corner's y and the side of its height.
package struct Crop: Sendable, Hashable {
    /// From the left, in millionths of the width.
    package let x: Int64
    /// From the top, in millionths of the height.
    package let y: Int64
    /// The side, in millionths of the height.
    package let height: Int64
    /// Whether the image that is kept is the cropped one. Only PNG images are cropped here; of others the wish is kept.
    package var isApplied: Bool

    /// The whole, in millionths.
    package static let whole: Int64 = 1_000_000

    /// Creates a crop that is not applied yet.
    package init(x: Int64, y: Int64, height: Int64, isApplied: Bool = false) {
        self.x = x
        self.y = y
        self.height = height
        self.isApplied = isApplied
    }
}
