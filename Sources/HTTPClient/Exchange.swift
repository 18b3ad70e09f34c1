// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl

/// One request under way on one of libcurl's handles, and what has come back so far.
///
/// Sets the handle up, is called by libcurl on the thread that drives the handle, and says in the end what it came to.
/// It must live until the handle is done or taken away.
final class Exchange {
    /// More header bytes than this are no answer of a pass Culture.
    private static let mostHeaderBytes = 256 << 10

    let handle: UnsafeMutableRawPointer
    let gate: SendGate
    private(set) var body: [UInt8] = []
    /// Whether anything came back that looks like an answer.
    private(set) var hasBegun = false
    /// The status of the final answer, interim ones (1xx) apart, once its status line came in whole.
    private(set) var finalStatus: Int?
    /// Whether the header fields of the final answer, interim ones apart, came in whole.
    private(set) var hasAllHeaders = false
    private(set) var isTooLarge = false
    /// Whether libcurl wanted to send the request a second time and was not allowed to.
    private(set) var wasSecondSendRefused = false

    /// Whether a proxy is set for this client, whatever the environment says.
    let hasOwnProxy: Bool

    private let checked: CheckedRequest
    private let maximumBodyBytes: Int
    private var headerBytes = 0
    private var headerList: UnsafeMutablePointer<curl_slist>?
    let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    /// Sets a handle up for a request.
    init(_ checked: CheckedRequest, on handle: EasyHandle, gate: SendGate, _ configuration: HTTPClientConfiguration) {
        self.checked = checked
        self.handle = handle.pointer
        self.gate = gate
        maximumBodyBytes = configuration.maximumAnswerBytes
        if case .url = configuration.proxy { hasOwnProxy = true } else { hasOwnProxy = false }
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        setLimits()
        setServer(configuration)
        setRequest(configuration)
        setCallbacks()
    }

    deinit {
        curl_slist_free_all(headerList)
        errorText.deallocate()
    }

    // MARK: Settings

    private func setLimits() {
        set(CURLOPT_NOSIGNAL, 1)
        // Giving up during a name lookup must not wait for the resolver's thread.
        set(CURLOPT_QUICK_EXIT, 1)
        set(CURLOPT_CONNECTTIMEOUT_MS, Self.milliseconds(checked.connectDeadline))
        set(CURLOPT_TIMEOUT_MS, Self.milliseconds(checked.totalDeadline))
        if checked.request.method != "HEAD" {
            // Ends it at once when the length is announced; what is not announced is counted.
            _ = ccurl_set_offset(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(max(1, maximumBodyBytes)))
        }
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        if checked.request.usesFreshConnection { set(CURLOPT_FRESH_CONNECT, 1) }
        // Never 0, which newer versions of libcurl take for "any".
        if let longestIdle = checked.request.longestIdle {
            set(CURLOPT_MAXAGE_CONN, Int(max(1, longestIdle.components.seconds)))
        }
    }

    private func setServer(_ configuration: HTTPClientConfiguration) {
        set(CURLOPT_URL, checked.request.url)
        set(CURLOPT_PATH_AS_IS, 1)
        // HTTP/2 would send requests again after a GOAWAY, and gives a till nothing.
        set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        if let caFile = configuration.caFile { set(CURLOPT_CAINFO, caFile) }
        switch configuration.proxy {
        case .environment: if checked.isLocal { set(CURLOPT_PROXY, "") }
        case .none: set(CURLOPT_PROXY, "")
        case .url(let url):
            set(CURLOPT_PROXY, url)
            set(CURLOPT_NOPROXY, "")
        }
    }

    private func setRequest(_ configuration: HTTPClientConfiguration) {
        let request = checked.request
        if let userAgent = configuration.userAgent { set(CURLOPT_USERAGENT, userAgent) }
        let hasBody = request.body != nil || ["POST", "PUT", "PATCH"].contains(request.method)
        if request.method == "HEAD" {
            set(CURLOPT_NOBODY, 1)
        } else if hasBody {
            let body = request.body ?? []
            set(CURLOPT_POST, 1)
            _ = ccurl_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
            body.withUnsafeBytes { bytes in
                let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                if let start {
                    _ = ccurl_set_string(handle, CURLOPT_COPYPOSTFIELDS, start)
                } else {
                    set(CURLOPT_COPYPOSTFIELDS, "")
                }
            }
            set(CURLOPT_CUSTOMREQUEST, request.method)
        } else {
            set(CURLOPT_HTTPGET, 1)
            if request.method != "GET" { set(CURLOPT_CUSTOMREQUEST, request.method) }
        }
        // A name with a bare colon keeps libcurl from adding the field itself.
        addHeaderLine("Expect:")
        if hasBody, !request.headers.contains(where: { $0.isNamed("Content-Type") }) { addHeaderLine("Content-Type:") }
        for header in request.headers {
            // An empty value is written with a semicolon, or else libcurl leaves the field out.
            addHeaderLine(header.value.isEmpty ? header.name + ";" : header.name + ": " + header.value)
        }
        _ = ccurl_set_list(handle, CURLOPT_HTTPHEADER, headerList)
    }

