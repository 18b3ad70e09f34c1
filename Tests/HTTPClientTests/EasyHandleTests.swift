// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import HTTPClient

@Suite("An idle handle")
struct EasyHandleTests {
    @Test("keeps a small body for the next request, and lets go of a large one", arguments: [2, 1 << 20])
    func body(count: Int) throws {
        let configuration = HTTPClientConfiguration()
        let handle = try #require(EasyHandle(configuration))
        let body = [UInt8](repeating: 0x61, count: count)
        let request = HTTPRequest(method: "PUT", url: "http://127.0.0.1/", body: body)
        #expect(handle.set(try CheckedRequest(request, configuration)))
        #expect(handle.message?.body == body)
        handle.forgetLargeBody()
        #expect(handle.message?.body == (count == 2 ? body : nil))
    }
}
