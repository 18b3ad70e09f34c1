// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization
import UnixSignals

/// A platform that listens: a ``Service`` behind HTTP.
package final class PlatformServer: Sendable {
    /// The event loops of all platforms of this process: few, so that starting one costs nothing.
    private static let loops: any EventLoopGroup = MultiThreadedEventLoopGroup(
        numberOfThreads: max(1, min(System.coreCount, 4)))
    /// Those of the platforms that keep themselves in a file: the thread that writes it needs a core too.
    private static let loopsBesideWriter: any EventLoopGroup = MultiThreadedEventLoopGroup(
        numberOfThreads: max(1, min(System.coreCount - 1, 4)))

    /// The base URL, without a slash at its end.
    package let baseURL: String
    /// The platform itself, for those who are in the same process.
    package let service: Service
    /// What its seed has to tell; nothing without a seed.
    package let furnished: Furnished?
    /// The copies that this platform started.
    let forks: ForkRegistry
    private let group: ServiceGroup
    private let running: Task<Void, any Error>
    private let readyFile: ReadyFile?
    private let isStopped = Mutex(false)

    private init(
        baseURL: String, service: Service, furnished: Furnished?, forks: ForkRegistry, group: ServiceGroup,
        running: Task<Void, any Error>,
        readyFile: ReadyFile?
    ) {
        self.baseURL = baseURL
        self.service = service
        self.furnished = furnished
        self.forks = forks
        self.group = group
        self.running = running
        self.readyFile = readyFile
    }

    /// Starts a platform; it answers when this returns.
    ///
    /// - Parameter configuration: how it is started.
    /// - Throws: ``SeedError`` when a step of its seed fails, ``DataFailure`` when its data file cannot be used, ``StartFailure`` when
    ///   it cannot listen, or why the ready file could not be written.
    package static func start(
        _ configuration: PlatformConfiguration = PlatformConfiguration()
    ) async throws -> PlatformServer {
        if let path = configuration.readyFile { ReadyFile.clear(path) }
        let (service, furnished) = try await Service.make(configuration)
        do {
            return try await start(service, configuration, furnished: furnished)
        } catch {
            await service.closeData()
            throw error
        }
    }

    /// Starts listening for a service that exists: the empty one of a new platform, or a fork.
    static func start(
        _ service: Service, _ configuration: PlatformConfiguration, furnished: Furnished? = nil
    ) async throws -> PlatformServer {
        let forks = ForkRegistry(configuration)
        let responder = PlatformResponder(
            service: service, edition: service.edition,
            routes: service.edition.routes(control: configuration.control),
            control: ControlGate(
                isOn: configuration.control, host: configuration.host, service: service, forks: forks,
                edition: service.edition))
        var logger = Logger(label: "passculture.platform")
        logger.logLevel = .error
        let (ports, port) = AsyncStream.makeStream(of: Int?.self)
        let isKept = service.recorder != nil
        let channel: any ServerChildChannel = isKept ? LoopBoundChannel(responder.channel) : responder.channel
        let server = channel.server(
            configuration: ServerConfiguration(
                address: .hostname(configuration.host, port: configuration.port), backlog: 4_096),
            onServerRunning: { channel in port.yield(channel.localAddress?.port) },
            eventLoopGroup: isKept ? loopsBesideWriter : loops, logger: logger)
        var groupConfiguration = ServiceGroupConfiguration(
            services: [server],
            gracefulShutdownSignals: configuration.stopsOnSignals ? [.sigterm, .sigint] : [], logger: logger)
        groupConfiguration.maximumGracefulShutdownDuration = .seconds(1)
        let group = ServiceGroup(configuration: groupConfiguration)
        service.recorder?.onFailure { Task { await group.triggerGracefulShutdown() } }
        let running = Task {
            defer { port.finish() }
            try await group.run()
        }
        var iterator = ports.makeAsyncIterator()
        guard let bound = await iterator.next() ?? nil else {
            throw StartFailure(await running.result, host: configuration.host, port: configuration.port)
        }
        let base = baseURL(host: configuration.host, port: bound)
        service.listens(at: base)
        do {
            let file = try configuration.readyFile.map { path throws(ReadyFile.Failure) in
                try ReadyFile(at: path, base: base)
            }
            return PlatformServer(
                baseURL: base, service: service, furnished: furnished, forks: forks, group: group, running: running,
                readyFile: file)
        } catch {
            await group.triggerGracefulShutdown()
            _ = await running.result
            throw error
        }
    }

    /// Stops: requests under way are answered, forks end, the ready file goes. Stopping twice is no error.
    package func stop() async {
        guard
            isStopped.withLock({ isStopped in
                defer { isStopped = true }
                return !isStopped
            })
        else { return }
        await group.triggerGracefulShutdown()
        await end()
    }

    /// Waits until a signal or ``stop()`` ends the platform.
    package func run() async {
        await end()
    }

    private func end() async {
        _ = await running.result
        await forks.endAll()
        await service.closeData()
        readyFile?.remove()
    }

    /// Where clients on this machine reach a platform that listens there.
    private static func baseURL(host: String, port: Int) -> String {
        switch host {
        case "0.0.0.0": "http://127.0.0.1:\(port)"
        case "::": "http://[::1]:\(port)"
        default: host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
        }
    }
}
