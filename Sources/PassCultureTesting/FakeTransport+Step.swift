// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import PassCulture

extension FakeTransport {
    /// What a fake transport does with one request.
    public enum Step: Sendable {
        /// Answers.
        case answer(TransportResponse)

        /// Fails.
        case fail(TransportFailure)

        /// Asks a function of the test's.
        case perform(@Sendable (TransportRequest) -> Result<TransportResponse, TransportFailure>)

        /// Holds an async request until its task is cancelled, then fails with this; a blocking request fails at once.
        case holdUntilCancelled(TransportFailure)

        /// Answers with a status and no body.
        public static func status(_ status: Int) -> Step { .answer(TransportResponse(status: status)) }

        func outcome(of request: TransportRequest) throws(TransportFailure) -> TransportResponse {
            switch self {
            case .answer(let response): return response
            case .fail(let failure), .holdUntilCancelled(let failure): throw failure
            case .perform(let function): return try function(request).get()
            }
        }
    }
}
