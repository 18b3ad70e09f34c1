// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why a data file cannot be used, or no longer: what is wrong and what to do about it.
package struct DataFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of trouble.
    package enum Kind: Sendable, Hashable {
        /// Another platform holds it.
        case inUse
        /// It is none of ours.
        case foreign
        /// A newer kit wrote it.
        case newer
        /// It serves the other profile.
        case otherProfile
        /// What it holds is not what was written.
        case damaged
        /// It is not there, or the system does not let us.
        case unreachable
        /// Something could not be written: what was acknowledged is kept, what was not may be lost.
        case notWritten
    }

    /// What kind of trouble it is.
    package let kind: Kind
    /// Two sentences in English.
    package let english: String
    /// Two sentences in French.
    package let french: String

    /// What it says in English.
    package var description: String { english }

    /// Another platform holds the file.
    static func inUse(_ path: String) -> DataFailure {
        DataFailure(
            kind: .inUse,
            english: "The data file \(path) is in use by another program. Stop that one first, or give another file.",
            french:
                "Le fichier de données \(path) est utilisé par un autre programme. Arrêtez-le d'abord, ou donnez un autre fichier."
        )
    }

    /// The file is none of ours.
    static func foreign(_ path: String) -> DataFailure {
        DataFailure(
            kind: .foreign,
            english: "\(path) is no data file of passculture. It was left as it is; give another file.",
            french:
                "\(path) n'est pas un fichier de données de passculture. Il est resté tel quel ; donnez un autre fichier."
        )
    }

    /// A newer kit wrote the file.
    static func newer(_ path: String, version: Int64) -> DataFailure {
        DataFailure(
            kind: .newer,
            english:
                "The data file \(path) is of version \(version), newer than this passculture reads. Use a newer passculture.",
            french:
                "Le fichier de données \(path) est de la version \(version), trop récente pour ce passculture. Prenez-en un plus récent."
        )
    }

    /// The file serves the other profile.
    static func otherProfile(_ path: String, profile: String) -> DataFailure {
        DataFailure(
            kind: .otherProfile,
            english:
                "The data file \(path) is one of the profile \(profile). Start it with --profile \(profile), or give another file.",
            french:
                "Le fichier de données \(path) est du profil \(profile). Lancez-le avec --profile \(profile), ou donnez un autre fichier."
        )
    }

    /// What the file holds is not what was written.
    static func damaged(_ path: String, _ what: String) -> DataFailure {
        DataFailure(
            kind: .damaged,
            english:
                "The data file \(path) is damaged: \(what). It was left as it is; restore a copy of it, or give another file.",
            french:
                "Le fichier de données \(path) est endommagé : \(what). Il est resté tel quel ; reprenez-en une copie, ou donnez un autre fichier."
        )
    }

    /// The file cannot be opened.
    static func unreachable(_ path: String, _ what: String) -> DataFailure {
        DataFailure(
            kind: .unreachable,
            english: "The data file \(path) cannot be opened: \(what). Give a file in a folder that you may write to.",
            french:
                "Le fichier de données \(path) ne peut pas être ouvert : \(what). Donnez un fichier d'un dossier où vous pouvez écrire."
        )
    }

    /// The file is not there.
    static func missing(_ path: String) -> DataFailure {
        DataFailure(
            kind: .unreachable,
            english: "There is no data file \(path). Give one that a platform keeps itself in (mock --data).",
            french:
                "Il n'y a pas de fichier de données \(path). Donnez celui d'une plateforme (mock --data)."
        )
    }

    /// Nobody said where the file is.
    static let nameless = DataFailure(
        kind: .unreachable, english: "A data file needs a name. Give a path that is not empty.",
        french: "Un fichier de données doit avoir un nom. Donnez un chemin qui ne soit pas vide.")

    /// The file is not there, and its log is.
    static func missingBesideLog(_ path: String) -> DataFailure {
        DataFailure(
            kind: .unreachable,
            english:
                "There is a log \(path)-wal, and no data file \(path). Put the file back, or remove the log to begin anew.",
            french:
                "Il y a un journal \(path)-wal, et pas de fichier de données \(path). Remettez le fichier, ou supprimez le journal pour recommencer."
        )
    }

    /// Something could not be written, or not where it will be looked for.
    static func notWritten(_ path: String, _ cause: WriteTrouble) -> DataFailure {
        DataFailure(kind: .notWritten, english: cause.english(path), french: cause.french(path))
    }
}
