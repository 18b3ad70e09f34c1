// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl

/// The functions that libcurl calls for an ``Exchange``.
///
/// In an ordinary file: closures written at the top level of a `main.swift` belong to the main thread and stop the program
/// on any other.
enum ExchangeCallbacks {
    /// Sets them on a handle, once for all its requests.
    static func set(on handle: UnsafeMutableRawPointer) {
        _ = ccurl_set_receiver(handle, CURLOPT_WRITEFUNCTION, receiveBody)
        _ = ccurl_set_receiver(handle, CURLOPT_HEADERFUNCTION, receiveHeader)
        _ = ccurl_set_prerequest(handle, aboutToSend)
    }

    /// Says which exchange they are called for.
    ///
    /// - Returns: whether libcurl took it.
    static func set(context: UnsafeMutableRawPointer, on handle: UnsafeMutableRawPointer) -> Bool {
        [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_PREREQDATA].allSatisfy {
            ccurl_set_pointer(handle, $0, context) == CURLE_OK
        }
    }
}

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
