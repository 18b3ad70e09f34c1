// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Event.Name {
    // Calls of pass Culture: `pathTemplate` is the kind of call, such as `booking`.

    /// A call was answered with ``Event/status``, in ``Event/elapsed``.
    public static let webhookAnswered = Self("webhook-answered")

    /// A call was not taken for one of pass Culture, or not understood; ``Event/reason`` says why.
    public static let webhookRefused = Self("webhook-refused")

    /// A call came again, and got the answer of before.
    public static let webhookRepeated = Self("webhook-repeated")

    /// The partner's program took too long; tickets that still come are given back.
    public static let webhookExpired = Self("webhook-expired")

    /// The partner's program threw, or gave what pass Culture does not take; ``Event/reason`` says what.
    public static let webhookFailed = Self("webhook-failed")

    /// The store of calls did not do what it was asked.
    public static let webhookStoreFailed = Self("webhook-store-failed")
}

extension Event.Reason {
    // Why a call was refused.

    /// The reason of a refusal, by its code.
    init(_ code: WebhookRefusal.Code) { self.init(code.code) }

    // What is wrong with an answer of the partner's.

    /// It threw.
    public static let partnerFailed = Self("partner-failed")

    /// There are more or fewer tickets than were asked for.
    public static let ticketCount = Self("ticket-count")

    /// Two tickets have one barcode.
    public static let barcodeTwice = Self("barcode-twice")

    /// A barcode is empty or too long.
    public static let barcodeLength = Self("barcode-length")

    /// A seat's name is too long.
    public static let seatLength = Self("seat-length")

    /// The number of seats that are left cannot be.
    public static let remainingSeats = Self("remaining-seats")
}
