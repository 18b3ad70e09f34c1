// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import Synchronization
import TestSupport
import Testing

@Suite("Cancelling and shutting down")
struct CancellationTests {
    @Test("a request under way ends at once, and its connection is closed")
    func underWay() async throws {
        let received = Signal()
        let closed = Signal()
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            received.fire()
            connection.waitUntilClosed()
            closed.fire()
        }
        let client = HTTPClient.forTests()
        let url = server.url
        let task = Task { await ClientPath.async.failure(HTTPRequest(method: "PATCH", url: url), by: client) }
        await received.wait()
        task.cancel()
        let error = await task.value
        #expect(error?.code == .cancelled)
        #expect(error?.wasNeverSent == false)
        await closed.wait()
    }

    @Test("a task cancelled before has sent nothing")
    func before() async throws {
        let server = try SocketServer.answering { _ in answer() }
        let client = HTTPClient.forTests()
        let url = server.url
        let go = Signal()
        let task = Task {
            await go.wait()
            return await ClientPath.async.failure(HTTPRequest(method: "PATCH", url: url), by: client)
        }
        task.cancel()
        go.fire()
        let error = await task.value
        #expect(error?.code == .cancelled)
        #expect(error?.wasNeverSent == true)
        client.shutdown()
        server.stop()
        #expect(server.requests.isEmpty)
    }

    @Test("cancelled while it connects: surely never sent")
    func whileConnecting() async throws {
        let crowded = try CrowdedPort()
        // Longer than the cancellation may be held up where much else runs.
        let client = HTTPClient.forTests(connectDeadline: .seconds(600), totalDeadline: .seconds(600))
        let started = Signal()
        let task = Task {
            started.fire()
            return await ClientPath.async.failure(
                HTTPRequest(method: "PATCH", url: "http://127.0.0.1:\(crowded.port)/"), by: client)
        }
        await started.wait()
        task.cancel()
        let error = await task.value
        #expect(error?.code == .cancelled)
        #expect(error?.wasNeverSent == true)
    }

    @Test("whenever the cancellation comes, no call hangs and \"never sent\" is true")
    func races() async throws {
        let server = try SocketServer.answering { _ in answer() }
        let client = HTTPClient.forTests()
        let url = server.url
        let tally = Tally()
        await withTaskGroup { group in
            for number in 0..<400 {
                group.addTask {
                    let target = "/\(number)"
                    let task = Task {
                        do throws(HTTPClientError) {
                            _ = try await client.send(HTTPRequest(method: "PATCH", url: url + target))
                            tally.noteAnswer()
                        } catch {
                            #expect(error.code == .cancelled)
                            if error.wasNeverSent { tally.noteNeverSent(target) }
                        }
                    }
                    for _ in 0..<number % 40 { await Task.yield() }
                    if number % 10 != 0 { task.cancel() }
                    await task.value
                }
            }
        }
        client.shutdown()
        server.stop()
        let seen = server.requests.map(\.target)
        #expect(Set(seen).count == seen.count)
        #expect(tally.neverSent.isDisjoint(with: seen))
        #expect(tally.answeredCount >= 40)
    }

    @Test("after a cancellation the client goes on")
    func goesOn() async throws {
        let received = Signal()
        let server = try SocketServer { connection in
            while let request = connection.readRequest() {
                received.fire()
                if request.target == "/hang" { connection.waitUntilClosed() } else { connection.write(answer()) }
            }
        }
        let client = HTTPClient.forTests()
        let url = server.url
        for count in 0..<5 {
            let task = Task { await ClientPath.async.failure(HTTPRequest(url: url + "/hang"), by: client) }
            await received.wait(for: 2 * count + 1)
            task.cancel()
            #expect(await task.value?.code == .cancelled)
            #expect(try await client.send(HTTPRequest(url: url + "/go")).status == 200)
        }
    }

    @Test("shutting down ends what is under way, and refuses what comes after")
    func shutdown() async throws {
        let received = Signal()
        let closed = Signal()
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            received.fire()
            connection.waitUntilClosed()
            closed.fire()
        }
        let client = HTTPClient.forTests()
        let url = server.url
        let tasks = (0..<3).map { _ in
            Task { await ClientPath.async.failure(HTTPRequest(url: url), by: client) }
        }
        await received.wait(for: 3)
        client.shutdown()
        for task in tasks {
            let error = await task.value
            #expect(error?.code == .cancelled)
            #expect(error?.wasNeverSent == false)
        }
        await closed.wait(for: 3)
        client.shutdown()
        for path in ClientPath.allCases {
            let error = await path.failure(HTTPRequest(url: url), by: client)
            #expect(error?.code == .cancelled)
            #expect(error?.wasNeverSent == true)
        }
        #expect(server.acceptedCount == 3)
    }

    @Test("letting go of a client closes its connections", arguments: ClientPath.allCases)
    func lettingGo(path: ClientPath) async throws {
        let closed = Signal()
        let server = try SocketServer { connection in
            while connection.readRequest() != nil { connection.write(answer()) }
            closed.fire()
        }
        // Nothing holds the client once its request is answered.
        _ = try await path.send(HTTPRequest(url: server.url), by: HTTPClient.forTests())
        await closed.wait()
        #expect(server.acceptedCount == 1)
    }
}

/// What became of many requests.
private final class Tally: Sendable {
    private let state = Mutex<(answered: Int, neverSent: Set<String>)>((0, []))

    var answeredCount: Int {
        state.withLock { $0.answered }
    }

    var neverSent: Set<String> {
        state.withLock { $0.neverSent }
    }

    func noteAnswer() {
        state.withLock { $0.answered += 1 }
    }

    func noteNeverSent(_ target: String) {
        state.withLock { _ = $0.neverSent.insert(target) }
    }
}
