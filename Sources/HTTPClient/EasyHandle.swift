// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl

/// One of libcurl's easy handles, set up for a client: it keeps what is the same for all requests.
///
/// Whoever holds it is its only user.
final class EasyHandle: @unchecked Sendable {
    // Unchecked, because a pointer is never Sendable: libcurl allows a handle to be used by one thread after another,
    // and the pools hand it to one user at a time.
    let pointer: UnsafeMutableRawPointer
    let configuration: HTTPClientConfiguration

    /// Where libcurl writes what went wrong, in words.
    let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    let headerList = HeaderList()
    /// What was set last; nil when that is not known.
    var limits: Limits?
    var message: Message?
    /// The exchange that libcurl is to call, which whoever began it keeps until it is done.
    var exchange: Unmanaged<Exchange>?

    /// libcurl, set up once for the whole process; false when that failed.
    private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// A new handle; nil when there is no memory for it, libcurl could not be set up, or it does not take the file of authorities.
    init?(_ configuration: HTTPClientConfiguration) {
        guard Self.isLibraryReady, let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
        self.configuration = configuration
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        setLimits()
        setServer()
        guard setAuthorities() else { return nil }
        ExchangeCallbacks.set(on: self)
        _ = ccurl_set_pointer(pointer, CURLOPT_ERRORBUFFER, errorText)
    }

    deinit {
        curl_easy_cleanup(pointer)
        errorText.deallocate()
    }

    private func setLimits() {
        set(CURLOPT_NOSIGNAL, 1)
        // Giving up during a name lookup must not wait for the resolver's thread.
        set(CURLOPT_QUICK_EXIT, 1)
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        if let userAgent = configuration.userAgent { set(CURLOPT_USERAGENT, userAgent) }
    }

    private func setServer() {
        set(CURLOPT_PATH_AS_IS, 1)
        // HTTP/2 would send requests again after a GOAWAY, and gives a till nothing.
        set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        switch configuration.proxy {
        case .environment: break
        case .none: set(proxy: "")
        case .url(let url): set(proxy: url)
        }
    }

    /// Trusts the authorities of the file alone, if there is one: libcurl may have been built with a directory besides,
    /// which stays in force until it is taken away.
    ///
    /// - Returns: whether libcurl took it; otherwise it might trust others, and is not to be used.
    private func setAuthorities() -> Bool {
        guard let caFile = configuration.caFile else { return true }
        return set(CURLOPT_CAINFO, caFile) && set(CURLOPT_CAPATH, nil)
    }

    // MARK: For each request

    /// Sets a number.
    ///
    /// - Returns: whether libcurl took it.
    @discardableResult
    func set(_ option: CURLoption, _ value: Int) -> Bool {
        ccurl_set_long(pointer, option, value) == CURLE_OK
    }

    /// Sets a size.
    func set(_ option: CURLoption, size: Int) -> Bool {
        ccurl_set_offset(pointer, option, curl_off_t(size)) == CURLE_OK
    }

    /// Sets a text, of which libcurl keeps a copy; nil for what it is without one.
    @discardableResult
    func set(_ option: CURLoption, _ value: String?) -> Bool {
        guard let value else { return ccurl_set_string(pointer, option, nil) == CURLE_OK }
        return value.withCString { ccurl_set_string(pointer, option, $0) == CURLE_OK }
    }

    /// Sets the proxy for all servers, empty for none; nil leaves it to the environment, which is looked through for each request.
    @discardableResult
    func set(proxy: String?) -> Bool {
        set(CURLOPT_PROXY, proxy) && set(CURLOPT_NOPROXY, proxy == nil ? nil : "")
    }
}
