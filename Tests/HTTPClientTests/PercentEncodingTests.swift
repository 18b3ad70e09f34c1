// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import Testing

@Suite("Percent-encoding")
struct PercentEncodingTests {
    @Test("all but the unreserved characters is encoded")
    func everything() {
        #expect(PercentEncoding.queryComponent("a+b@c.fr") == "a%2Bb%40c.fr")
        #expect(PercentEncoding.queryComponent("é €/?&=# %") == "%C3%A9%20%E2%82%AC%2F%3F%26%3D%23%20%25")
        #expect(PercentEncoding.queryComponent("AZaz09-._~") == "AZaz09-._~")
        #expect(PercentEncoding.queryComponent("") == "")
        #expect(PercentEncoding.pathSegment("a/b\0\r\n") == "a%2Fb%00%0D%0A")
    }
}
