// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import Testing

@Suite("The journal of validations")
struct JournalTests {
    @Test("has the intention before anything is sent", arguments: waysAndModes)
    func before(mode: Mode, way: Way) async throws {
        let journal = RecordingJournal()
        let seen = EntryBox()
        let counter = try Counter(
            [
                .perform { _ in
                    seen.set(journal.entries)
                    return .success(TransportResponse(status: 204))
                }
            ], journal: journal)
        _ = try await counter.validate(mode, way)
        #expect(seen.entries.map(\.step) == [.aboutToSend])
        #expect(journal.entries.map(\.step) == [.aboutToSend, .validated])
        #expect(journal.entries.allSatisfy { $0.countermark == counter.countermark })
        #expect(journal.entries[0].attempt == journal.entries[1].attempt)
    }

    @Test("that cannot take the intention keeps the request from being sent", arguments: waysAndModes)
    func full(mode: Mode, way: Way) async throws {
        let events = EventLog()
        let counter = try Counter(
            [.status(204)], journal: RecordingJournal(capacity: 0), observe: { events.append($0) })
        let error = await #expect(throws: PassCultureError.self) { try await counter.validate(mode, way) }
        #expect(error?.code == .journalFailed)
        #expect(error?.nothingWasSent == true)
        #expect(counter.transport.requests.isEmpty)
        #expect(events.all.map(\.name) == [.journalFailed])
    }

    @Test("that cannot take the outcome does not hide it from the caller", arguments: waysAndModes)
    func halfFull(mode: Mode, way: Way) async throws {
        let events = EventLog()
        let counter = try Counter(
            [.status(204)], journal: RecordingJournal(capacity: 1), observe: { events.append($0) })
        #expect(try await counter.validate(mode, way) == .validated)
        #expect(counter.journal.entries.map(\.step) == [.aboutToSend])
        #expect(events.all.map(\.name) == [.requestFinished, .journalFailed])
    }

    @Test("numbers every attempt afresh")
    func attempts() async throws {
        let counter = try Counter([.status(204), .status(204)])
        _ = try await counter.validate(.desk, .blocking)
        _ = try await counter.validate(.desk, .blocking)
        #expect(Set(counter.journal.entries.map(\.attempt)).count == 2)
    }
}
