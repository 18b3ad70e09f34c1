// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension Publisher {
    /// Collects what is wrong with something; what breaks a limit is not sent.
    func limits(_ check: (inout Limits) -> Void) -> PublishingRefusal? {
        var limits = Limits(now: loop.options.time.now())
        check(&limits)
        return limits.refusal
    }

    /// The request of a call.
    func request<Value>(_ call: PublishingCall<Value>) -> TransportRequest {
        call.request(as: key, to: loop.environment, loop.options, deadline: deadline)
    }

    /// Asks, without holding a thread.
    func look<Value>(_ call: PublishingCall<Value>) async throws(PassCultureError) -> Lookup<Value> {
        try await reply(to: call).lookup()
    }

    /// Asks, on the caller's thread.
    func lookBlocking<Value>(_ call: PublishingCall<Value>) throws(PassCultureError) -> Lookup<Value> {
        try replyBlocking(to: call).lookup()
    }

    /// Orders, without holding a thread.
    func publish<Value>(_ call: PublishingCall<Value>) async throws(PassCultureError) -> Publishing<Value> {
        try await reply(to: call).publishing()
    }

    /// Orders, on the caller's thread.
    func publishBlocking<Value>(_ call: PublishingCall<Value>) throws(PassCultureError) -> Publishing<Value> {
        try replyBlocking(to: call).publishing()
    }

    private func reply<Value>(to call: PublishingCall<Value>) async -> PublishingReply<Value> {
        if let refusal = call.refusal { return .no(refusal) }
        guard !Task.isCancelled else { return .fault(PassCultureError(.cancelled, nothingWasSent: true)) }
        let input = await loop.send(request(call), start: loop.options.time.monotonic())
        return PublishingReply(input, to: call, as: key)
    }

    private func replyBlocking<Value>(to call: PublishingCall<Value>) -> PublishingReply<Value> {
        if let refusal = call.refusal { return .no(refusal) }
        let input = loop.sendBlocking(request(call), start: loop.options.time.monotonic())
        return PublishingReply(input, to: call, as: key)
    }
}

extension PublishingReply {
    /// What who asked is told.
    fileprivate func lookup() throws(PassCultureError) -> Lookup<Value> {
        switch self {
        case .yes(let value): return .found(value)
        case .no(let refusal): return .refused(refusal)
        case .fault(let fault): throw fault
        case .lost: preconditionFailure("the answer to a question that is lost is a fault")
        }
    }

    /// What who ordered is told.
    fileprivate func publishing() throws(PassCultureError) -> Publishing<Value> {
        switch self {
        case .yes(let value): return .done(value)
        case .no(let refusal): return .refused(refusal)
        case .lost(let unknown): return .unknown(unknown)
        case .fault(let fault): throw fault
        }
    }
}
