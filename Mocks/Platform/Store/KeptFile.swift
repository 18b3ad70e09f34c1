// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A file that somebody sent and the platform keeps beside its state: the image of a teaser, say.
struct KeptFile: Sendable, Hashable {
    /// Which file: what kind of thing it belongs to, and the number of that thing.
    struct Key: Sendable, Hashable, Comparable {
        /// The kind, such as ``thumb``: its name is kept.
        let kind: String
        /// The number of the record.
        let number: Int64

        /// The image of teasers.
        static let thumb = "thumb"
        /// The RIB of a structure.
        static let offererRIB = "offererRIB"
        /// The RIB of a venue.
        static let venueRIB = "venueRIB"

        /// By kind, then by number.
        static func < (left: Key, right: Key) -> Bool { (left.kind, left.number) < (right.kind, right.number) }
    }

    /// Which.
    let key: Key
    /// Its content type.
    let type: String
    /// What is in it.
    let bytes: [UInt8]
}
