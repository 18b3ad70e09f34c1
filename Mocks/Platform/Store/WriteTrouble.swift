// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why a data file in use can no longer be written, and what that means for what the platform has acknowledged.
enum WriteTrouble: Sendable, Hashable {
    /// The system refuses, in SQLite's words: a full disk, say.
    case refused(String)
    /// Somebody removed or replaced the file.
    case fileIsGone
    /// Somebody cut the file short.
    case fileIsCut
    /// Somebody removed or replaced its log.
    case logIsGone
    /// Somebody cut its log short.
    case logIsCut

    /// What is wrong and what becomes of it, in English.
    func english(_ path: String) -> String {
        switch self {
        case .refused(let words):
            "The data file \(path) can no longer be written (\(words)). The platform stops; all that it acknowledged is kept."
        case .fileIsGone:
            "The data file \(path) was removed or replaced while it was in use. The platform stops; what it acknowledged is kept in that file alone."
        case .fileIsCut:
            "The data file \(path) was cut short while it was in use. The platform stops; what it acknowledged may be lost."
        case .logIsGone:
            "The log \(path)-wal of the data file was removed or replaced while it was in use. The platform stops, and writes what it acknowledged into the data file."
        case .logIsCut:
            "The log \(path)-wal of the data file was cut short while it was in use. The platform stops; the last of what it acknowledged may be lost."
        }
    }

    /// What is wrong and what becomes of it, in French.
    func french(_ path: String) -> String {
        switch self {
        case .refused(let words):
            "Le fichier de données \(path) ne peut plus être écrit (\(words)). La plateforme s'arrête ; tout ce qu'elle a confirmé est gardé."
        case .fileIsGone:
            "Le fichier de données \(path) a été supprimé ou remplacé pendant qu'il servait. La plateforme s'arrête ; ce qu'elle a confirmé n'est gardé que dans ce fichier-là."
        case .fileIsCut:
            "Le fichier de données \(path) a été tronqué pendant qu'il servait. La plateforme s'arrête ; ce qu'elle a confirmé peut être perdu."
        case .logIsGone:
            "Le journal \(path)-wal du fichier de données a été supprimé ou remplacé pendant qu'il servait. La plateforme s'arrête, et écrit ce qu'elle a confirmé dans le fichier de données."
        case .logIsCut:
            "Le journal \(path)-wal du fichier de données a été tronqué pendant qu'il servait. La plateforme s'arrête ; la fin de ce qu'elle a confirmé peut être perdue."
        }
    }
}
