// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A provider to judge: whose lists are asked for, and which it serves.
public struct FeedSetting: Sendable {
    /// The SIRET of a place that it knows, 14 digits.
    public let siret: String
    /// What it serves.
    public let sections: Set<FeedSection>

    /// A place, and what is served for it.
    public init(siret: String, sections: Set<FeedSection>) {
        self.siret = siret
        self.sections = sections
    }
}
