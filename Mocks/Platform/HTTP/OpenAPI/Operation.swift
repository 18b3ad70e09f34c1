// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What a route takes and answers: one operation of the OpenAPI document.
///
/// What follows from the kind of the route (the `Origin`, the log-in, an identifier in the path, a JSON body) is not written down for
/// each, but added here.
struct Operation: Sendable {
    /// Who may call it.
    enum Access: Sendable {
        /// Everybody.
        case open
        /// Everybody, with more for those who are signed in; a refused log-in is refused.
        case optional
        /// People who are signed in: others get 401.
        case signedIn
        /// The same for routes that the service meant to open to API keys: others get 403 in plain text.
        case signedInOrKey
        /// Programs on this machine: the control API.
        case control
        /// A provider with its key: today's edition.
        case provider
    }

    /// The method, in capitals.
    let method: String
    /// The path, with names in braces.
    let template: String
    /// What it does, in English and in French.
    let summary: String
    /// Which part of the contract it belongs to.
    let tag: String
    /// Who may call it.
    let access: Access
    /// Whether it refuses requests without an accepted `Origin`.
    let needsOrigin: Bool
    /// The parameters of the query.
    let query: [Parameter]
    /// The body that it reads, if any.
    let body: RequestBody?
    /// Its own answers.
    let replies: [Reply]

    /// Creates an operation; an `Origin` is needed by all but the control API's, unless told.
    init(
        _ method: String, _ template: String, _ summary: String, tag: String, access: Access = .signedIn,
        needsOrigin: Bool? = nil, query: [Parameter] = [], body: RequestBody? = nil, _ replies: [Reply]
    ) {
        self.method = method
        self.template = template
        self.summary = summary
        self.tag = tag
        self.access = access
        self.needsOrigin = needsOrigin ?? (access != .control && access != .provider)
        self.query = query
        self.body = body
        self.replies = replies
    }

    /// Whether a platform that serves some editions has it.
    func isServed(in edition: Edition) -> Bool {
        switch access {
        case .control: edition.hasPublicV1 || !Operations.publicControl.contains { $0.route == route }
        case .provider: edition.hasPublicV1
        default: edition.hasPrototype || template == "/openapi.json" || template.hasPrefix("/storage")
        }
    }

    /// The route that it describes, such as `GET /health`.
    var route: String { "\(method) \(template)" }

    /// The path as OpenAPI writes it: a name that takes all that is left has no form of its own there.
    var path: String { template.split(separator: "...").joined() }

    /// The names in the path.
    var names: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    /// Whether what stands in a place of that name is a public identifier.
    private static func isID(_ name: String) -> Bool { name == "id" || name.hasSuffix("Id") }

    /// All parameters.
    var parameters: [Parameter] {
        names.map { name in
            access == .provider && name.hasSuffix("_id")
                ? .number(name) : Parameter.segment(name, isID: access != .control && Self.isID(name))
        } + query
            + (needsOrigin ? [.origin] : [])
    }

    /// All answers, with those that follow from the kind of the route.
    var allReplies: [Reply] {
        var all = replies
        all.append(.page(400, "What is no HTTP request."))
        if needsOrigin { all.append(.errors(400, "No accepted `Origin`: `Header non autorisé`.")) }
        switch access {
        case .open: break
        case .optional: all.append(.errors(401, "The log-in was refused."))
        case .signedIn: all.append(.errors(401, "Nobody is signed in, or the log-in was refused."))
        case .signedInOrKey:
            all.append(.errors(401, "The log-in was refused."))
            all.append(.text(403, "Nobody is signed in: `API key or login required`."))
        case .provider: break
        case .control:
            all.append(.refusal(403, "Not for pages of other sites, nor under another name, nor without `--control`."))
        }
        if access != .control, names.contains(where: Self.isID) {
            all.append(.errors(404, "The identifier in the path spells no number."))
            all.append(.page(404, "Nothing has that identifier."))
        }
        // What takes no body may be sent one all the same.
        let tooLong = "The body is too long."
        let mayBeTooLong = body != nil || method != "GET"
        if access == .provider {
            all += [
                .said(400, "Something in the query or the body cannot be; by dotted path."),
                .said(401, "No key, or an unknown one."), .said(403, "The provider was switched off."),
                .said(404, "Nothing there, or nothing that the provider may see."),
                .said(429, "More than 200 calls in a minute."),
            ]
            if mayBeTooLong { all.append(.errors(413, tooLong)) }
            return all
        }
        if mayBeTooLong { all.append(access == .control ? .refusal(413, tooLong) : .errors(413, tooLong)) }
        guard let body else { return all }
        if access == .control {
            all.append(.refusal(400, "The body cannot be read, or something in it cannot."))
        } else if body.mediaType == "application/json" {
            all.append(.text(400, "Not announced as JSON (`JSON data expected`), or no JSON object (a page)."))
        }
        return all
    }
}
