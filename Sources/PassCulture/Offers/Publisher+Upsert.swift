// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Publisher {
    /// Publishes books, discs and vinyls by EAN: how many of each are available now, and at which price.
    ///
    /// As many as there are: they go in batches of 500. What the platform does with a batch it does later, and says nothing of what it skips;
    /// so it is asked first which EANs it knows and how many of them are booked, and ``follow(_:pace:within:)`` looks what came of the others.
    ///
    /// - Parameters:
    ///   - stocks: What is to be published, each EAN once.
    ///   - location: Where all of it is.
    ///   - checkingFirst: Whether to ask first which can be published, and how many are booked, 100 in two calls; what cannot is then not sent.
    ///     Without, ``follow(_:pace:within:)`` may not recognise one that was booked between this call and its first look.
    ///   - patience: How long it may take in all, waits that the platform asks for included: no call begins later, and one that has begun has
    ///     its own ``deadline``.
    /// - Returns: What became of each EAN; it never throws, as what is done is done.
    public func upsert(
        _ stocks: [EANStock], at location: OfferLocation, checkingFirst: Bool = true,
        within patience: Duration = .seconds(600)
    ) async -> EANReport {
        await drive(
            UpsertMachine(stocks, at: location, checkingFirst: checkingFirst, within: patience, by: self))
    }

    /// Publishes by EAN on the caller's thread; as ``upsert(_:at:checkingFirst:within:)`` in all else.
    public func upsertBlocking(
        _ stocks: [EANStock], at location: OfferLocation, checkingFirst: Bool = true,
        within patience: Duration = .seconds(600)
    ) -> EANReport {
        driveBlocking(UpsertMachine(stocks, at: location, checkingFirst: checkingFirst, within: patience, by: self))
    }

    /// Looks whether what was published by EAN is there as it was sent, again and again until it is or the time is up.
    ///
    /// - Parameters:
    ///   - report: What ``upsert(_:at:checkingFirst:within:)`` or an earlier look gave.
    ///   - pace: How often.
    ///   - patience: For how long: no look begins later.
    /// - Returns: The same with what was seen; what was not is ``EANFate/notSeenYet``.
    public func follow(
        _ report: EANReport, pace: FollowPace = .standard, within patience: Duration = .seconds(600)
    ) async -> EANReport {
        await drive(FollowMachine(report, pace: pace, within: patience, by: self))
    }

    /// Looks for what was published by EAN on the caller's thread; as ``follow(_:pace:within:)`` in all else.
    public func followBlocking(
        _ report: EANReport, pace: FollowPace = .standard, within patience: Duration = .seconds(600)
    ) -> EANReport {
        driveBlocking(FollowMachine(report, pace: pace, within: patience, by: self))
    }
}
