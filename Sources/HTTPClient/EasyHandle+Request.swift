// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl

/// What is set on a handle for one request. Requests of a till are much alike: what is set already is not set again.
extension EasyHandle {
    /// How long a request may take, how much may come back, and over which connection it goes.
    struct Limits: Hashable {
        /// Until the connection stands, in milliseconds.
        let connect: Int
        /// Until all is done, in milliseconds.
        let total: Int
        /// The largest body, 0 for one of any size.
        let mostBytes: Int
        /// Whether no kept connection is used.
        let usesFreshConnection: Bool
        /// Whether its connection is closed afterwards.
        let closesConnection: Bool
        /// How long a kept connection may have been idle, in seconds.
        let longestIdle: Int
    }

    /// What a request says beside its address and its header.
    struct Message: Hashable {
        /// The method.
        let method: String
        /// The body, even if an empty one; nil for none.
        let body: [UInt8]?
    }

    /// Sets everything in which one request may differ from another, lest anything be left of the last.
    ///
    /// - Returns: whether libcurl took it.
    func set(_ checked: CheckedRequest) -> Bool {
        let request = checked.request
        let message = Message(method: request.method, body: checked.hasBody ? request.body ?? [] : nil)
        return set(limits(of: checked)) && setServer(of: checked) && set(message)
            && set(request.headers, hasBody: checked.hasBody)
    }

    private func limits(of checked: CheckedRequest) -> Limits {
        let request = checked.request
        return Limits(
            connect: Self.milliseconds(checked.connectDeadline), total: Self.milliseconds(checked.totalDeadline),
            // The limit ends it at once when the length is announced; what is not announced is counted.
            mostBytes: request.method == "HEAD" ? 0 : max(1, configuration.maximumAnswerBytes),
            usesFreshConnection: request.usesFreshConnection, closesConnection: request.closesConnection,
            // Never an age of 0, which newer versions of libcurl take for "any"; without a setting, libcurl's own.
            longestIdle: request.longestIdle.map { Int(max(1, $0.components.seconds)) } ?? Self.usualIdle)
    }

    private func set(_ limits: Limits) -> Bool {
        if limits == self.limits { return true }
        self.limits = nil
        guard set(CURLOPT_CONNECTTIMEOUT_MS, limits.connect), set(CURLOPT_TIMEOUT_MS, limits.total),
            set(CURLOPT_MAXFILESIZE_LARGE, size: limits.mostBytes),
            set(CURLOPT_FRESH_CONNECT, limits.usesFreshConnection ? 1 : 0),
            set(CURLOPT_FORBID_REUSE, limits.closesConnection ? 1 : 0),
            set(CURLOPT_MAXAGE_CONN, limits.longestIdle)
        else { return false }
        self.limits = limits
        return true
    }

    private func setServer(of checked: CheckedRequest) -> Bool {
        if configuration.proxy == .environment {
            guard set(proxy: checked.isLocal ? "" : nil) else { return false }
        }
        return set(CURLOPT_URL, checked.request.url)
    }

    private func set(_ message: Message) -> Bool {
        if message == self.message { return true }
        self.message = nil
        guard setMethodAndBody(message) else { return false }
        self.message = message
        return true
    }

    private func setMethodAndBody(_ message: Message) -> Bool {
        if message.method == "HEAD" {
            return set(CURLOPT_CUSTOMREQUEST, nil) && set(CURLOPT_NOBODY, 1)
        }
        guard let body = message.body else {
            return set(CURLOPT_HTTPGET, 1)
                && set(CURLOPT_CUSTOMREQUEST, message.method == "GET" ? nil : message.method)
        }
        return set(CURLOPT_POST, 1) && set(body: body) && set(CURLOPT_CUSTOMREQUEST, message.method)
    }

    private func set(body: [UInt8]) -> Bool {
        guard set(CURLOPT_POSTFIELDSIZE_LARGE, size: body.count) else { return false }
        return body.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress, !bytes.isEmpty else { return set(CURLOPT_COPYPOSTFIELDS, "") }
            return ccurl_set_string(pointer, CURLOPT_COPYPOSTFIELDS, start.assumingMemoryBound(to: CChar.self))
                == CURLE_OK
        }
    }

    private func set(_ fields: [HTTPHeader], hasBody: Bool) -> Bool {
        guard let list = headerList.lines(for: fields, hasBody: hasBody) else { return false }
        return ccurl_set_list(pointer, CURLOPT_HTTPHEADER, list) == CURLE_OK
    }

    /// Lets go of a body that is not worth keeping, once its request is done.
    func forgetLargeBody() {
        guard let body = message?.body, body.count > Self.mostKeptBytes else { return }
        message = nil
        _ = set(body: [])
    }

    /// More than any request of a till has.
    private static let mostKeptBytes = 1 << 10
    /// How long libcurl lets a connection be idle by itself, in seconds.
    private static let usualIdle = 118

    /// A deadline for libcurl: at least a millisecond (0 would mean none), at most what it accepts.
    private static func milliseconds(_ duration: Duration) -> Int {
        let (seconds, attoseconds) = duration.components
        guard seconds < Int64(Int32.max) / 1000 else { return Int(Int32.max) }
        return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