    private func setCallbacks() {
        let pointer = Unmanaged.passUnretained(self).toOpaque()
        _ = ccurl_set_receiver(handle, CURLOPT_WRITEFUNCTION, receiveBody)
        _ = ccurl_set_pointer(handle, CURLOPT_WRITEDATA, pointer)
        _ = ccurl_set_receiver(handle, CURLOPT_HEADERFUNCTION, receiveHeader)
        _ = ccurl_set_pointer(handle, CURLOPT_HEADERDATA, pointer)
        _ = ccurl_set_prerequest(handle, aboutToSend)
        _ = ccurl_set_pointer(handle, CURLOPT_PREREQDATA, pointer)
        _ = ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText)
    }

    private func set(_ option: CURLoption, _ value: Int) {
        _ = ccurl_set_long(handle, option, value)
    }

    private func set(_ option: CURLoption, _ value: String) {
        _ = ccurl_set_string(handle, option, value)
    }

    private func addHeaderLine(_ line: String) {
        headerList = curl_slist_append(headerList, line) ?? headerList
    }

    /// A deadline for libcurl: at least a millisecond (0 would mean none), at most what it accepts.
    private static func milliseconds(_ duration: Duration) -> Int {
        let (seconds, attoseconds) = duration.components
        guard seconds < Int64(Int32.max) / 1000 else { return Int(Int32.max) }
        return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }

    // MARK: Called by libcurl

    /// The connection stands, the request is about to leave; false to keep it from leaving.
    fileprivate func isSendingAllowed() -> Bool {
        let wasPassed = gate.isPassed
        let isAllowed = gate.pass()
        if wasPassed { wasSecondSendRefused = true }
        return isAllowed
    }

    /// One line of the header, its end included; false to break off.
    fileprivate func receive(headerLine line: UnsafeRawBufferPointer) -> Bool {
        headerBytes += line.count
        guard headerBytes <= Self.mostHeaderBytes else {
            isTooLarge = true
            return false
        }
        // Without the gate passed, this is a proxy's answer to CONNECT.
        guard gate.isPassed else { return true }
        hasBegun = true
        if line.starts(with: "HTTP/".utf8) {
            finalStatus = Self.finalStatus(line)
            hasAllHeaders = false
        } else if line.elementsEqual("\r\n".utf8) || line.elementsEqual("\n".utf8) {
            hasAllHeaders = finalStatus != nil
        }
        return true
    }

    /// The status in a status line; nil for that of an interim answer, and when the line broke off.
    private static func finalStatus(_ line: UnsafeRawBufferPointer) -> Int? {
        guard line.last == UInt8(ascii: "\n") else { return nil }
        let digits = line.drop { $0 != UInt8(ascii: " ") }.drop { $0 == UInt8(ascii: " ") }.prefix(3)
        let status = Int(String(decoding: digits, as: UTF8.self))
        return status.flatMap { (200...999).contains($0) ? $0 : nil }
    }

    /// Some bytes of the body; false to break off.
    fileprivate func receive(bodyBytes bytes: UnsafeRawBufferPointer) -> Bool {
        hasBegun = true
        guard body.count + bytes.count <= maximumBodyBytes else {
            isTooLarge = true
            return false
        }
        body.append(contentsOf: bytes)
        return true
    }
}

// The functions that libcurl calls. In an ordinary file: closures written at the top level of a `main.swift` belong to
// the main thread and stop the program on any other.

private func exchange(_ pointer: UnsafeMutableRawPointer?) -> Exchange? {
    pointer.map { Unmanaged<Exchange>.fromOpaque($0).takeUnretainedValue() }
}

private func receiveBody(
    bytes: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
    let buffer = UnsafeRawBufferPointer(start: bytes, count: size * count)
    // Any other number than that received breaks the transfer off.
    return exchange(context)?.receive(bodyBytes: buffer) == true ? buffer.count : Int(CURL_WRITEFUNC_ERROR)
}

private func receiveHeader(
    bytes: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
    let buffer = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return exchange(context)?.receive(headerLine: buffer) == true ? buffer.count : Int(CURL_WRITEFUNC_ERROR)
}

private func aboutToSend(
    context: UnsafeMutableRawPointer?, _: UnsafeMutablePointer<CChar>?, _: UnsafeMutablePointer<CChar>?, _: Int32,
    _: Int32
) -> Int32 {
    exchange(context)?.isSendingAllowed() == true ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}
