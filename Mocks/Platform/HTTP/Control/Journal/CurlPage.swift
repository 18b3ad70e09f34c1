// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// The journal as lines for a shell, one an exchange: what was asked, ready to be asked again; of a connection that a fault reset, a comment.
///
/// Variables stand for people and secrets (`"${COUNTERMARK:?}"`, `"${EMAIL:?}"`, `"${LOGIN:?}:${PASSWORD:?}"`) and for a body that is not kept, to
/// be filled in by whoever asks: the shell stops at one that is not. Everything else is quoted, so that nothing in it is run.
struct CurlPage {
    /// Headers that curl writes itself.
    private static let own: Set = [
        "host", "content-length", "transfer-encoding", "connection", "expect",
    ]

    private let excerpt: Journal.Excerpt
    private let base: String
    private let anonymizer: Anonymizer

    /// Prepares the lines for a platform that listens there.
    init(_ excerpt: Journal.Excerpt, base: String) {
        self.excerpt = excerpt
        self.base = base
        anonymizer = Anonymizer(excerpt.entries)
    }

    /// The lines.
    var text: String { excerpt.entries.map { line($0) + "\n" }.joined() }

    private func line(_ entry: JournalEntry) -> String {
        guard !entry.isConnection else { return comment(entry) + "; no request was read" }
        var words = ["curl -gsSi --path-as-is"]
        let body = body(entry)
        switch entry.method {
        case "GET" where body == nil: break
        case "HEAD": words.append("--head")
        default: words.append("-X " + Self.quoted([.text(entry.method)]))
        }
        words += entry.requestHeaders.compactMap(header)
        if let body { words.append(body) }
        var url = [MarkedText.Piece.text(entry.call?.origin ?? base)] + anonymizer.path(entry.path).pieces
        if !entry.query.isEmpty { url += [.text("?")] + anonymizer.query(entry.query).pieces }
        words.append(Self.quoted(url))
        return words.joined(separator: " ") + " " + comment(entry)
    }

    private func header(_ name: String, _ value: String) -> String? {
        let lowered = name.lowercased()
        guard !Self.own.contains(lowered) else { return nil }
        if Secrets.isSecret(header: name) {
            switch lowered {
            case "authorization" where value.lowercased().hasPrefix("basic"): return #"-u "${LOGIN:?}:${PASSWORD:?}""#
            case "authorization", "proxy-authorization": return "-H '\(name): '\"${AUTHORIZATION:?}\""
            case "cookie": return #"-H 'Cookie: '"${COOKIE:?}""#
            default: return "-H " + Self.quoted([.text(name + ": ")]) + #""${KEY:?}""#
            }
        }
        let pieces = anonymizer.header(value).pieces
        // Without a value curl would leave the header out.
        return "-H " + Self.quoted(pieces.isEmpty ? [.text(name + ";")] : [.text(name + ": ")] + pieces)
    }

    /// The words for the body; nothing for none. One that is not kept is a variable on which the shell insists: for a file that is not there
    /// curl would send an empty body, and nobody would know.
    private func body(_ entry: JournalEntry) -> String? {
        if let loss = loss(entry) { return "--data-binary \"${BODY:?\(loss)}\"" }
        let type = entry.requestHeaders.value(of: "Content-Type")
        let text = anonymizer.body(entry.requestBody, type: type, isRequest: true)
        return text.map { "--data-raw " + Self.quoted($0.pieces) }
    }

    /// What is missing of the body, in words without any meaning for a shell; nothing if all is there.
    private func loss(_ entry: JournalEntry) -> String? {
        let body = entry.requestBody
        guard body.count > 0 else { return entry.hasUnreadBody ? "the body is not kept" : nil }
        if body.isWithheld { return "the body, \(body.count) bytes, is not kept, for it may hold a password" }
        let isWhole = !body.isCut && body.text != nil
        return isWhole ? nil : "the body, \(body.count) bytes, is not kept"
    }

    private func comment(_ entry: JournalEntry) -> String {
        var comment = "# \(entry.number), \(entry.at.iso8601): "
        comment += entry.statusSent == 0 ? "no answer" : "\(entry.statusSent)"
        if let call = entry.call { comment += ", \(call.kind.rawValue) to provider \(call.providerID.number)" }
        if let fault = entry.fault {
            comment += ", \(fault.kind)" + (fault.ruleID.map { " by rule \($0)" } ?? " by magic")
            comment += fault.isApplied ? "" : ", not applied"
        }
        return comment + (loss(entry).map { "; \($0): BODY=@file" } ?? "")
    }

    // MARK: The shell

    /// One word of a shell: texts in single quotes, variables in double ones.
    static func quoted(_ pieces: [MarkedText.Piece]) -> String {
        guard !pieces.isEmpty else { return "''" }
        let joined = pieces.reduce(into: [MarkedText.Piece]()) { joined, piece in
            if case .text(let next) = piece, case .text(let text)? = joined.last {
                joined[joined.count - 1] = .text(text + next)
            } else {
                joined.append(piece)
            }
        }
        return joined.map { piece in
            switch piece {
            case .text(let text): quoted(text)
            case .masked(let datum): "\"${\(datum.variable):?}\""
            }
        }.joined()
    }

    private static func quoted(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            // An apostrophe ends the quotes for a shell, though an accent stands on it.
            return text.unicodeScalars.reduce(into: "'") { $0 += $1 == "'" ? #"'\''"# : String($1) } + "'"
        }
        // A line must stay one: only this quoting can write a line feed without one.
        return text.unicodeScalars.reduce(into: "$'") { quoted, scalar in
            switch scalar {
            case "'", "\\": quoted += "\\" + String(scalar)
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case let scalar where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 8)
                quoted += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        } + "'"
    }
}
