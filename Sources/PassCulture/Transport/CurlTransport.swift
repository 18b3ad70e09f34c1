// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public struct CurlTransport: Transport {
    public init() {}
    public func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        throw TransportFailure(.neverSent)
    }
    public func sendBlocking(_ request: TransportRequest) throws(TransportFailure) -> TransportResponse {
        throw TransportFailure(.neverSent)
    }
}
