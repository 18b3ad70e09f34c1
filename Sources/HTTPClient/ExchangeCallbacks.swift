// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl

/// The functions that libcurl calls for an ``Exchange``.
///
/// In an ordinary file: closures written at the top level of a `main.swift` belong to the main thread and stop the program
/// on any other.
enum ExchangeCallbacks {
    /// Sets them on a handle, once for all its requests.
    static func set(on handle: EasyHandle) {
        _ = ccurl_set_receiver(handle.pointer, CURLOPT_WRITEFUNCTION, receiveBody)
        _ = ccurl_set_receiver(handle.pointer, CURLOPT_HEADERFUNCTION, receiveHeader)
        _ = ccurl_set_prerequest(handle.pointer, aboutToSend)
        let context = Unmanaged.passUnretained(handle).toOpaque()
        for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_PREREQDATA] {
            _ = ccurl_set_pointer(handle.pointer, option, context)
        }
    }
}

/// Has an exchange called, which whoever drives the handle keeps alive: no reference to it is counted.
private func withExchange<Result>(_ context: UnsafeMutableRawPointer?, _ body: (Exchange) -> Result) -> Result? {
    guard let context else { return nil }
    return Unmanaged<EasyHandle>.fromOpaque(context)._withUnsafeGuaranteedRef { handle in
        handle.exchange?._withUnsafeGuaranteedRef(body)
    }
}

private func receiveBody(
    bytes: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
    let buffer = UnsafeRawBufferPointer(start: bytes, count: size * count)
    // Any other number than that received breaks the transfer off.
    return withExchange(context) { $0.receive(bodyBytes: buffer) } == true ? buffer.count : Int(CURL_WRITEFUNC_ERROR)
}

private func receiveHeader(
    bytes: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
    let buffer = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return withExchange(context) { $0.receive(headerLine: buffer) } == true ? buffer.count : Int(CURL_WRITEFUNC_ERROR)
}

private func aboutToSend(
    context: UnsafeMutableRawPointer?, _: UnsafeMutablePointer<CChar>?, _: UnsafeMutablePointer<CChar>?, _: Int32,
    _: Int32
) -> Int32 {
    withExchange(context) { $0.isSendingAllowed() } == true ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}
