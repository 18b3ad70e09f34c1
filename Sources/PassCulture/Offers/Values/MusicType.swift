// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A kind of music. Others than those here may be taken: ``Publisher/musicTypes(ofEvents:)`` tells.
public struct MusicType: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The word of the wire.
    public let rawValue: String

    /// Takes a word of the wire, known here or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The word of the wire.
    public var description: String { rawValue }
}

// Of events and of everything else (`today §3.8`).

extension MusicType {
    /// Classical music.
    public static let musiqueClassique = MusicType(rawValue: "MUSIQUE_CLASSIQUE")
    /// Jazz and blues.
    public static let jazzBlues = MusicType(rawValue: "JAZZ-BLUES")
    /// Electronic music.
    public static let electro = MusicType(rawValue: "ELECTRO")
    /// Pop.
    public static let pop = MusicType(rawValue: "POP")
    /// Rock.
    public static let rock = MusicType(rawValue: "ROCK")
    /// Metal.
    public static let metal = MusicType(rawValue: "METAL")
    /// Alternative.
    public static let alternatif = MusicType(rawValue: "ALTERNATIF")
    /// Variety.
    public static let varietes = MusicType(rawValue: "VARIETES")
    /// Funk, soul, R&B and disco.
    public static let funkSoulRnbDisco = MusicType(rawValue: "FUNK-SOUL-RNB-DISCO")
    /// Rap and hip-hop.
    public static let rapHipHop = MusicType(rawValue: "RAP-HIP HOP")
    /// Reggae and ragga.
    public static let reggaeRagga = MusicType(rawValue: "REGGAE-RAGGA")
    /// Music of the world.
    public static let musiqueDuMonde = MusicType(rawValue: "MUSIQUE_DU_MONDE")
    /// Country and folk.
    public static let countryFolk = MusicType(rawValue: "COUNTRY-FOLK")
    /// Ambient.
    public static let ambiance = MusicType(rawValue: "AMBIANCE")
    /// Something else.
    public static let autres = MusicType(rawValue: "AUTRES")
}

// Of products only.

extension MusicType {
    /// Film scores.
    public static let bandesOriginales = MusicType(rawValue: "BANDES_ORIGINALES")
    /// Music videos.
    public static let videosMusicales = MusicType(rawValue: "VIDEOS_MUSICALES")
    /// Compilations.
    public static let compilations = MusicType(rawValue: "COMPILATIONS")
    /// For children.
    public static let enfants = MusicType(rawValue: "ENFANTS")
}
