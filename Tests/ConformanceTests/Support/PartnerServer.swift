// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Partners
import TestSupport

extension SocketServer {
    /// Starts a server that is a partner.
    static func being(_ partner: some PartnerDouble) throws -> SocketServer {
        try SocketServer.answering { request in
            let answer = partner.answer(
                PartnerRequest(
                    method: request.method, target: request.target, signature: request.header("PassCulture-Signature"),
                    body: request.body))
            let body = answer.body.text
            return "HTTP/1.1 \(answer.status) Answered\r\nContent-Type: \(answer.type)\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        }
    }
}
