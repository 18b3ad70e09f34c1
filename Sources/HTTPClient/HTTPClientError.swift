// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why there is no answer, told so that a caller knows whether the request may have taken effect.
///
/// Only one question matters after a lost `PATCH`: can the server have seen it? ``wasNeverSent`` says so, and says true
/// only when that is certain.
public struct HTTPClientError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public let code: Code

    /// Whether not one byte of the request has left, for certain: it is safe to send it again.
    public let wasNeverSent: Bool

    /// The status of the answer, when its status line came in whole before it broke off or grew too large; interim answers
    /// (1xx) have none. A 204 has said all that it has to say in that line.
    public let status: Int?

    /// More about it, for a log; nothing that is secret.
    public let detail: String

    /// What went wrong and the details, in one line.
    public var description: String {
        detail.isEmpty ? "\(code)" : "\(code): \(detail)"
    }

    /// An error; made by the client, and by those who stand in for it.
    ///
    /// - Parameters:
    ///   - code: what went wrong.
    ///   - detail: more about it.
    ///   - wasNeverSent: only looked at for ``Code/cancelled``; the other codes know.
    ///   - status: the status of an answer that began.
    public init(_ code: Code, detail: String = "", wasNeverSent: Bool = false, status: Int? = nil) {
        self.code = code
        self.status = status
        self.detail = detail
        self.wasNeverSent = code.impliesNeverSent || (code == .cancelled && wasNeverSent)
    }

    /// What is told of a request that is not acceptable.
    init(invalid detail: String) {
        self.init(.invalidRequest, detail: detail)
    }
}

extension HTTPClientError {
    /// How far the client got before it gave up. More may come: a `switch` needs a default.
    public struct Phase: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: String {
            case preparation = "preparing the request"
            case resolve = "looking up the server's address"
            case connect = "connecting to the server"
            case tls = "agreeing on TLS with the server"
            case proxy = "going through the proxy"
        }

        private let kind: Kind

        private init(_ kind: Kind) {
            self.kind = kind
        }

        /// Before the network was touched: the library could not be set up.
        public static let preparation = Phase(.preparation)
        /// Looking up the address of the server, or of the proxy.
        public static let resolve = Phase(.resolve)
        /// Connecting to the server.
        public static let connect = Phase(.connect)
        /// The TLS handshake, with the check of the server's certificate.
        public static let tls = Phase(.tls)
        /// Reaching the server through the proxy.
        public static let proxy = Phase(.proxy)

        /// The phase in a few words.
        public var description: String {
            kind.rawValue
        }
    }

    /// A kind of failure. More may come: a `switch` over them needs a default, best to treat as ``noAnswer``.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: Hashable {
            case invalidRequest
            case neverSent(Phase)
            case noAnswer
            case answerCutShort
            case answerTooLarge
            case answerMalformed
            case cancelled
        }

        private let kind: Kind

        private init(_ kind: Kind) {
            self.kind = kind
        }

        /// The request itself is not acceptable (URL, method, header); nothing was sent.
        public static let invalidRequest = Code(.invalidRequest)
        /// The server was not reached; nothing was sent.
        public static func neverSent(_ phase: Phase) -> Code { Code(.neverSent(phase)) }
        /// The request was sent, at least in part, and nothing came back: it may have taken effect or not.
        public static let noAnswer = Code(.noAnswer)
        /// An answer began to come and ended too early: the request was received.
        public static let answerCutShort = Code(.answerCutShort)
        /// The answer was larger than the bound.
        public static let answerTooLarge = Code(.answerTooLarge)
        /// What came back is not HTTP.
        public static let answerMalformed = Code(.answerMalformed)
        /// The task was cancelled, or the client shut down. See ``HTTPClientError/wasNeverSent``.
        public static let cancelled = Code(.cancelled)

        /// The phase of ``neverSent(_:)``; nil for all others.
        public var phase: Phase? {
            if case .neverSent(let phase) = kind { phase } else { nil }
        }

        /// Whether this code alone says that nothing was sent.
        var impliesNeverSent: Bool {
            switch kind {
            case .invalidRequest, .neverSent: true
            case .noAnswer, .answerCutShort, .answerTooLarge, .answerMalformed, .cancelled: false
            }
        }

        /// The failure in a few words.
        public var description: String {
            switch kind {
            case .invalidRequest: "invalid request"
            case .neverSent(let phase): "never sent, failed when \(phase)"
            case .noAnswer: "sent, but no answer"
            case .answerCutShort: "answer cut short"
            case .answerTooLarge: "answer too large"
            case .answerMalformed: "answer that is not HTTP"
            case .cancelled: "cancelled"
            }
        }
    }
}
