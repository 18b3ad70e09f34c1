// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl
internal import Glibc

/// What the worker's thread sleeps on: sockets that get ready, and a bell.
///
/// Anybody may ring, and change what is waited for, while the thread sleeps.
final class EventQueue: Sendable {
    private static let mostEvents = 64
    private let queue: Int32
    private let bell: Int32

    /// An empty one; nil when the system has no more to give.
    init?() {
        queue = epoll_create1(Int32(EPOLL_CLOEXEC))
        bell = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        var event = epoll_event()
        event.events = EPOLLIN.rawValue
        event.data.fd = bell
        guard queue >= 0, bell >= 0, epoll_ctl(queue, EPOLL_CTL_ADD, bell, &event) == 0 else { return nil }
    }

    deinit {
        if bell >= 0 { close(bell) }
        if queue >= 0 { close(queue) }
    }

    /// Waits for a socket to get ready, which is told once: to be told again, watch it again.
    func watch(_ socket: Int32, for readiness: MultiHandle.Readiness) {
        var event = epoll_event()
        event.events = EPOLLONESHOT.rawValue
        if readiness.contains(.reading) { event.events |= EPOLLIN.rawValue }
        if readiness.contains(.writing) { event.events |= EPOLLOUT.rawValue }
        event.data.fd = socket
        // Most are known from the request before. Only the system knows which: one that was closed is forgotten by itself.
        if epoll_ctl(queue, EPOLL_CTL_MOD, socket, &event) != 0 {
            epoll_ctl(queue, EPOLL_CTL_ADD, socket, &event)
        }
    }

    /// Waits no more for a socket, which may be closed already.
    func unwatch(_ socket: Int32) {
        var event = epoll_event()
        epoll_ctl(queue, EPOLL_CTL_DEL, socket, &event)
    }

    /// Wakes the thread, or keeps it from its next sleep.
    func ring() {
        eventfd_write(bell, 1)
    }

    /// Sleeps until a socket is ready, somebody rings or so many milliseconds have passed, and tells which sockets are ready.
    ///
    /// - Parameter milliseconds: nil for no end.
    func wait(milliseconds: Int32?, _ body: (Int32, MultiHandle.Readiness) -> Void) {
        withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: Self.mostEvents) { events in
            let count = Int(epoll_wait(queue, events.baseAddress, Int32(Self.mostEvents), milliseconds ?? -1))
            // Fewer than none: a signal came in between.
            for event in events.prefix(max(0, count)) {
                if event.data.fd == bell {
                    var rings: eventfd_t = 0
                    eventfd_read(bell, &rings)
                } else {
                    body(event.data.fd, MultiHandle.Readiness(event.events))
                }
            }
        }
    }
}

extension MultiHandle.Readiness {
    /// What a socket is ready for; after an error for everything, since trying tells what error it is.
    fileprivate init(_ events: UInt32) {
        self = []
        let error = EPOLLERR.rawValue | EPOLLHUP.rawValue
        if events & (EPOLLIN.rawValue | error) != 0 { insert(.reading) }
        if events & (EPOLLOUT.rawValue | error) != 0 { insert(.writing) }
    }
}
