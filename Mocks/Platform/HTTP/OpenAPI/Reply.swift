// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// One of the answers that an operation can give: a status with one form of its body.
///
/// An operation may have several of the same status, since the service answered some statuses now in JSON, now in plain text, now with
/// a page of its framework (`contract 2018-12 §1.4`).
struct Reply: Sendable {
    /// The status.
    let status: Int
    /// When it is given.
    let description: String
    /// The content type without its parameters; nothing for an empty answer.
    let mediaType: String?
    /// What the body may be.
    let schema: Schema
    /// Headers that come with it, by the name of their component.
    var headers: [String] = []

    /// JSON.
    static func json(_ status: Int, _ schema: Schema, _ description: String = "Done.") -> Reply {
        Reply(status: status, description: description, mediaType: "application/json", schema: schema)
    }

    /// The contract's errors: sentences by field.
    static func errors(_ status: Int, _ description: String) -> Reply {
        json(status, .ref("Errors"), description)
    }

    /// The errors of today's edition: a sentence, or several, by field.
    static func said(_ status: Int, _ description: String) -> Reply {
        json(status, .ref("PublicErrors"), description)
    }

    /// The control API's error.
    static func refusal(_ status: Int, _ description: String) -> Reply {
        json(status, .ref("ControlError"), description)
    }

    /// A plain text, announced as HTML as the service did.
    static func text(_ status: Int, _ description: String) -> Reply {
        Reply(status: status, description: description, mediaType: "text/html", schema: .string)
    }

    /// A page of the service's framework.
    static func page(_ status: Int, _ description: String) -> Reply { text(status, description) }

    /// An empty answer.
    static func empty(_ status: Int = 204, _ description: String = "Done; nothing to say.") -> Reply {
        Reply(status: status, description: description, mediaType: nil, schema: .any)
    }

    /// Some other content.
    static func content(_ mediaType: String, _ description: String) -> Reply {
        Reply(status: 200, description: description, mediaType: mediaType, schema: .string)
    }

    /// The same with headers.
    func with(_ headers: String...) -> Reply {
        var reply = self
        reply.headers += headers
        return reply
    }
}
