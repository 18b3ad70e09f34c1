// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// A whole platform as lines of JSON: a first one that says what follows, then one for each record, mail and file.
///
/// The key that signs the cookies is no part of it: whoever gets a snapshot cannot make themselves a session.
enum SnapshotLines {
    /// What the first line calls it.
    static let format = "passculture-snapshot"
    /// The version of what is written and how; optional fields may be added without a new one.
    static let version: Int64 = 1
    /// The content type.
    static let contentType = "application/x-ndjson"

    /// The lines of a platform, each with its line feed.
    static func text(of platform: KeptPlatform) -> [UInt8] {
        var bytes: [UInt8] = []
        func append(_ line: JSONObject) { bytes += JSONValue.object(line).serialized([.trailingNewline]) }
        append(header(of: platform))
        for part in PlatformState.parts {
            let rows = part.rows(platform.state)
            for chunk in 0..<part.chunkCount(platform.state) {
                for values in rows(chunk) { append([part.name: line(part.fields.map(\.name), values)]) }
            }
        }
        let names = Mail.columns.map(\.name)
        for mail in platform.mailbox.mails { append(["mails": line(names, mail.fields)]) }
        for (key, file) in platform.files.sorted(by: { $0.key < $1.key }) {
            append([
                "files": [
                    "kind": .string(key.kind), "number": .number(JSONNumber(key.number)), "type": .string(file.type),
                    "bytes": .string(Base64.encode(file.bytes)),
                ]
            ])
        }
        return bytes
    }

    private static func header(of platform: KeptPlatform) -> JSONObject {
        let state = platform.state
        var rows = JSONObject()
        for part in PlatformState.parts { rows[part.name] = .number(JSONNumber(part.count(state))) }
        rows["mails"] = .number(JSONNumber(platform.mailbox.mails.count))
        rows["files"] = .number(JSONNumber(platform.files.count))
        var header: JSONObject = [
            "format": .string(format), "version": .number(JSONNumber(version)),
            "profile": .string(state.rules.profile.rawValue), "begin": .string(platform.begin.iso8601),
            "now": .string(platform.clock.shown.iso8601), "mode": .string(platform.clock.mode.rawValue),
            "droppedMails": .number(JSONNumber(platform.mailbox.dropped)),
        ]
        if let seed = platform.seed { header["seed"] = .string(String(seed)) }
        header["rows"] = .object(rows)
        return header
    }

    private static func line(_ names: [String], _ values: [StoredValue]) -> JSONValue {
        var object = JSONObject()
        for (name, value) in zip(names, values) where value != .null { object[name] = value.json(.dates) }
        return .object(object)
    }
}
