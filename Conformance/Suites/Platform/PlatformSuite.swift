// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The platform suite, edition 2018-12: black-box checks of any base URL against the register.
public enum PlatformSuite {
    /// All checks, in the order of the register's groups; the journeys first, since they take longest.
    public static let checks: [Check] =
        JourneyChecks.all + CountermarkReadChecks.all + CountermarkReadIdentityChecks.all
        + CountermarkValidateChecks.all
        + CountermarkRaceChecks.all + OriginChecks.all + IdentifierChecks.all + FormatChecks.all
        + HostileInputChecks.all + PrivacyChecks.all + SignUpChecks.all + SignInChecks.all + ProfileChecks.all
        + StructureChecks.all + VenueChecks.all + OfferChecks.all + StockChecks.all + TeaserChecks.all
        + VisibilityChecks.all + BookingChecks.all + PartnerBookingChecks.all + BookingLimitChecks.all
        + WalletChecks.all + CancellationChecks.all + ReimbursementChecks.all
        + AdministratorChecks.all + PartnerScreenChecks.all
}
