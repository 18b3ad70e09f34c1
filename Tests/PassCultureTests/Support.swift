// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import Synchronization
import Testing

/// The two loops: whatever is asked of one is asked of the other.
enum Way: CaseIterable, Sendable { case async, blocking }

/// The two identities.
enum Mode: CaseIterable, Sendable { case desk, open }

/// One partner in front of a scripted platform.
struct Counter: Sendable {
    let transport: FakeTransport
    let journal: RecordingJournal
    let time: VirtualTime
    let passCulture: PassCulture
    let countermark: Countermark
    let email: EmailAddress
    let offer: OfferID

    /// Everything it waits for passes at once; with retries, of every chance it draws the middle.
    init(
        _ script: [FakeTransport.Step], journal: RecordingJournal = RecordingJournal(), retries: RetryPolicy = .none,
        circuit: CircuitPolicy = .none, time: VirtualTime = VirtualTime(),
        observe: (@Sendable (Event) -> Void)? = nil
    ) throws {
        transport = FakeTransport(script)
        self.journal = journal
        self.time = time
        var options = Options(retries: retries, circuit: circuit, journal: journal, time: time, observe: observe)
        if retries != .none { options.draw = { 1 << 63 } }
        passCulture = PassCulture(.integration, options: options, transport: transport)
        countermark = try Countermark("LYSYU9")
        email = try EmailAddress("a+b@c.fr")
        offer = try OfferID("A9")
    }

    func desk() throws -> PlainDesk {
        try passCulture.plainDesk(email: "pro@example.com", password: "Azerty123456!@")
    }

    func verify(_ mode: Mode, _ way: Way) async throws -> Verification {
        switch (mode, way) {
        case (.desk, .async): try await desk().verify(countermark)
        case (.desk, .blocking): try desk().verifyBlocking(countermark)
        case (.open, .async): try await passCulture.openDesk.verify(countermark, email: email, offer: offer)
        case (.open, .blocking): try passCulture.openDesk.verifyBlocking(countermark, email: email, offer: offer)
        }
    }

    func validate(_ mode: Mode, _ way: Way) async throws -> Validation {
        switch (mode, way) {
        case (.desk, .async): try await desk().validate(countermark)
        case (.desk, .blocking): try desk().validateBlocking(countermark)
        case (.open, .async): try await passCulture.openDesk.validate(countermark, email: email, offer: offer)
        case (.open, .blocking): try passCulture.openDesk.validateBlocking(countermark, email: email, offer: offer)
        }
    }
}

/// Every mode with every way.
let waysAndModes = Mode.allCases.flatMap { mode in Way.allCases.map { (mode, $0) } }

/// What was observed, from whatever thread.
final class EventLog: Sendable {
    private let state = Mutex<[Event]>([])

    var all: [Event] { state.withLock { $0 } }

    func append(_ event: Event) {
        state.withLock { $0.append(event) }
    }
}

/// Journal entries seen from within a transport.
final class EntryBox: Sendable {
    private let state = Mutex<[JournalEntry]>([])

    var entries: [JournalEntry] { state.withLock { $0 } }

    func set(_ entries: [JournalEntry]) {
        state.withLock { $0 = entries }
    }
}
