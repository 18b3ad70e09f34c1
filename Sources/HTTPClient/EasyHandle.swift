// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl

/// One of libcurl's easy handles: it keeps its connections open from one request to the next.
///
/// Whoever holds it is its only user.
struct EasyHandle: @unchecked Sendable {
    // Unchecked, because a pointer is never Sendable: libcurl allows a handle to be used by one thread after another,
    // and the pool and the worker hand it to one user at a time.
    let pointer: UnsafeMutableRawPointer

    /// libcurl, set up once for the whole process; false when that failed.
    private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// A new handle; nil when there is no memory for it or libcurl could not be set up.
    init?() {
        guard Self.isLibraryReady, let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
    }

    /// Forgets all settings of the last request; connections stay.
    func reset() {
        curl_easy_reset(pointer)
    }

    /// Closes the handle and its connections.
    func close() {
        curl_easy_cleanup(pointer)
    }
}
