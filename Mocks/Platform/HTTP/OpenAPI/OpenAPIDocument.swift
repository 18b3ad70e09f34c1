// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Synchronization

/// The OpenAPI 3.1 document of everything that the platform answers, served as `GET /openapi.json`.
///
/// It is made on the first request and kept. A test holds it to the routes that are registered, in both directions, and the tests of the
/// routes hold every answer to it.
package enum OpenAPIDocument {
    /// What a document is about.
    private struct Subject: Hashable {
        let control: Bool
        let edition: Edition
    }

    /// The documents made so far.
    private static let made = Mutex<[Subject: [UInt8]]>([:])

    /// The document as text, without the line feed at its end.
    package static func text(control: Bool, edition: Edition = .prototype2018) -> String {
        String(decoding: bytes(control: control, edition: edition).dropLast(), as: UTF8.self)
    }

    /// The document of some editions, with the control API or without.
    static func bytes(control: Bool, edition: Edition) -> [UInt8] {
        let subject = Subject(control: control, edition: edition)
        if let bytes = made.withLock({ $0[subject] }) { return bytes }
        let operations = Operations.all.filter { $0.isServed(in: edition) && (control || $0.access != .control) }
        let bytes = document(operations, edition).serialized([.pretty, .trailingNewline])
        made.withLock { $0[subject] = bytes }
        return bytes
    }

    /// The document of some operations.
    static func document(_ operations: [Operation], _ edition: Edition = .both) -> JSONValue {
        var paths = JSONObject()
        for operation in operations {
            var item = paths[operation.path]?.objectValue ?? JSONObject()
            item[operation.method.lowercased()] = operation.json
            paths[operation.path] = .object(item)
        }
        let tags = operations.reduce(into: [String]()) { if !$0.contains($1.tag) { $0.append($1.tag) } }
        let schemas = Components.schemas(usedBy: [.object(paths), .object(sharedResponses)])
        return [
            "openapi": "3.1.0",
            "info": [
                "title": .string("pass Culture, \(subject(edition).name): a local platform"),
                "version": .string(subject(edition).version),
                "description": .string(
                    [edition.hasPrototype ? description : nil, edition.hasPublicV1 ? publicV1Description : nil]
                        .compactMap { $0 }.joined(separator: "\n\n")),
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": "/"]], "tags": .array(tags.map { ["name": .string($0)] }), "paths": .object(paths),
            "components": [
                "schemas": .object(
                    JSONObject(uniqueKeysWithValues: schemas.map { ($0.name, .object($0.schema.json)) })),
                "responses": .object(sharedResponses), "headers": .object(headers),
                "securitySchemes": .object(securitySchemes),
            ],
        ]
    }

    /// What any operation may answer.
    private static let sharedResponses: JSONObject = [
        "NotKept": [
            "description":
                "The data file (`--data`) can no longer be written: a full disk. What was asked may be lost; the platform stops.",
            "content": ["application/json": ["schema": .object(Schema.ref("Errors").json)]],
        ]
    ]

    private static let headers: JSONObject = [
        "Hint": [
            "description":
                "What to do, in one English sentence, where the body alone may puzzle. The service had none.",
            "schema": ["type": "string"],
        ],
        "Set-Cookie": [
            "description": "`session` and `remember_token`, 90 days; a Basic log-in earns them on any route.",
            "schema": ["type": "string"],
        ],
        "Content-Disposition": ["description": "The name of the file.", "schema": ["type": "string"]],
        "X-Cropping-Rect": [
            "description": "x, y and height of a crop that was wished for and is left to whoever shows the image.",
            "schema": ["type": "string"],
        ],
        "X-Dropped-Mails": [
            "description": "How many mails the bounded mailbox has let go.", "schema": ["type": "integer"],
        ],
    ]

    private static let securitySchemes: JSONObject = [
        "basic": ["type": "http", "scheme": "basic", "description": "E-mail and password: a whole log-in."],
        "apiKey": [
            "type": "http", "scheme": "bearer",
            "description": "A provider's key: `POST /_control/providers` makes one.",
        ],
        "session": ["type": "apiKey", "in": "cookie", "name": "session", "description": "The cookie of a log-in."],
    ]

    private static func subject(_ edition: Edition) -> (name: String, version: String) {
        switch edition {
        case .prototype2018: ("December 2018", "2018-12")
        case .publicV1: ("public API v1", "v1")
        case .both: ("December 2018 and public API v1", "2018-12 and v1")
        }
    }

    private static let publicV1Description = """
        The public API v1 as software vendors meet it today, served on this machine. A provider's key is asked for before anything else; \
        a venue exists only for a provider that it let act for it. Errors are objects whose values are a sentence or a list of them. \
        Bodies are closed, and so are the queries of routes that list parameters: what is not listed is refused with 400. A query or a body \
        of a route that lists none is not looked at. A path that exists answers other methods with 405, one \
        that does not with 404 and an empty object. A magic countermark (`GET /_control/magic`) and a fault that somebody asked for \
        answer what they are there to answer, which is not described here.
        """

    private static let description = """
        The portal of December 2018 as partners met it, served on this machine. Most routes want an `Origin` of the integration \
        environment and refuse others with 400 before anything else. Errors are JSON lists of sentences by field, to the letter; some \
        are plain text or a page of the service's framework, both announced as HTML. Where a body may puzzle, the header `Hint` says \
        what to do. A path that exists answers other methods with 405 and `Allow`; `HEAD` is served wherever `GET` is, and `OPTIONS` \
        everywhere. Keys of a body that are not listed are ignored unless said otherwise; texts lose the blanks at their ends before \
        they are measured. A magic \
        countermark (`GET /_control/magic`) and a fault that somebody asked for answer what they are there to answer, which is not \
        described here. What is under `/_control` is no part of the pass Culture: it moves the platform's time, reads its mails and \
        plays its team.
        """
}
