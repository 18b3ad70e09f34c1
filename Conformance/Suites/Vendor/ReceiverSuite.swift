// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The suite of a vendor's receiver of notifications (today §8, 44 to 47 and 54).
public enum ReceiverSuite {
    /// All checks: acceptance first, since the others speak the form that the receiver has accepted.
    public static let checks: [Check] = ReceiverChecks.all + ReceiverSignatureChecks.all + ReceiverPayloadChecks.all
}
