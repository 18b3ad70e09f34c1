// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
package import PlatformDomain
import Synchronization

/// A running platform without its network: the state behind one lock, its time, its random numbers, its mailbox and its journal.
///
/// Under the lock: settle what is due, decide, evolve, note the mails. Never under it: hashing, JSON, reading or writing. There
/// are no globals, so that a fork is another service.
package final class Service: PlatformService {
    /// All that a snapshot holds and a fork copies.
    struct Core: Sendable {
        var state: PlatformState
        var clock: VirtualClock
        var drawing: Drawing
        var mailbox = Mailbox()
        /// What people sent: images and documents, by what they belong to.
        var files: [KeptFile.Key: KeptFile] = [:]
        /// Where the platform listens: what mails link to.
        var base = "http://127.0.0.1"
        /// Where an advance that is under way leads.
        var destination: Instant?
        /// Which timeline this is: another one after each reset and each restored snapshot.
        var timeline = 0
        /// What writes the data file, if there is one; a copy of the platform has none.
        var recorder: Recorder?
        /// When the next call to a partner is due, as far as the sender was told.
        var toldCall: Instant?
        /// The barcode that is going back at the moment.
        var returning: ReturnedBarcode?
        /// Whether the platform is being closed, or goes on elsewhere: it begins no calls any more.
        var isClosing = false

        init(state: PlatformState, clock: VirtualClock, drawing: Drawing) {
            self.state = state
            self.clock = clock
            self.drawing = drawing
        }

        /// Settles what is due until the clock's instant, and returns that instant with what was settled.
        @discardableResult
        mutating func settle() -> (now: Instant, settled: [Settled]) {
            let now = clock.now()
            return (now, settle(until: now))
        }

        /// Settles what is due until an instant, so many things at most, and returns them.
        mutating func settle(until instant: Instant, limit: Int = .max) -> [Settled] {
            let base = base
            let isKept = recorder != nil
            var mails: [Mail] = []
            var entries: [LogUnit.Entry] = []
            let settled = state.settle(until: instant, drawing: &drawing, limit: limit) { event, state in
                if isKept { entries.append(LogUnit.Entry(event: event, at: state.now)) }
                if case .paymentBatchRun(let batch) = event {
                    mails += MailWriter.paymentMails(batch)
                    return
                }
                guard MailWriter.concerns(event) else { return }
                mails += MailWriter(state: state, base: base, at: state.now).mails(for: [event])
            }
            mailbox.add(mails)
            if isKept { record(entries, mails: mails.count) }
            return settled
        }

        /// Decides; if a booking cannot be made whose tickets were issued already, they go back.
        mutating func decide(_ command: Command, at now: Instant) throws(Refusal) -> [Event] {
            do throws(Refusal) {
                return try state.decide(command, at: now, drawing: &drawing)
            } catch {
                guard case .publicV1(.bookWithTickets(let order)) = command else { throw error }
                let giveUp = Command.publicV1(.giveUp(order.barcodes, of: order.providerID, at: order.cancelURL))
                let events = try state.decide(giveUp, at: now, drawing: &drawing)
                for event in events { state.evolve(event) }
                if recorder != nil { record(events, mails: 0) }
                throw error
            }
        }

        /// Is told where it listens; what was mailed before, by itself or by the platform that it is a copy of, leads there now.
        mutating func listens(at base: String) {
            if self.base != base { mailbox.move(from: self.base, to: base) }
            self.base = base
        }

        /// Takes the place of another one at the same address: time, if it was being advanced, is no longer.
        mutating func replace(_ other: Core) {
            listens(at: other.base)
            timeline = other.timeline + 1
            destination = nil
            recorder = other.recorder
            dropWaitingCalls()
            recordReplacement()
        }

        /// Leaves to another one the calls that wait, and those that are under way.
        mutating func dropWaitingCalls() {
            toldCall = nil
            returning = nil
            state.evolve(.publicV1(.waitingCallsDropped))
        }

        /// Whether whoever calls partners is to be told: that a call is due, or that another one is the next.
        mutating func wantsBell() -> Bool {
            let next = isClosing ? nil : state.nextCall?.due
            defer { toldCall = next }
            return next.map { $0 != toldCall || $0 <= state.now } ?? false
        }
    }

    /// What a service is started with.
    package struct Settings: Sendable {
        /// Which truth it serves where documents and service differ.
        package var profile: Profile = .documented
        /// Whether a data file of the other profile is gone on with all the same.
        package var acceptsAnyProfile = false
        /// Which editions are served, if that is told.
        package var edition: Edition?
        /// Where its time starts; the real time if unset.
        package var start: Instant?
        /// Whether its time passes by itself.
        package var clockMode: VirtualClock.Mode = .ticking
        /// Where its time was to start whatever the seed that it began with; the real time if unset.
        package var ownStart: Instant?
        /// Whether its time was to pass by itself whatever the seed that it began with; it is if unset.
        package var ownClockMode: VirtualClock.Mode?
        /// Where its random numbers come from.
        package var drawing: Drawing = .system
        /// What opens the team's exports; nothing leaves them shut.
        package var exportToken: String?
        /// How many bytes of exchanges it keeps.
        package var journalBytes = 16 << 20
        /// How calls to partners are written.
        package var innerForm: InnerForm = .compact
        /// How long partners may take.
        package var partnerLimits = PartnerLimits()
        /// Creates the default settings.
        package init() {}

        var freshCore: Core {
            let start = start ?? SystemClock.now()
            return Core(
                state: PlatformState(profile: profile, at: start), clock: VirtualClock(at: start, mode: clockMode),
                drawing: drawing)
        }
    }

    /// What it was started with.
    package let settings: Settings
    /// What it was asked and answered.
    package let journal: Journal
    /// What goes wrong on demand.
    package let faults = Faults()
    /// What is remembered of the magic countermarks.
    package let magic = MagicMemory()
    /// How often providers called.
    package let rateLimiter: RateLimiter
    /// What calls partners.
    let partnerLine: PartnerLine
    /// What sends the calls that nobody waits for.
    let partnerSender = PartnerSender()
    let signer: CookieSigner
    /// With what it goes on, if a data file held it.
    let continued: Continued?
    /// What writes the data file, if there is one.
    let recorder: Recorder?
    let credentials = CredentialCache()
    /// The tickets that were read from cookies not long ago.
    let tickets = RecentHeaders<CookieSigner.Ticket>(capacity: 1_024)
    let snapshots = SnapshotShelf()
    private let hasher = PasswordHasher()
    private let core: Mutex<Core>
    /// The time, for the journal.
    let clockMirror: ClockMirror
    /// What a reset goes back to; nothing for an empty platform.
    let beginning: Mutex<Beginning?>

    /// Creates an empty platform.
    package convenience init(_ settings: Settings = Settings()) {
        // Found out once: a reset goes back to the instant at which the platform began, and so does that of a fork.
        var settings = settings
        settings.start = settings.start ?? SystemClock.now()
        self.init(settings, settings.freshCore, CookieSigner())
    }

    /// Creates a platform that goes on from a core, kept by what that core says.
    init(
        _ settings: Settings, _ core: Core, _ signer: CookieSigner, beginning: Beginning? = nil,
        continued: Continued? = nil
    ) {
        self.settings = settings
        self.continued = continued
        self.journal = Journal(limit: settings.journalBytes)
        self.rateLimiter = RateLimiter()
        self.partnerLine = PartnerLine(limits: settings.partnerLimits)
        self.signer = signer
        self.recorder = core.recorder
        self.clockMirror = ClockMirror(core.clock)
        self.core = Mutex(core)
        self.beginning = Mutex(beginning)
    }

    /// Creates a copy of a platform: same state, time, mails and images, same limit of calls; cookies stay valid; the journal starts
    /// empty, and so do the faults.
    private init(copyOf original: Service) {
        var copy = original.core.withLock { $0 }
        copy.destination = nil
        copy.recorder = nil
        copy.dropWaitingCalls()
        recorder = nil
        continued = nil
        settings = original.settings
        journal = Journal(limit: original.settings.journalBytes)
        rateLimiter = RateLimiter(limit: original.rateLimiter.limit)
        partnerLine = PartnerLine(limits: original.settings.partnerLimits)
        signer = original.signer
        clockMirror = ClockMirror(copy.clock)
        core = Mutex(copy)
        beginning = Mutex(original.beginning.withLock { $0 })
    }

    /// The truth served where the documents and the service differ.
    package var profile: Profile { settings.profile }

    /// What opens the team's exports.
    package var exportToken: String? { settings.exportToken }

    /// Base URL of this platform, without a slash at its end; known once it listens.
    package var publicBase: String { core.withLock { $0.base } }

    /// Tells the platform where it listens.
    func listens(at base: String) {
        locked { $0.listens(at: base) }
    }

    // MARK: - Reading and performing

    /// The platform's time, which never goes back but by a reset or a restored snapshot.
    package func now() -> Instant {
        core.withLock { $0.clock.now() }
    }

    /// Reads the state after settling what is due; under the lock.
    package func read<Value: Sendable, Failure: Error>(
        _ body: (PlatformState, Instant) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try locked { core throws(Failure) in
            let (now, _) = core.settle()
            return try body(core.state, now)
        }
    }

    /// Works under the lock, and rings afterwards if partners are to be called.
    private func locked<Value: Sendable, Failure: Error>(
        _ body: (inout Core) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        var rings = false
        defer { if rings { partnerSender.ring(for: self) } }
        return try core.withLock { core throws(Failure) in
            defer { rings = core.wantsBell() }
            return try body(&core)
        }
    }

    /// Settles, decides, evolves and notes the mails, as one step that nobody can come between.
    @discardableResult
    package func perform<Value: Sendable>(
        _ command: Command, then projection: (PlatformState, [Event]) -> Value
    ) throws(Refusal) -> Value {
        let origin = RequestOrigin.current
        return try locked { core throws(Refusal) in
            let (now, _) = core.settle()
            let events = try core.decide(command, at: now)
            for event in events { core.state.evolve(event) }
            var mails = 0
            if events.contains(where: MailWriter.concerns) {
                let writer = MailWriter(state: core.state, base: core.base, linkBase: origin, at: now)
                let written = writer.mails(for: events)
                core.mailbox.add(written)
                mails = written.count
            }
            if core.recorder != nil { core.record(events, mails: mails) }
            return projection(core.state, events)
        }
    }

    // MARK: - Passwords, cookies, images

    /// The password's hash; computed on a thread of its own.
    package func hash(password: String) async -> String { await hasher.hash(password) }

    /// Whether the password is the one that was hashed; computed on a thread of its own.
    package func matches(password: String, hash: String) async -> Bool {
        await hasher.matches(password, hash: hash)
    }

    /// The `Set-Cookie` values of a session just opened.
    package func cookies(opening session: Session) -> [String] { signer.cookies(of: session) }

    /// Keeps the image of a teaser.
    package func storeThumb(_ bytes: [UInt8], type: String, for mediation: Identifier<Mediation>) {
        keep(KeptFile(key: KeptFile.Key(kind: KeptFile.Key.thumb, number: mediation.number), type: type, bytes: bytes))
    }

    /// The image of a teaser.
    package func thumb(_ mediation: Identifier<Mediation>) -> (bytes: [UInt8], type: String)? {
        file(KeptFile.Key(kind: KeptFile.Key.thumb, number: mediation.number)).map { ($0.bytes, $0.type) }
    }

    // MARK: - The whole of it

    /// Changes or reads the whole under the lock: for the control of time, mails and snapshots.
    func withCore<Value: Sendable, Failure: Error>(
        _ body: (inout Core) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try locked { core throws(Failure) in
            let before = core.clock
            defer {
                // Who waits for a clock that stood still, or for one that went, waits anew.
                if core.clock.reading != before.reading { core.toldCall = nil }
                clockMirror.show(core.clock)
                if core.recorder != nil { core.recordClock(before: before) }
            }
            return try body(&core)
        }
    }

    /// Starts again from what the platform began with: what its seed left, or nothing, at that instant. Journal and faults go
    /// too, snapshots stay.
    func reset() {
        let fresh = beginning.withLock { $0 }?.again ?? settings.freshCore
        withCore { core in
            var fresh = fresh
            fresh.replace(core)
            core = fresh
        }
        journal.clear()
        faults.removeAll()
        magic.forget()
        rateLimiter.forget()
    }

    /// A copy of the platform, which lives on by itself.
    func fork() -> Service { Service(copyOf: self) }
}
