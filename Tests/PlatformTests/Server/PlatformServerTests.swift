// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import JSON
import PlatformDomain
import Testing

@testable import Platform

@Suite("A platform that listens")
struct PlatformServerTests {
    private func read(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 4_096)
        return String(decoding: buffer[..<fread(&buffer, 1, buffer.count, file)], as: UTF8.self)
    }

    private func write(_ text: String, to path: String) {
        guard let file = fopen(path, "w") else { return }
        fputs(text, file)
        fclose(file)
    }

    @Test("answers at once on a free port, writes its ready file, and takes it away when it stops")
    func startsAndStops() async throws {
        let path = "/tmp/passculture-ready-\(getpid())-\(UInt32.random(in: .min ... .max))"
        var configuration = PlatformConfiguration()
        configuration.readyFile = path
        let server = try await PlatformServer.start(configuration)
        #expect(read(path) == "\(server.baseURL)\n")
        #expect(server.baseURL.hasPrefix("http://127.0.0.1:"))
        let answer = await RawExchange.send("GET", "/health", to: server.baseURL)
        #expect(answer.status == 200)
        #expect(answer.text == "\"ok\"\n")
        #expect(answer.header("content-type") == "application/json")
        await server.stop()
        await server.stop()
        #expect(read(path) == nil)
        #expect(await RawExchange.send("GET", "/health", to: server.baseURL).status == 0)
    }

    @Test("says in a sentence that it cannot have a port that is taken")
    func portTaken() async throws {
        try await withServer { server in
            let port = try #require(server.baseURL.split(separator: ":").last.flatMap { Int($0) })
            let failure = await #expect(throws: PlatformServer.StartFailure.self) {
                _ = try await PlatformServer.start(PlatformConfiguration(port: port))
            }
            #expect(
                failure?.english
                    == "The platform cannot listen on 127.0.0.1:\(port): another program listens there. Try --port 0, "
                    + "which takes a free port.")
            #expect(failure?.french.contains("un autre programme y écoute déjà. Essayez --port 0") == true)
            #expect(failure?.description == failure?.english)
        }
    }

    @Test(
        "says in a sentence that a host is no name, or no address of this machine",
        arguments: ["no such host", "192.0.2.1"])
    func badHost(host: String) async throws {
        let failure = await #expect(throws: PlatformServer.StartFailure.self) {
            _ = try await PlatformServer.start(PlatformConfiguration(host: host))
        }
        #expect(failure?.english.hasSuffix("Try --host 127.0.0.1.") == true, "\(failure?.english ?? "")")
        #expect(failure?.french.hasSuffix("Essayez --host 127.0.0.1.") == true)
        #expect(failure?.english.contains(host) == true)
    }

    @Test("a ready file left by a killed platform goes before anything else, even if nothing starts then")
    func staleReadyFile() async throws {
        let path = "/tmp/passculture-ready-\(getpid())-\(UInt32.random(in: .min ... .max))"
        write("http://127.0.0.1:1\n", to: path)
        await #expect(throws: PlatformServer.StartFailure.self) {
            _ = try await PlatformServer.start(PlatformConfiguration(host: "192.0.2.1", readyFile: path))
        }
        #expect(read(path) == nil)
    }

    @Test("a ready file that another platform has written since stays")
    func foreignReadyFile() async throws {
        let path = "/tmp/passculture-ready-\(getpid())-\(UInt32.random(in: .min ... .max))"
        let server = try await PlatformServer.start(PlatformConfiguration(readyFile: path))
        write("\(server.baseURL)0\n", to: path)
        await server.stop()
        #expect(read(path) == "\(server.baseURL)0\n")
        unlink(path)
    }

    @Test("says in a sentence that it cannot write its ready file, and does not go on listening")
    func readyFileCannotBeWritten() async throws {
        var configuration = PlatformConfiguration()
        configuration.readyFile = "/nowhere/at/all"
        await #expect(throws: ReadyFile.Failure.self) { _ = try await PlatformServer.start(configuration) }
    }

    @Test("HEAD is answered like GET, without the body")
    func head() async throws {
        try await withServer { server in
            let answer = await RawExchange.send("HEAD", "/health", to: server.baseURL)
            #expect(answer.status == 200)
            #expect(answer.body.isEmpty)
            #expect(answer.header("content-length") == "5")
        }
    }

    @Test("keeps a connection open for the next request")
    func keepAlive() async throws {
        try await withServer { server in
            let request = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n"
            let answers = await RawExchange.send(Array((request + request + request).utf8), to: server.baseURL)
            #expect(answers.text.components(of: "HTTP/1.1 200 OK") == 2)
        }
    }

    @Test("over HTTP, of a thousand concurrent validations of one countermark exactly one is 204, the others 410")
    func concurrentValidations() async throws {
        try await withServer { server in
            let town = try Town(in: server.service)
            let token = try town.book().token
            let statuses = await withTaskGroup(of: [Int].self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        var statuses: [Int] = []
                        for _ in 0..<50 {
                            let answer = await RawExchange.send(
                                "PATCH", "/bookings/token/\(token)", to: server.baseURL,
                                headers: [basic("libraire@example.com")])
                            statuses.append(answer.status)
                        }
                        return statuses
                    }
                }
                return await group.reduce(into: [Int]()) { $0 += $1 }
            }
            #expect(statuses.count { $0 == 204 } == 1)
            #expect(statuses.count { $0 == 410 } == 999)
        }
    }

    @Test("over HTTP, of two hundred concurrent bookings of a stock of twenty exactly twenty are made, and paid for")
    func concurrentBookings() async throws {
        try await withServer { server in
            let town = try Town(in: server.service, copies: 20)
            let people = try (0..<200).map { number in
                try Town.account("jeune\(number)@example.com", .young, in: server.service)
            }
            let body = #"{"stockId":"\#(HumanizedID.encode(town.stock))","quantity":1}"#
            let statuses = await withTaskGroup(of: [Int].self) { group in
                for start in 0..<20 {
                    group.addTask {
                        var statuses: [Int] = []
                        for number in stride(from: start, to: 200, by: 20) {
                            let answer = await RawExchange.send(
                                "POST", "/bookings", to: server.baseURL,
                                headers: [portal, basic("jeune\(number)@example.com")], json: body)
                            statuses.append(answer.status)
                        }
                        return statuses
                    }
                }
                return await group.reduce(into: [Int]()) { $0 += $1 }
            }
            #expect(statuses.count { $0 == 201 } == 20)
            #expect(statuses.count { $0 == 400 } == 180)
            let wallets = server.service.read { state, _ in people.compactMap { state.users[$0]?.wallet.cents } }
            #expect(wallets.count { $0 == 489_00 } == 20)
            #expect(wallets.count { $0 == 499_00 } == 180)
        }
    }

    @Test("stops though clients hold connections open, idle or in the middle of a request", .timeLimit(.minutes(1)))
    func stopsWithOpenConnections() async throws {
        try await withServer { server in
            let requests = [
                "", "GET /health HTTP/1.1\r\nHost: x\r\n\r\n", "POST /users/signin HTTP/1.1\r\nHost: x\r\nCont",
            ]
            let sockets = requests.map { HeldConnection(to: server.baseURL, sending: $0) }
            let opened = sockets.count { $0.isOpen }
            #expect(opened == 3)
            #expect(await RawExchange.send("GET", "/health", to: server.baseURL).status == 200)
            await server.stop()
            #expect(await RawExchange.send("GET", "/health", to: server.baseURL).status == 0)
            for socket in sockets { socket.end() }
        }
    }

    @Test("closes when asked in any spelling, and goes on after a body that broke off")
    func closes() async throws {
        try await withServer { server in
            for word in ["close", "Close", "TE, close"] {
                let request = "GET /health HTTP/1.1\r\nHost: x\r\nConnection: \(word)\r\n\r\n"
                let answers = await RawExchange.send(Array((request + request).utf8), to: server.baseURL)
                #expect(answers.text == "\"ok\"\n", "\(word)")
            }
            let broken = "POST /users/signin HTTP/1.1\r\nHost: x\r\nOrigin: \(portal.1)\r\nContent-Length: 50\r\n\r\n{"
            #expect(await RawExchange.send(Array(broken.utf8), to: server.baseURL).status == 400)
            #expect(await RawExchange.send("GET", "/health", to: server.baseURL).status == 200)
        }
    }

    @Test("a client of HTTP/1.0 finds its answer's end where the connection ends, or is told that it is kept")
    func oldClients() async throws {
        try await withServer { server in
            let old = "GET /health HTTP/1.0\r\nHost: x\r\n"
            let one = await RawExchange.send(Array((old + "\r\n" + old + "\r\n").utf8), to: server.baseURL)
            #expect(one.text == "\"ok\"\n")
            #expect(one.header("connection") != "keep-alive")
            let kept = old + "Connection: Keep-Alive\r\n\r\n"
            let both = await RawExchange.send(Array((kept + old + "\r\n" + kept).utf8), to: server.baseURL)
            #expect(both.header("connection") == "keep-alive")
            #expect(both.text.components(of: "HTTP/1.1 200 OK") == 1 && both.text.hasSuffix("\"ok\"\n"))
            // Nor does what ends the connection say that it is kept.
            #expect(!both.text.lowercased().contains("keep-alive"))
            let garbage = await RawExchange.send(Array((kept + "GARBAGE\r\n\r\n").utf8), to: server.baseURL)
            #expect(garbage.text.contains("HTTP/1.1 400") && !garbage.text.lowercased().contains("keep-alive"))
            let today = Array("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".utf8)
            let new = await RawExchange.send(today + today, to: server.baseURL)
            #expect(new.header("connection") == nil && new.text.components(of: "HTTP/1.1 200 OK") == 1)
        }
    }

    @Test("a Basic log-in earns its cookies, which then stand for it; signing out ends them")
    func basicEarnsCookies() async throws {
        try await withServer { server in
            _ = try Town(in: server.service)
            let first = await RawExchange.send(
                "GET", "/users/current", to: server.baseURL, headers: [portal, basic("lecteur@example.com")])
            #expect(first.status == 200)
            let cookies = first.headers("set-cookie").map { String($0.split(separator: ";")[0]) }
            #expect(cookies.map { $0.split(separator: "=")[0] } == ["session", "remember_token"])
            let cookie = ("Cookie", cookies.joined(separator: "; "))
            let second = await RawExchange.send("GET", "/users/current", to: server.baseURL, headers: [portal, cookie])
            #expect(second.status == 200)
            #expect(second.headers("set-cookie").isEmpty)
            let signedOut = await RawExchange.send(
                "GET", "/users/signout", to: server.baseURL, headers: [portal, cookie])
            #expect(signedOut.status == 200)
            let replayed = await RawExchange.send(
                "GET", "/users/current", to: server.baseURL, headers: [portal, cookie])
            #expect(replayed.status == 401)
        }
    }
}

extension String {
    /// How often a text stands in this one.
    fileprivate func components(of text: String) -> Int {
        let bytes = Array(utf8)
        let wanted = Array(text.utf8)
        return bytes.indices.count { bytes[$0...].starts(with: wanted) }
    }
}
