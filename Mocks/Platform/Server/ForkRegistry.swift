// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The copies that a platform started, each on a port of its own.
actor ForkRegistry {
    /// What a list of forks tells of one.
    struct Listing: Sendable, Hashable {
        /// Which.
        let id: String
        /// Where it listens.
        let base: String
    }

    /// The platform ends, and its copies with it.
    struct Ended: Error, CustomStringConvertible {
        /// A sentence for people.
        var description: String { "the platform is ending." }
    }

    /// How many may run at once, unless told.
    static let capacity = 64

    private let configuration: PlatformConfiguration
    private let capacity: Int
    /// Whether there is ever room for one.
    nonisolated var allowsAny: Bool { capacity > 0 }
    private var forks: [(id: String, server: PlatformServer)] = []
    /// Those that are not listening yet: they count, and whoever ends all waits for them.
    private var starting: [String: Task<PlatformServer, any Error>] = [:]
    private var started = 0
    private var hasEnded = false

    /// Creates an empty registry; forks listen on the same address as the platform, on free ports, with control on.
    init(_ configuration: PlatformConfiguration, capacity: Int = ForkRegistry.capacity) {
        var configuration = configuration
        configuration.port = 0
        configuration.readyFile = nil
        configuration.stopsOnSignals = false
        configuration.control = true
        self.configuration = configuration
        self.capacity = capacity
    }

    /// Starts a copy; nothing if as many run, or are about to, as may.
    ///
    /// - Throws: what kept it from listening, or ``Ended`` once ``endAll()`` was called: no copy outlives its platform.
    func start(from service: Service) async throws -> Listing? {
        guard !hasEnded else { throw Ended() }
        guard forks.count + starting.count < capacity else { return nil }
        started += 1
        let id = String(started)
        let task = Task { [configuration] in try await PlatformServer.start(service.fork(), configuration) }
        starting[id] = task
        defer { starting[id] = nil }
        let server = try await task.value
        guard !hasEnded else {
            await server.stop()
            throw Ended()
        }
        forks.append((id, server))
        return Listing(id: id, base: server.baseURL)
    }

    /// The copies that run, oldest first.
    var listings: [Listing] { forks.map { Listing(id: $0.id, base: $0.server.baseURL) } }

    /// Ends a copy; says whether there was one.
    func end(_ id: String) async -> Bool {
        guard let index = forks.firstIndex(where: { $0.id == id }) else { return false }
        let server = forks.remove(at: index).server
        await server.stop()
        return true
    }

    /// Ends all copies, theirs, and those that are about to listen; none can be started any more.
    func endAll() async {
        hasEnded = true
        for task in starting.values { await (try? task.value)?.stop() }
        while let fork = forks.popLast() { await fork.server.stop() }
    }
}
