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

    /// How many may run at once.
    static let capacity = 64

    private let configuration: PlatformConfiguration
    private var forks: [(id: String, server: PlatformServer)] = []
    private var started = 0

    /// Creates an empty registry; forks listen on the same address as the platform, on free ports, with control on.
    init(_ configuration: PlatformConfiguration) {
        var configuration = configuration
        configuration.port = 0
        configuration.readyFile = nil
        configuration.stopsOnSignals = false
        configuration.control = true
        self.configuration = configuration
    }

    /// Starts a copy; nothing if as many run as may.
    func start(from service: Service) async throws -> Listing? {
        guard forks.count < Self.capacity else { return nil }
        started += 1
        let id = String(started)
        let server = try await PlatformServer.start(service.fork(), configuration)
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

    /// Ends all copies, and theirs.
    func endAll() async {
        while let fork = forks.popLast() { await fork.server.stop() }
    }
}
