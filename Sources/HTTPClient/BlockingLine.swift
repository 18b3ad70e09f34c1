// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl
internal import Glibc

/// A handle of libcurl with connections of its own, driven by the thread that holds it.
final class BlockingLine: Sendable {
    private static let mostConnections = 5
    /// How long it waits at most before libcurl looks around again, in milliseconds.
    private static let longestWait = 1_000

    let handle: EasyHandle
    private let multi: MultiHandle

    /// A new one; nil when libcurl has no more to give.
    init?(_ configuration: HTTPClientConfiguration) {
        guard let handle = EasyHandle(configuration), let multi = MultiHandle(mostConnections: Self.mostConnections)
        else { return nil }
        self.handle = handle
        self.multi = multi
    }

    /// Makes the request that the handle is set up for, and waits until it is done.
    ///
    /// libcurl's own `curl_easy_perform` does the same, and asks each socket two times more whether it is ready.
    func perform() -> CURLcode {
        guard multi.add(handle) else { return CURLE_FAILED_INIT }
        defer { multi.remove(handle) }
        var canGoOn = multi.proceed()
        while canGoOn {
            if let done = multi.nextDone() { return done.code }
            canGoOn = wait()
        }
        return CURLE_OUT_OF_MEMORY
    }

    /// Waits for a socket or for time to pass, and goes on then.
    private func wait() -> Bool {
        let sockets = multi.sockets
        return withUnsafeTemporaryAllocation(of: pollfd.self, capacity: sockets.count) { watched in
            for (index, (socket, readiness)) in sockets.enumerated() {
                watched.initializeElement(at: index, to: pollfd(socket, readiness))
            }
            let timeout = min(multi.timeout ?? Self.longestWait, Self.longestWait)
            guard poll(watched.baseAddress, nfds_t(watched.count), Int32(timeout)) > 0 else { return multi.proceed() }
            return watched.allSatisfy { $0.revents == 0 || multi.proceed($0.fd, ready: $0.readiness) }
        }
    }
}

extension pollfd {
    fileprivate init(_ socket: Int32, _ readiness: MultiHandle.Readiness) {
        var events: Int32 = 0
        if readiness.contains(.reading) { events |= POLLIN }
        if readiness.contains(.writing) { events |= POLLOUT }
        self.init(fd: socket, events: Int16(events), revents: 0)
    }

    /// What it is ready for; after an error for all that was waited for, since trying tells what error it is.
    fileprivate var readiness: MultiHandle.Readiness {
        let happened = Int32(revents)
        let hasFailed = happened & (POLLERR | POLLHUP | POLLNVAL) != 0
        var ready: MultiHandle.Readiness = []
        if happened & POLLIN != 0 || hasFailed && Int32(events) & POLLIN != 0 { ready.insert(.reading) }
        if happened & POLLOUT != 0 || hasFailed && Int32(events) & POLLOUT != 0 { ready.insert(.writing) }
        return ready
    }
}
