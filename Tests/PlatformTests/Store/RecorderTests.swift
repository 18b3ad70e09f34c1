// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOPosix
import PlatformDomain
import Testing

@testable import Platform

/// Requests to a platform with a data file are handled on event loops.
@Suite("What event loops record")
struct RecorderTests {
    @Test("is on the disk when they go on, each where it waited")
    func settles() async throws {
        let data = try TemporaryData()
        let service = try data.open()
        let group = MultiThreadedEventLoopGroup.singleton
        await withTaskGroup { tasks in
            for number in 0..<24 {
                let loop = group.next()
                tasks.addTask(executorPreference: LoopExecutor(loop)) {
                    let key = KeptFile.Key(kind: KeptFile.Key.thumb, number: Int64(number))
                    service.keep(KeptFile(key: key, type: "a/b", bytes: [UInt8(number)]))
                    await #expect(throws: Never.self) { try await service.settleData() }
                    #expect(loop.inEventLoop)
                }
            }
        }
        let copy = try DataFile(data.copy(), creates: false).load(writes: false)
        #expect(copy.platform.files.count == 24)
        await service.closeData()
    }

    @Test("waits for nothing when there is nothing new")
    func reads() async throws {
        let data = try TemporaryData()
        let service = try data.open()
        try await service.settleData()
        await service.closeData()
        try await service.settleData()
    }

    @Test("is handled there from beginning to end")
    func executors() async {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        await withTaskExecutorPreference(LoopExecutor(loop)) {
            #expect(loop.inEventLoop)
            await Task.yield()
            #expect(loop.inEventLoop)
        }
        #expect(!loop.inEventLoop)
    }
}
