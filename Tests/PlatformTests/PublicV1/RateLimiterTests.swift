// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

@testable import Platform

@Suite("How often providers called")
struct RateLimiterTests {
    private let start = Instant(microseconds: 1_800_000_000_000_000)

    @Test("with ever new providers, only those of the minute under way are remembered, and at most as many again")
    func isBounded() {
        let limiter = RateLimiter(limit: 2)
        for number in 0..<10_000 {
            // A hundred providers a minute.
            #expect(limiter.allows(Identifier(Int64(number)), at: start + .milliseconds(Int64(600 * number))))
            #expect(limiter.remembered <= 202)
        }
    }

    @Test("who calls within the minute is never forgotten, however many others call")
    func keepsCounting() {
        let limiter = RateLimiter(limit: 2)
        #expect(limiter.allows(Identifier(1), at: start))
        #expect(limiter.allows(Identifier(1), at: start))
        for number in 2..<1_000 { #expect(limiter.allows(Identifier(Int64(number)), at: start + .seconds(59))) }
        #expect(!limiter.allows(Identifier(1), at: start + .seconds(59)))
        #expect(limiter.allows(Identifier(1), at: start + .minutes(1)))
    }

    @Test("time that went back opens a new minute, and forgets those of the time to come")
    func timeGoesBack() {
        let limiter = RateLimiter(limit: 1)
        for number in 0..<RateLimiter.fewest { #expect(limiter.allows(Identifier(Int64(number)), at: start)) }
        #expect(limiter.allows(Identifier(0), at: start - .seconds(1)))
        #expect(!limiter.allows(Identifier(0), at: start - .seconds(1)))
        #expect(limiter.remembered == 1)
    }
}
