// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Platform

@Suite("Copies of a platform")
struct ForkRegistryTests {
    @Test("no more than may be are started, however many are asked for at once")
    func capacity() async throws {
        let service = try makeService()
        let registry = ForkRegistry(PlatformConfiguration(), capacity: 2)
        let listings = try await withThrowingTaskGroup(of: ForkRegistry.Listing?.self) { group in
            for _ in 0..<8 { group.addTask { try await registry.start(from: service) } }
            return try await group.reduce(into: [ForkRegistry.Listing]()) { if let listing = $1 { $0.append(listing) } }
        }
        #expect(listings.count == 2)
        #expect(await registry.listings.count == 2)
        #expect(await registry.end(listings[0].id))
        #expect(try await registry.start(from: service) != nil)
        await registry.endAll()
        #expect(await registry.listings.isEmpty)
    }

    @Test("none outlives its platform, not even one that is being started when all are ended")
    func ends() async throws {
        let service = try makeService()
        for _ in 0..<10 {
            let registry = ForkRegistry(PlatformConfiguration())
            async let start = Result(catching: { try await registry.start(from: service) })
            await Task.yield()
            await registry.endAll()
            if case .success(let listing?) = await start {
                #expect(await RawExchange.send("GET", "/health", to: listing.base).status == 0)
            }
            #expect(await registry.listings.isEmpty)
            await #expect(throws: ForkRegistry.Ended.self) { _ = try await registry.start(from: service) }
        }
    }
}

extension Result where Failure == any Error {
    /// What came of work that waits.
    fileprivate init(catching work: () async throws -> Success) async {
        do {
            self = .success(try await work())
        } catch {
            self = .failure(error)
        }
    }
}
