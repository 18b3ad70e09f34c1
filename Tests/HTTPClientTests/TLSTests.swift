// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import TestSupport
import Testing

@Suite("TLS", .enabled(if: OpenSSLServer.isAvailable, "needs the openssl command"), .serialized)
struct TLSTests {
    @Test("a certificate that nobody vouches for is refused, and nothing is sent", arguments: ClientPath.allCases)
    func untrusted(path: ClientPath) async throws {
        let server = try await OpenSSLServer.start()
        let request = HTTPRequest(method: "PATCH", url: "https://127.0.0.1:\(server.port)/")
        let error = await path.failure(request, by: .forTests())
        #expect(error?.code == .neverSent(.tls))
        #expect(error?.wasNeverSent == true)
    }

    @Test("a certificate of an authority that is trusted is taken", arguments: ClientPath.allCases)
    func trusted(path: ClientPath) async throws {
        let server = try await OpenSSLServer.start()
        let client = HTTPClient.forTests(caFile: server.certificate)
        let response = try await path.send(HTTPRequest(url: "https://127.0.0.1:\(server.port)/"), by: client)
        #expect(response.status == 200)
    }

    @Test("a certificate for another name is refused", arguments: ClientPath.allCases)
    func anotherName(path: ClientPath) async throws {
        let server = try await OpenSSLServer.start()
        let client = HTTPClient.forTests(caFile: server.certificate)
        let error = await path.failure(HTTPRequest(url: "https://localhost:\(server.port)/"), by: client)
        #expect(error?.code == .neverSent(.tls))
    }

    @Test("TLS 1.1 is refused", arguments: ClientPath.allCases)
    func oldVersion(path: ClientPath) async throws {
        let server = try await OpenSSLServer.start(["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"])
        let client = HTTPClient.forTests(caFile: server.certificate)
        let error = await path.failure(HTTPRequest(url: "https://127.0.0.1:\(server.port)/"), by: client)
        #expect(error?.code == .neverSent(.tls))
    }

    @Test(
        "with a file of authorities, the system's are not even looked at",
        .enabled(if: NamesakeAuthority.isAvailable, "needs an authority of the system's"),
        arguments: ClientPath.allCases)
    func systemAuthority(path: ClientPath) async throws {
        let namesake = try NamesakeAuthority()
        let pinned = try await OpenSSLServer.start()
        let server = try await OpenSSLServer.start(namesake.serverOptions)
        let request = HTTPRequest(url: "https://127.0.0.1:\(server.port)/")
        let ofSystem = await path.failure(request, by: .forTests())
        #expect(ofSystem?.code == .neverSent(.tls))
        #expect(ofSystem?.detail.contains(NamesakeAuthority.isNotFound) == false)
        let ofFile = await path.failure(request, by: .forTests(caFile: pinned.certificate))
        #expect(ofFile?.code == .neverSent(.tls))
        #expect(ofFile?.detail.contains(NamesakeAuthority.isNotFound) == true)
    }
}
