// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The platform suite of today's edition: black-box checks of any base URL with a provider's key (today §8, 1 to 43), and its
/// four journeys (today §5).
public enum PublicV1Suite {
    /// All checks, in the order of the sheet.
    public static let checks: [Check] =
        PublicV1AccessChecks.all + PublicV1ReadChecks.all + PublicV1TellingChecks.all + PublicV1UseChecks.all
        + PublicV1KeepChecks.all + PublicV1CancelChecks.all + PublicV1ListChecks.all + PublishingChecks.all
        + JourneyChecks.publicV1
}
