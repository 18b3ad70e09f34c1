// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What checks demand of an answer. Each throws ``Interruption/failed(_:)`` with what was expected, what was seen and a
/// command line.
extension Exchange {
    /// That status, whatever the body.
    @discardableResult
    func expect(_ status: Int) throws -> Exchange {
        guard self.status == status else { throw failure("\(status)") }
        return self
    }

    /// That status and exactly that JSON.
    @discardableResult
    func expect(_ status: Int, _ body: JSONValue) throws -> Exchange {
        guard self.status == status, json == body else { throw failure("\(status) \(body.text)") }
        return self
    }

    /// That status and no body at all.
    @discardableResult
    func expectEmpty(_ status: Int) throws -> Exchange {
        guard self.status == status, body.isEmpty else { throw failure("\(status), empty") }
        return self
    }

    /// That status and a body whose text holds these words.
    @discardableResult
    func expect(_ status: Int, text words: String) throws -> Exchange {
        guard self.status == status, text.contains(words) else { throw failure("\(status) with the text \"\(words)\"") }
        return self
    }

    /// That status and an error under that key, whatever its sentence.
    @discardableResult
    func expect(_ status: Int, key: String) throws -> Exchange {
        guard self.status == status, let list = json?[key]?.arrayValue, list.contains(where: { $0.stringValue != nil })
        else { throw failure("\(status) {\"\(key)\":[…]}") }
        return self
    }

    /// Some refusal: 4xx.
    @discardableResult
    func expectRefusal() throws -> Exchange {
        guard (400..<500).contains(status) else { throw failure("a refusal, 4xx") }
        return self
    }

    /// A refusal in a form of the contract: 4xx and ``hasContractForm``.
    @discardableResult
    func expectContractRefusal() throws -> Exchange {
        guard (400..<500).contains(status), hasContractForm else {
            throw failure(
                "4xx with {\"key\":[\"…\"]} as application/json, or a page or text of the contract as text/html")
        }
        return self
    }

    /// Whether the body has one of the forms of refusals (contract 2018-12 §1.4).
    ///
    /// These are JSON objects of lists of texts (`global` may be a text, as on sign-out), the default pages of the server
    /// with status and name in their title, and two plain texts; each with its content type.
    var hasContractForm: Bool {
        let type = header("Content-Type")?.lowercased().split(separator: ";").first.map { $0.filter { $0 != " " } }
        switch type {
        case "application/json":
            guard let object = json?.objectValue, object.count > 0 else { return false }
            return object.allSatisfy { key, value in
                if key == "global", value.stringValue != nil { return true }
                guard let list = value.arrayValue, !list.isEmpty else { return false }
                return list.allSatisfy { $0.stringValue != nil }
            }
        case "text/html", "text/plain":
            return text.contains("<title>\(status) ") || text == "API key or login required"
                || text == "JSON data expected"
        default: return false
        }
    }

    /// The content type of JSON, without a charset or anything else (contract 2018-12 §1.2).
    @discardableResult
    func expectPlainJSONType() throws -> Exchange {
        let type = header("Content-Type")
        guard type?.lowercased() == "application/json" else {
            throw Interruption.failed(
                Evidence(
                    expected: "Content-Type: application/json, without a charset",
                    seen: type.map { "Content-Type: \($0)" } ?? "no Content-Type", curl: curl))
        }
        return self
    }

    /// No password and no token of an account (contract 2018-12 §4.6).
    @discardableResult
    func expectNoAccountSecrets() throws -> Exchange {
        for word in ["\"password\"", "validationToken", "resetPasswordToken", Account.password] {
            try require(!text.contains(word), "no \(word) in the answer")
        }
        return self
    }

    /// Either of two answers; says which.
    func expect(
        documented: (status: Int, body: JSONValue), observed: (status: Int, body: JSONValue)
    ) throws -> ProfileSide {
        if status == documented.status, json == documented.body { return .documented }
        if status == observed.status, json == observed.body { return .observed }
        throw failure(
            "\(documented.status) \(documented.body.text) (documented) or "
                + "\(observed.status) \(observed.body.text) (observed)")
    }

    /// A demand on something read from the answer.
    @discardableResult
    func require(_ condition: Bool, _ expected: @autoclosure () -> String) throws -> Exchange {
        guard condition else { throw failure(expected()) }
        return self
    }

    /// The same, told in both languages.
    @discardableResult
    func require(_ condition: Bool, _ expected: @autoclosure () -> Sentence) throws -> Exchange {
        guard condition else {
            throw Interruption.failed(
                Evidence(expected: expected(), seen: Sentence(summary, summary), curl: curl))
        }
        return self
    }

    /// What to throw when the answer is not what was expected.
    func failure(_ expected: String) -> Interruption {
        .failed(Evidence(expected: expected, seen: summary, curl: curl))
    }

    /// The text at a key; a failure when there is none.
    func string(_ key: String) throws -> String {
        guard let value = json?[key]?.stringValue else { throw failure("a text under \"\(key)\"") }
        return value
    }

    /// The amount in cents at a key; a failure when there is none.
    func cents(_ key: String) throws -> Int64 {
        guard let value = json?[key]?.cents else { throw failure("an amount under \"\(key)\"") }
        return value
    }

    /// The elements of a list; a failure when the body is none.
    @discardableResult
    func list() throws -> [JSONValue] {
        guard let value = json?.arrayValue else { throw failure("a list") }
        return value
    }
}
