// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// Reads a platform from lines of JSON, and believes nothing: every line, every count and every rule is checked.
struct SnapshotReader {
    private var builder: StateBuilder
    private let clock: KeptClock
    private let begin: Instant
    private let seed: UInt64?
    private let droppedMails: Int
    private let expected: JSONObject
    private var counts: [String: Int] = [:]
    private var mails: [Mail] = []
    private var files: [KeptFile.Key: KeptFile] = [:]

    /// The platform that the lines tell of, if it is one of that profile.
    ///
    /// - Throws: what is wrong, with the line's number.
    static func platform(from bytes: [UInt8], profile: Profile) throws(SnapshotError) -> KeptPlatform {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let first = lines.first else { throw SnapshotError("There is nothing to read") }
        var reader = try SnapshotReader(first, profile: profile)
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            do throws(StoredError) {
                try reader.read(line)
            } catch {
                throw SnapshotError("Line \(index + 1): \(error)")
            }
        }
        return try reader.finish()
    }

    private init(_ line: some Sequence<UInt8>, profile: Profile) throws(SnapshotError) {
        guard case .object(let header)? = try? JSONValue(parsing: line),
            header["format"]?.stringValue == SnapshotLines.format
        else { throw SnapshotError("Line 1 does not say that this is a snapshot of passculture") }
        let version = header["version"]?.intValue ?? 0
        guard version == SnapshotLines.version else {
            throw SnapshotError(
                "The snapshot is of version \(version), and this platform reads version \(SnapshotLines.version)",
                hint: "Write it again with this version of passculture.")
        }
        guard header["profile"]?.stringValue == profile.rawValue else {
            let other = header["profile"]?.stringValue ?? "none"
            throw SnapshotError(
                "The snapshot is of the profile \(other), and this platform serves \(profile.rawValue)",
                hint: "Start a platform with --profile \(other).")
        }
        guard let now = Self.instant(header["now"]), let begin = Self.instant(header["begin"]),
            let mode = header["mode"]?.stringValue.flatMap(VirtualClock.Mode.init(rawValue:)),
            let dropped = header["droppedMails"]?.intValue, (0...Int(Int32.max)).contains(dropped),
            let rows = header["rows"]?.objectValue
        else { throw SnapshotError("Line 1 lacks now, begin, mode, droppedMails or rows") }
        builder = StateBuilder(profile: profile)
        clock = KeptClock(mode: mode, shown: now, real: SystemClock.now())
        self.begin = begin
        seed = header["seed"]?.stringValue.flatMap { UInt64($0) }
        droppedMails = dropped
        expected = rows
    }

    private mutating func read(_ line: ArraySlice<UInt8>) throws(StoredError) {
        let parsed: JSONValue
        do throws(JSONSyntaxError) {
            parsed = try JSONValue(parsing: line)
        } catch {
            throw StoredError("no JSON: \(error)")
        }
        guard case .object(let object) = parsed, object.count == 1,
            let (name, value) = object.first(where: { _ in true }),
            case .object(let fields) = value
        else { throw StoredError("not one record under the name of its kind") }
        counts[name, default: 0] += 1
        switch name {
        case "mails":
            var row = StoredRow(try Self.values(fields, Mail.columns.map(\.name))) { Mail.columns[$0].name }
            mails.append(try Mail(&row))
        case "files": try readFile(fields)
        default:
            guard let part = Self.parts[name] else { throw StoredError("there are no \(name) in a snapshot") }
            try builder.append([try Self.values(fields, part.fields.map(\.name))], to: part)
        }
    }

    private mutating func readFile(_ fields: JSONObject) throws(StoredError) {
        guard let kind = fields["kind"]?.stringValue, let number = fields["number"]?.intValue,
            let type = fields["type"]?.stringValue,
            let bytes = fields["bytes"]?.stringValue.flatMap({ Base64.decode($0) })
        else { throw StoredError("a file has kind, number, type and bytes in base64") }
        let key = KeptFile.Key(kind: kind, number: Int64(number))
        files[key] = KeptFile(key: key, type: type, bytes: bytes)
    }

    private consuming func finish() throws(SnapshotError) -> KeptPlatform {
        for (name, count) in expected where counts[name] ?? 0 != count.intValue {
            throw SnapshotError("The first line says \(count) \(name), and there are \(counts[name] ?? 0)")
        }
        let missing = PlatformState.parts.first { expected[$0.name] == nil && !$0.mayBeMissing }
        if let missing { throw SnapshotError("The first line says nothing of \(missing.name)") }
        let platform = KeptPlatform(
            state: builder.finish(), clock: clock, seed: seed, mailbox: Mailbox(mails: mails, dropped: droppedMails),
            files: files, begin: begin)
        if let violation = platform.state.violations.first {
            throw SnapshotError("It breaks the platform's rules: \(violation)")
        }
        return platform
    }

    /// The fields in the order of their columns; one that is not there is empty, one that nobody knows is an error.
    private static func values(_ fields: JSONObject, _ names: [String]) throws(StoredError) -> [StoredValue] {
        var values: [StoredValue] = []
        values.reserveCapacity(names.count)
        var found = 0
        for name in names {
            guard let json = fields[name] else {
                values.append(.null)
                continue
            }
            guard let value = StoredValue(json) else { throw StoredError("\(name) is \(json)") }
            values.append(value)
            found += 1
        }
        guard found == fields.count else {
            throw StoredError("there is no field \(fields.keys.first { !names.contains($0) } ?? "")")
        }
        return values
    }

    private static let parts = Dictionary(uniqueKeysWithValues: PlatformState.parts.map { ($0.name, $0) })

    private static func instant(_ json: JSONValue?) -> Instant? {
        json?.stringValue.flatMap { Instant(iso8601: $0) }
    }
}
