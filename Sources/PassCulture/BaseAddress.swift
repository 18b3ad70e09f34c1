// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A base address taken apart as far as it must be to know that requests can be appended to it.
struct BaseAddress: Sendable {
    /// What is wrong with an address.
    struct Flaw: Error {
        let sentence: String

        init(_ sentence: String) { self.sentence = sentence }
    }

    /// The address without a slash at its end.
    let text: String
    /// The host, in small letters; without brackets when it is an IPv6 address.
    let host: String
    /// Whether the scheme is `https`.
    let isSecure: Bool

    /// Whether the host is this machine.
    var isLoopback: Bool {
        host == "localhost" || host == "::1" || (host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." })
    }

    /// Takes an address apart.
    init(_ url: String) throws(Flaw) {
        let trimmed = url.trimmed()
        guard trimmed.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Flaw("it holds a blank or a character that is not ASCII")
        }
        guard !trimmed.contains(where: { "?#\\\"<>^`{|}".contains($0) }) else {
            throw Flaw("it may hold a host, a port and a path, and no more")
        }
        let lowercased = trimmed.lowercased()
        let rest: Substring
        if lowercased.hasPrefix("https://") {
            (isSecure, rest) = (true, trimmed.dropFirst(8))
        } else if lowercased.hasPrefix("http://") {
            (isSecure, rest) = (false, trimmed.dropFirst(7))
        } else {
            throw Flaw("it must begin with https:// or http://")
        }
        let authority = rest.prefix { $0 != "/" }
        guard !authority.contains("@") else {
            throw Flaw("a log-in has no place in it")
        }
        let (host, port) = try Self.hostAndPort(authority)
        guard !host.isEmpty, host.utf8.allSatisfy(Self.isHostByte) else {
            throw Flaw("it has no host, or one with a character that no host has")
        }
        if let port {
            guard let number = UInt16(port), number > 0, port.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                throw Flaw("its port is no number between 1 and 65535")
            }
        }
        self.host = host.lowercased()
        var end = trimmed[...]
        while end.hasSuffix("/") { end.removeLast() }
        text = String(end)
    }

    private static func hostAndPort(_ authority: Substring) throws(Flaw) -> (host: Substring, port: Substring?) {
        if authority.hasPrefix("[") {
            guard let close = authority.firstIndex(of: "]") else { throw Flaw("a bracket is not closed") }
            let host = authority[authority.index(after: authority.startIndex)..<close]
            let after = authority[authority.index(after: close)...]
            guard after.isEmpty || after.hasPrefix(":") else { throw Flaw("something follows the bracket") }
            return (host, after.isEmpty ? nil : after.dropFirst())
        }
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2 else { throw Flaw("an IPv6 address needs brackets") }
        return (parts[0], parts.count == 2 ? parts[1] : nil)
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: ":"):
            true
        default:
            false
        }
    }
}
