// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl

extension Exchange {
    /// What the exchange came to, once libcurl is done with it.
    func outcome(_ code: CURLcode) -> Result<HTTPResponse, HTTPClientError> {
        guard code == CURLE_OK else { return .failure(failure(code)) }
        // libcurl holds an answer for complete whose header broke off, and an unasked-for change of protocol.
        guard hasAllHeaders else {
            return .failure(
                HTTPClientError(
                    hasBegun ? .answerCutShort : .noAnswer, detail: "the header broke off", status: finalStatus))
        }
        let elapsed = Duration.microseconds(microseconds(CURLINFO_TOTAL_TIME_T))
        let status = long(CURLINFO_RESPONSE_CODE)
        return .success(HTTPResponse(status: status, headers: headers(), body: body, elapsed: elapsed))
    }

    /// The header fields that are wanted.
    private func headers() -> [HTTPHeader] {
        var headers: [HTTPHeader] = []
        if let names = wantedFields {
            headers.reserveCapacity(names.count)
            for name in names { append(fieldsNamed: name, to: &headers) }
        } else {
            var last: UnsafeMutablePointer<curl_header>?
            while let header = curl_easy_nextheader(handle.pointer, UInt32(CURLH_HEADER), -1, last) {
                headers.append(HTTPHeader(header.pointee))
                last = header
            }
        }
        return headers
    }

    private func append(fieldsNamed name: String, to headers: inout [HTTPHeader]) {
        name.withCString { text in
            var header: UnsafeMutablePointer<curl_header>?
            var index = 0
            while curl_easy_header(handle.pointer, text, index, UInt32(CURLH_HEADER), -1, &header) == CURLHE_OK,
                let found = header?.pointee
            {
                headers.append(HTTPHeader(found))
                index += 1
                if index == found.amount { break }
            }
        }
    }

    private func failure(_ code: CURLcode) -> HTTPClientError {
        let text = String(cString: handle.errorText)
        let detail = text.isEmpty ? String(cString: curl_easy_strerror(code)) : text
        if gate.isClosed {
            // Whoever closed it is about to say the same.
            return HTTPClientError(.cancelled, detail: "before anything was sent", wasNeverSent: true)
        }
        guard gate.isPassed else {
            switch code {
            case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL:
                return HTTPClientError(.invalidRequest, detail: detail)
            default:
                return HTTPClientError(.neverSent(phaseOfFailure(code)), detail: detail)
            }
        }
        if wasSecondSendRefused {
            return HTTPClientError(.noAnswer, detail: "the reused connection ended unanswered; not sent again")
        }
        // A header line without an end is more than libcurl holds, which it calls a lack of memory.
        if isTooLarge || code == CURLE_FILESIZE_EXCEEDED || (hasBegun && code == CURLE_OUT_OF_MEMORY) {
            return HTTPClientError(.answerTooLarge, detail: detail, status: finalStatus)
        }
        switch code {
        case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL:
            return HTTPClientError(.answerMalformed, detail: detail)
        default:
            return HTTPClientError(hasBegun ? .answerCutShort : .noAnswer, detail: detail, status: finalStatus)
        }
    }

    private func phaseOfFailure(_ code: CURLcode) -> HTTPClientError.Phase {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: return .resolve
        case CURLE_COULDNT_CONNECT: return .connect
        case CURLE_PROXY: return .proxy
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_ENGINE_INITFAILED,
            CURLE_SSL_CRL_BADFILE, CURLE_USE_SSL_FAILED:
            return .tls
        case CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT, CURLE_BAD_FUNCTION_ARGUMENT, CURLE_UNKNOWN_OPTION:
            return .preparation
        default: break
        }
        // A deadline, or a connection broken while it was made: the last step that was reached tells.
        if microseconds(CURLINFO_NAMELOOKUP_TIME_T) == 0 { return .resolve }
        if long(CURLINFO_LOCAL_PORT) == 0 { return .connect }
        // Without an answer to CONNECT, a proxy of the environment is not told from the server itself.
        let proxyAnswer = long(CURLINFO_HTTP_CONNECTCODE)
        let hasOwnProxy = if case .url = handle.configuration.proxy { true } else { false }
        return (proxyAnswer == 0 && hasOwnProxy) || proxyAnswer >= 300 ? .proxy : .tls
    }

    private func long(_ info: CURLINFO) -> Int {
        var value = 0
        _ = ccurl_get_long(handle.pointer, info, &value)
        return value
    }

    private func microseconds(_ info: CURLINFO) -> Int64 {
        var value: curl_off_t = 0
        _ = ccurl_get_offset(handle.pointer, info, &value)
        return Int64(value)
    }
}

extension HTTPHeader {
    fileprivate init(_ header: curl_header) {
        let value = String(cString: header.value)
        // Of an empty value, libcurl leaves the carriage return.
        self.init(String(cString: header.name), value == "\r" ? "" : value)
    }
}
