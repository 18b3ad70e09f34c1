// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What is the same in all requests of one desk: where they go, as whom and in whose name, and how long they may take.
struct Letterhead: Sendable {
    private let baseURL: String
    private let headers: [TransportRequest.Header]
    private let headersWithBody: [TransportRequest.Header]
    private let connectDeadline: Duration
    private let totalDeadline: Duration

    /// - Parameter authorization: The value of the header `Authorization`; nil for who asks without.
    init(to environment: Environment, in edition: Edition, authorization: String?, _ options: Options) {
        baseURL = environment.baseURL(of: edition)
        let accept = TransportRequest.Header(name: "Accept", value: "application/json")
        let userAgent = TransportRequest.Header(name: "User-Agent", value: options.userAgent)
        let before = [accept] + (authorization.map { [.init(name: "Authorization", value: $0)] } ?? [])
        headers = before + [userAgent]
        headersWithBody = before + [.init(name: "Content-Type", value: "application/json"), userAgent]
        connectDeadline = options.connectDeadline
        totalDeadline = options.totalDeadline
    }

    /// Writes a request.
    ///
    /// - Parameter deadline: How long the call may take; nil for what the options say.
    func request(_ question: DialectQuestion, deadline: Duration?) -> TransportRequest {
        TransportRequest(
            method: question.method, url: baseURL + question.path, pathTemplate: question.pathTemplate,
            headers: question.body == nil ? headers : headersWithBody, body: question.body,
            connectDeadline: connectDeadline, totalDeadline: deadline ?? totalDeadline)
    }
}
