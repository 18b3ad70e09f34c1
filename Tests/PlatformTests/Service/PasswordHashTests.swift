// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain
import Testing

@testable import Platform

@Suite("Password hashes")
struct PasswordHashTests {
    private static let cheap = PasswordHash.Cost(logRounds: 4, blockSize: 8, parallelism: 1)

    @Test("a hash carries its cost and its salt, and matches its password alone")
    func hashes() async throws {
        let hash = await PasswordHasher(cost: Self.cheap).hash("Azerty123456!@")
        #expect(hash.hasPrefix("$scrypt$ln=4,r=8,p=1$"))
        let hasher = PasswordHasher()
        #expect(await hasher.matches("Azerty123456!@", hash: hash))
        #expect(await !hasher.matches("Azerty123456!", hash: hash))
        #expect(await !hasher.matches("", hash: hash))
        #expect(await PasswordHasher(cost: Self.cheap).hash("Azerty123456!@") != hash)
    }

    @Test("agrees with the vector of RFC 7914")
    func agreesWithTheStandard() throws {
        let cost = PasswordHash.Cost(logRounds: 10, blockSize: 8, parallelism: 16)
        let hash = try #require(PasswordHash(of: "password", cost: cost, salt: Array("NaCl".utf8)))
        // The first 32 of the vector's 64 bytes: scrypt's output of a length is a prefix of a longer one.
        #expect(hash.written == "$scrypt$ln=10,r=8,p=16$TmFDbA$_bq-HJ00cgB4VucZDQHp_nxq18vII3gw53N2Y0s3MWI")
    }

    @Test(
        "a damaged hash matches nothing",
        arguments: [
            "", "$", "scrypt", "$scrypt$ln=4,r=8,p=1$AQID", "$scrypt$ln=99,r=8,p=1$AQID$AQID",
            "$scrypt$ln=4,r=8$AQID$AQID", "$scrypt$ln=x,r=8,p=1$AQID$AQID", "$bcrypt$ln=4,r=8,p=1$AQID$AQID",
            "$scrypt$ln=4,r=8,p=1$AQID$AQID",
        ])
    func damagedHashes(hash: String) async {
        #expect(await !PasswordHasher(cost: Self.cheap).matches("", hash: hash))
    }

    @Test("the cache of checked log-ins is bounded, forgets the oldest, and mistakes nobody for another")
    func cacheIsBounded() {
        let cache = CredentialCache(capacity: 10)
        let entry = CredentialCache.Entry(
            userID: Identifier(1), hash: "h", sessionID: Identifier(1), secret: "s", cookies: [])
        for number in 0..<100 {
            let key = cache.key(email: "a\(number)@b.fr", password: "p")
            cache.remember(entry, for: key)
            #expect(cache.entry(key) != nil)
            #expect(cache.count <= 10)
        }
        #expect(cache.entry(cache.key(email: "a99@b.fr", password: "q")) == nil)
        #expect(cache.entry(cache.key(email: "a99@b.frp", password: "")) == nil)
        #expect(cache.entry(cache.key(email: "a0@b.fr", password: "p")) == nil)
        #expect(CredentialCache().key(email: "a", password: "p") != cache.key(email: "a", password: "p"))
    }

    @Test("headers are remembered to the letter, so many at most, and none that is longer than a till's")
    func recentHeaders() {
        let headers = RecentHeaders<Int>(capacity: 10)
        for number in 0..<100 {
            headers.remember("session=\(number)", number)
            #expect(headers.meaning(of: "session=\(number)") == number)
            #expect((0..<100).count { headers.meaning(of: "session=\($0)") != nil } <= 10)
        }
        for other in ["session=9", "session=999", "Session=99", "session=99 ", ""] {
            #expect(headers.meaning(of: other) == nil)
        }
        let longest = String(repeating: "a", count: 1_024)
        headers.remember(longest, 1)
        headers.remember(longest + "a", 2)
        #expect(headers.meaning(of: longest) == 1)
        #expect(headers.meaning(of: longest + "a") == nil)
    }

    @Test(
        "Base64 is read padded or not, in both alphabets",
        arguments: [
            ("", ""), ("f", "Zg"), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"), ("??>", "Pz8+"), ("??>", "Pz8-"),
        ])
    func base64(plain: String, encoded: String) {
        #expect(Base64.decode(encoded) == Array(plain.utf8))
        #expect(Base64.decode(Base64.encode(Array(plain.utf8))) == Array(plain.utf8))
    }

    @Test("what is no Base64 is nothing", arguments: ["Z", "Zg===", "Z g", "Zm9vé", "=Zg", "Zm9vY"])
    func noBase64(text: String) {
        #expect(Base64.decode(text) == nil)
    }
}
