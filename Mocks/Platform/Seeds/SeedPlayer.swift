// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// Plays a seed on a platform, step by step, and stops at the first step that does not do what it is meant to do.
struct SeedPlayer {
    private let seed: Seed
    private let service: Service
    private let caller: SeedCaller
    private var references: SeedReferences
    private var people: [String: SeedCaller.Person] = [:]

    /// Prepares to play a seed on a platform whose clock stands still.
    init(_ seed: Seed, on service: Service) {
        self.seed = seed
        self.service = service
        caller = SeedCaller(service)
        references = SeedReferences(start: service.now())
    }

    /// Plays all steps.
    ///
    /// - Throws: which step failed, and why.
    mutating func play() async throws(SeedError) -> Furnished {
        for (index, step) in seed.steps.enumerated() where step.profile.map({ $0 == service.profile }) ?? true {
            do throws(SeedError) {
                try await play(step)
            } catch {
                throw error.at(step: index + 1, named: step.name)
            }
        }
        return Furnished(title: seed.title, items: try seed.shown.map { shown throws(SeedError) in try item(shown) })
    }

    private mutating func play(_ step: SeedStep) async throws(SeedError) {
        if let time = step.time { try await advance(to: time) }
        guard let request = step.request else { return }
        let target = try references.text(request.target, encode: Self.encode)
        var sent: JSONValue?
        var contentType: String?
        var body: [UInt8] = []
        switch request.body {
        case .none: break
        case .json(let value):
            let resolved = try references.resolve(value)
            (sent, contentType, body) = (resolved, "application/json", resolved.serialized())
        case .form(let fields):
            let resolved = try references.resolve(.object(fields))
            sent = resolved
            contentType = SeedForm.contentType
            body = try SeedForm(resolved.objectValue ?? JSONObject()).body
        }
        let answer: Answer
        if step.actor == SeedStep.team {
            answer = await caller.control(request.method, target, contentType: contentType, body: body)
        } else {
            var person = try step.actor.map { name throws(SeedError) in try self.person(name) }
            answer = await caller.send(request.method, target, contentType: contentType, body: body, by: &person)
            if let name = step.actor { people[name] = person }
        }
        try check(answer, of: request, sent: target)
        references.now = service.now()
        guard let name = step.name else { return }
        let text = String(decoding: answer.body, as: UTF8.self)
        references.note(name, answer: (try? JSONValue(parsing: answer.body)) ?? .string(text), sent: sent)
        if let person = Self.person(sent, answer) { people[name] = person }
    }

    private mutating func advance(to time: String) async throws(SeedError) {
        let text = try references.text(time)
        let instant: Instant
        if text.hasPrefix("+"), let span = SeedSpan.parse(text.dropFirst()) {
            instant = service.now() + span
        } else if let date = Instant(iso8601: text) {
            instant = date
        } else {
            throw .malformed(
                "at is no date and no span: \(text); write it like 2018-12-04T10:00:00Z or +P3D",
                "at n'est ni une date ni une durée : \(text) ; écrivez 2018-12-04T10:00:00Z ou +P3D")
        }
        do throws(Service.AdvanceError) {
            try await service.advance(.to(instant))
        } catch {
            throw .failed(
                "time does not go back: it is \(service.now()), and \(instant) is before that",
                "le temps ne recule pas : il est \(service.now()), et \(instant) est avant")
        }
        references.now = service.now()
    }

    private func check(_ answer: Answer, of request: SeedStep.Request, sent target: String) throws(SeedError) {
        let isExpected = request.expected.map { $0 == answer.status } ?? (200...299).contains(answer.status)
        guard !isExpected else { return }
        let expected = request.expected.map(String.init) ?? "2xx"
        let line = "\(request.method) \(target)"
        let body = String(decoding: answer.body.prefix(300), as: UTF8.self)
        let seen = "\(answer.status) \(body)".split(separator: "\n").joined(separator: " ")
        throw .failed(
            "\(line) was to answer \(expected) and answered \(seen)",
            "\(line) devait répondre \(expected) et a répondu \(seen)")
    }

    private func person(_ name: String) throws(SeedError) -> SeedCaller.Person {
        guard let person = people[name] else {
            throw .malformed(
                "nobody signed up or in in a step called \(name)",
                "personne ne s'est inscrit ni identifié dans une étape appelée \(name)")
        }
        return person
    }

    /// Whoever a request signed up or in.
    private static func person(_ sent: JSONValue?, _ answer: Answer) -> SeedCaller.Person? {
        guard (200...299).contains(answer.status), let password = sent?["password"]?.stringValue,
            let email = sent?["identifier"]?.stringValue ?? sent?["email"]?.stringValue
        else { return nil }
        let cookies = answer.headers.filter { $0.name == "Set-Cookie" }.map(\.value)
        return SeedCaller.Person(email: email, password: password, cookies: SeedCaller.pairs(cookies))
    }

    private func item(_ shown: SeedShow) throws(SeedError) -> Furnished.Item {
        let what: Furnished.What
        switch shown.what {
        case .value(let text):
            let value = try references.text(text)
            let standing = service.read { state, now in
                state.booking(token: value).map { Furnished.Standing($0, in: state, at: now) }
            }
            what = standing.map { .countermark(value, $0) } ?? .value(value)
        case .person(let name):
            let person = try person(name)
            what = .person(email: person.email, password: person.password)
        }
        return Furnished.Item(id: shown.id, label: shown.label, what: what)
    }

    /// A text as it stands in a path or a query: all but letters, digits and `-._~` percent-encoded.
    private static func encode(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return encoded
    }
}
