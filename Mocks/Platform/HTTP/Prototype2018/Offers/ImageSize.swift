// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How large an image says that it is, in pixels.
struct ImageSize: Sendable, Hashable {
    /// The width.
    let width: Int
    /// The height.
    let height: Int

    /// Reads it from where each kind of image has it; the image must have passed as one.
    init?(_ bytes: [UInt8], form: ImageForm) {
        switch form {
        case .png: (width, height) = (Self.number(bytes[16..<20]), Self.number(bytes[20..<24]))
        case .gif: (width, height) = (Self.number(bytes[6..<8].reversed()), Self.number(bytes[8..<10].reversed()))
        case .jpeg:
            guard let frame = ImageForm.frame(ofJPEG: bytes) else { return nil }
            (width, height) = (Self.number(bytes[frame + 7..<frame + 9]), Self.number(bytes[frame + 5..<frame + 7]))
        }
    }

    private static func number(_ bytes: some Sequence<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
