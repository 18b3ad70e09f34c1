// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The parts of a base URL, read so strictly that no reader of URLs can see another host in it.
///
/// Refused: anything before an `@`, backslashes, blanks, percent signs and other signs in the host, a path, a query,
/// a fragment, an empty or impossible port.
struct AddressParts {
    /// `http` or `https`.
    let scheme: String
    /// The host: lower case, without a dot at its end, in brackets when it is an IPv6 address.
    let host: String
    /// The port, when one was written.
    let port: UInt16?

    /// The address again, in its plainest form.
    var base: String {
        "\(scheme)://\(host)" + (port.map { ":\($0)" } ?? "")
    }

    init?(_ address: String) {
        let text = address.lowercased()
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        guard let scheme = ["http", "https"].first(where: { text.hasPrefix($0 + "://") }) else { return nil }
        var rest = text.dropFirst(scheme.utf8.count + 3)
        while rest.last == "/" { rest = rest.dropLast() }
        var host = rest
        var port: Substring?
        if rest.first == "[" {
            guard let end = rest.lastIndex(of: "]") else { return nil }
            host = rest[...end]
            let tail = rest[rest.index(after: end)...]
            if !tail.isEmpty {
                guard tail.first == ":" else { return nil }
                port = tail.dropFirst()
            }
            let inside = host.dropFirst().dropLast()
            guard inside.utf8.allSatisfy({ $0 == 0x3A || AddressParts.isHexadecimal($0) }), inside.contains(":") else {
                return nil
            }
        } else {
            if let colon = rest.firstIndex(of: ":") {
                host = rest[..<colon]
                port = rest[rest.index(after: colon)...]
            }
            while host.last == "." { host = host.dropLast() }
            guard !host.isEmpty, !host.hasPrefix("."), !host.contains(".."),
                host.utf8.allSatisfy(AddressParts.isOfHostName)
            else { return nil }
        }
        if let port {
            guard let number = UInt16(port), number > 0, port.utf8.allSatisfy({ $0 != 0x2B }) else { return nil }
            self.port = number
        } else {
            self.port = nil
        }
        self.scheme = scheme
        self.host = String(host)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66)
    }

    private static func isOfHostName(_ byte: UInt8) -> Bool {
        (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7A) || byte == 0x2D || byte == 0x2E
            || byte == 0x5F
    }
}
