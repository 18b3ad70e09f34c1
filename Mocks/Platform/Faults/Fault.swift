// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// What goes wrong: a kind with what it needs to know.
package struct Fault: Sendable {
    /// The kinds of faults, named as rules name them.
    package enum Kind: String, Sendable, CaseIterable {
        /// A connection is reset as soon as it is made, before anything is read.
        case refuse
        /// A connection is reset once its first bytes have come in.
        case reset
        /// The service does what was asked and answers late.
        case delay
        /// The connection is reset, and the service never sees the request.
        case dropBeforeApplying
        /// The service does what was asked; then the connection is reset instead of answering.
        case applyThenDrop
        /// The answer's body ends early, and the connection with it.
        case cutBody
        /// The answer comes in drops.
        case dribble
        /// The answer says that it is something else than it is.
        case wrongContentType
        /// The answer's JSON is broken, though its length is right.
        case malformedJSON
        /// A page as proxies send it comes in the place of the answer.
        case htmlPage
        /// Another status, with any headers and body, comes in the place of the answer.
        case status

        /// Whether it strikes a connection, of which nothing is known yet, and no request.
        package var isOfConnections: Bool { self == .refuse || self == .reset }
    }

    /// What a fault answers with in the place of the service.
    struct Page: Sendable {
        /// The status.
        var status: Int
        /// The headers, the content type among them.
        var headers: [(name: String, value: String)] = []
        /// The body.
        var body = ""
    }

    /// Which kind.
    package let kind: Kind
    /// How long the answer waits, in real time; any fault of a request may have it.
    var wait: Span = .zero
    /// After how many bytes a body is cut, or how many a drop has.
    var bytes = 0
    /// The pause between two drops.
    var pause: Span = .milliseconds(100)
    /// The content type that is claimed.
    var contentType = Answer.textType
    /// What comes in the place of the answer.
    var page: Page?
    /// Whether the service does what was asked; only a ``page`` leaves the choice.
    var isApplied: Bool

    /// Creates a fault of a kind, with what that kind usually is.
    init(_ kind: Kind) {
        self.kind = kind
        switch kind {
        case .refuse, .reset, .dropBeforeApplying: isApplied = false
        case .delay, .applyThenDrop, .wrongContentType, .malformedJSON: isApplied = true
        case .cutBody: isApplied = true
        case .dribble:
            isApplied = true
            bytes = 1
        case .htmlPage:
            isApplied = false
            page = Page(status: 502, headers: [("Content-Type", "text/html")], body: Self.badGateway)
        case .status:
            isApplied = false
            page = Page(status: 500)
        }
    }

    /// The page of a proxy that did not reach the service.
    static let badGateway = """
        <html>
        <head><title>502 Bad Gateway</title></head>
        <body>
        <center><h1>502 Bad Gateway</h1></center>
        </body>
        </html>

        """
}
