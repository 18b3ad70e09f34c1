// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl

/// libcurl's multi handle, which does nothing by itself: it says which sockets it waits for, and is told when one is ready or
/// time has passed.
///
/// Whoever holds it is its only user.
final class MultiHandle: @unchecked Sendable {
    // Unchecked, because a pointer is never Sendable: libcurl allows a handle to be used by one thread after another.
    private let pointer: UnsafeMutableRawPointer

    /// What a socket is waited for, or ready for.
    struct Readiness: OptionSet, Sendable {
        let rawValue: Int32

        static let reading = Readiness(rawValue: CURL_CSELECT_IN)
        static let writing = Readiness(rawValue: CURL_CSELECT_OUT)
    }

    /// The sockets that are waited for, a few at most, and what for.
    private(set) var sockets: [(socket: Int32, readiness: Readiness)] = []
    /// The sockets that are to be watched anew, or no more.
    private var changed: [Int32] = []
    /// The socket that was said to be ready: whoever said so watches it no more.
    private var readySocket: Int32?

    /// A handle that keeps so many connections open; nil when libcurl has no more to give.
    init?(mostConnections: Int) {
        guard let pointer = curl_multi_init() else { return nil }
        self.pointer = pointer
        _ = ccurl_multi_set_long(pointer, CURLMOPT_MAXCONNECTS, mostConnections)
        let context = Unmanaged.passUnretained(self).toOpaque()
        _ = ccurl_multi_set_socket_callback(pointer, socketIsWaitedFor, context)
    }

    deinit {
        // Closing its connections, libcurl would call back.
        _ = ccurl_multi_set_socket_callback(pointer, nil, nil)
        curl_multi_cleanup(pointer)
    }

    /// Takes on a request, which begins with the next ``proceed()``.
    func add(_ handle: EasyHandle) -> Bool {
        curl_multi_add_handle(pointer, handle.pointer) == CURLM_OK
    }

    /// Lets go of a request; its connection is closed if the answer is not complete.
    func remove(_ handle: EasyHandle) {
        curl_multi_remove_handle(pointer, handle.pointer)
    }

    /// Does what is due by now, as far as it goes without waiting.
    ///
    /// - Returns: whether it can go on.
    @discardableResult
    func proceed() -> Bool {
        var running: Int32 = 0
        return curl_multi_socket_action(pointer, CURL_SOCKET_TIMEOUT, 0, &running) == CURLM_OK
    }

    /// Goes on with a socket that is ready. If it is still waited for, it is among the changes.
    ///
    /// - Returns: whether it can go on.
    @discardableResult
    func proceed(_ socket: Int32, ready: Readiness) -> Bool {
        readySocket = socket
        var running: Int32 = 0
        let code = curl_multi_socket_action(pointer, socket, ready.rawValue, &running)
        readySocket = nil
        if readiness(of: socket) != nil { noteChange(of: socket) }
        return code == CURLM_OK
    }

    /// After how many milliseconds ``proceed()`` is wanted; nil while there is nothing to wait for but sockets.
    var timeout: Int? {
        var milliseconds = -1
        curl_multi_timeout(pointer, &milliseconds)
        return milliseconds < 0 ? nil : milliseconds
    }

    /// The handle of a request that is done and not yet told of, and what libcurl says of it.
    func nextDone() -> (handle: UnsafeMutableRawPointer, code: CURLcode)? {
        var left: Int32 = 0
        while let message = curl_multi_info_read(pointer, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
            return (handle, ccurl_message_result(message))
        }
        return nil
    }

    /// Tells what there is to watch, or to watch no more (nil), since it was asked last.
    func takeChanges(_ body: (Int32, Readiness?) -> Void) {
        for socket in changed { body(socket, readiness(of: socket)) }
        changed.removeAll(keepingCapacity: true)
    }

    // MARK: Called by libcurl

    fileprivate func note(_ socket: Int32, _ what: Int32) {
        let place = sockets.firstIndex { $0.socket == socket }
        if what == CURL_POLL_REMOVE {
            if let place { sockets.remove(at: place) }
            if socket != readySocket { noteChange(of: socket) }
        } else {
            let readiness = Readiness(rawValue: what)
            if let place { sockets[place].readiness = readiness } else { sockets.append((socket, readiness)) }
            noteChange(of: socket)
        }
    }

    private func readiness(of socket: Int32) -> Readiness? {
        sockets.first { $0.socket == socket }?.readiness
    }

    private func noteChange(of socket: Int32) {
        if !changed.contains(socket) { changed.append(socket) }
    }
}

private func socketIsWaitedFor(
    _: UnsafeMutableRawPointer?, socket: curl_socket_t, what: Int32, context: UnsafeMutableRawPointer?,
    _: UnsafeMutableRawPointer?
) -> Int32 {
    if let context { Unmanaged<MultiHandle>.fromOpaque(context).takeUnretainedValue().note(socket, what) }
    return 0
}
