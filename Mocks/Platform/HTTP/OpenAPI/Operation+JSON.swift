// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension Operation {
    /// The operation as it is written.
    var json: JSONValue {
        var object: JSONObject = [
            "operationId": .string(identifier), "summary": .string(summary), "tags": [.string(tag)],
            "security": security,
        ]
        if !parameters.isEmpty { object["parameters"] = .array(parameters.map(\.json)) }
        if let body { object["requestBody"] = body.json }
        object["responses"] = responses
        return .object(object)
    }

    /// `getBookingsTokenByToken`, made of method and path.
    private var identifier: String {
        let words = path.split(whereSeparator: { "/._-".contains($0) }).map { segment in
            let isName = segment.hasPrefix("{")
            let word = isName ? segment.dropFirst().dropLast() : segment
            return (isName ? "By" : "") + word.prefix(1).uppercased() + word.dropFirst()
        }
        return method.lowercased() + words.joined()
    }

    private var security: JSONValue {
        switch access {
        case .open, .control: []
        case .optional: [[:], ["basic": []], ["session": []]]
        case .provider: [["apiKey": []]]
        case .signedIn, .signedInOrKey: [["basic": []], ["session": []]]
        }
    }

    private var responses: JSONValue {
        let statuses = Set(allReplies.map(\.status)).sorted()
        var responses = JSONObject(uniqueKeysWithValues: statuses.map { ("\($0)", response($0)) })
        responses["503"] = ["$ref": "#/components/responses/NotKept"]
        return .object(responses)
    }

    /// The answers of one status as one, with a schema for each content type.
    private func response(_ status: Int) -> JSONValue {
        let replies = allReplies.filter { $0.status == status }
        var descriptions: [String] = []
        for reply in replies where !descriptions.contains(reply.description) { descriptions.append(reply.description) }
        var object: JSONObject = ["description": .string(descriptions.joined(separator: " "))]
        var headers = JSONObject()
        for name in replies.flatMap(\.headers)
            + (status >= 400 && ![.control, .provider].contains(access) ? ["Hint"] : [])
        {
            headers[name] = ["$ref": .string("#/components/headers/" + name)]
        }
        if !headers.isEmpty { object["headers"] = .object(headers) }
        var content = JSONObject()
        for reply in replies {
            guard let type = reply.mediaType, content[type] == nil else { continue }
            let schemas = replies.filter { $0.mediaType == type }.map(\.schema)
            content[type] = ["schema": .object(Schema.any(of: schemas).json)]
        }
        if !content.isEmpty { object["content"] = .object(content) }
        return .object(object)
    }
}
