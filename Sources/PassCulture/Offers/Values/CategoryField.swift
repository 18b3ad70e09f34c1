// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A field that some categories have and others have not (`today §3.8`).
public enum CategoryField: String, Hashable, Sendable, CaseIterable {
    /// Who wrote it.
    case author
    /// The number under the bar code.
    case ean
    /// The kind of music.
    case musicType
    /// Who plays or sings.
    case performer
    /// The kind of show.
    case showType
    /// Who speaks.
    case speaker
    /// Who staged or directed it.
    case stageDirector
    /// The number of the film's visa.
    case visa
}
