// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Desk {
    /// Raises a probable, unknown or recalled attempt to validated because a person looked at the Réservations screen; recorded with the name.
    ///
    /// - Throws: ``OutboxError``: `wrong-state` when the attempt is none of these (any more), or is being taken back at this moment;
    ///   `unknown-attempt`, `nobody-decided` without the name of a person.
    public func confirm(_ id: UInt64, by person: String) async throws(OutboxError) -> Validated {
        let promotion = try promotion(by: person)
        return Validated(try await loop.worker.run { [loop] in Self.advance(id, by: promotion, loop) }.get())
    }

    /// Raises an attempt to validated on the caller's thread; as ``confirm(_:by:)`` in all else.
    public func confirmBlocking(_ id: UInt64, by person: String) throws(OutboxError) -> Validated {
        Validated(try Self.advance(id, by: try promotion(by: person), loop).get())
    }

    /// Gives up an attempt that waits, or of which a person found that it did not take place; recorded with the name.
    ///
    /// - Throws: ``OutboxError``: `wrong-state` when it is being sent or taken back at this moment, or closed; `unknown-attempt`, `nobody-decided`
    ///   without the name of a person.
    public func abandon(_ id: UInt64, by person: String) async throws(OutboxError) -> Attempt {
        let name = try Self.name(person)
        return try await loop.worker.run { [loop] in Self.advance(id, by: .abandoned("by \(name)"), loop) }.get()
    }

    /// Gives up an attempt on the caller's thread; as ``abandon(_:by:)`` in all else.
    public func abandonBlocking(_ id: UInt64, by person: String) throws(OutboxError) -> Attempt {
        try Self.advance(id, by: .abandoned("by \(try Self.name(person))"), loop).get()
    }

    /// Loads the bookings of a show, for checks without a line.
    ///
    /// - Throws: ``OutboxError``.
    public func load(_ list: DayList) async throws(OutboxError) {
        try await loop.worker.run { [loop] in Self.load(list, loop) }.get()
    }

    /// Loads the bookings of a show on the caller's thread; as ``load(_:)`` in all else.
    public func loadBlocking(_ list: DayList) throws(OutboxError) {
        try Self.load(list, loop).get()
    }

    private func promotion(by person: String) throws(OutboxError) -> Attempt.Event {
        .promoted(Attempt.Promotion(.person, name: try Self.name(person), at: settings.now()))
    }

    /// The name of who decides, as it is recorded.
    private static func name(_ person: String) throws(OutboxError) -> String {
        guard let person = try? Person(whoConfirmed: person) else { throw OutboxError(.nobodyDecided) }
        return person.name
    }

    private static func advance(
        _ id: UInt64, by event: Attempt.Event, _ loop: DeskLoop
    ) -> Result<Attempt, OutboxError> {
        Result { () throws(OutboxError) in
            try loop.store.advance(id, by: [event], if: .free, at: loop.settings.now())
        }
    }

    private static func load(_ list: DayList, _ loop: DeskLoop) -> Result<Void, OutboxError> {
        Result { () throws(OutboxError) in
            try loop.store.load(list, at: loop.settings.now())
            // The list is newer than what was refused before.
            loop.refusals.forget(list.entries.map(\.countermark))
        }
    }
}
