// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import NIOCore

extension Delivery {
    /// Waits as long as the answer must; interrupted when the platform ends, and then the answer leaves at once.
    func pause() async {
        if wait > .zero { try? await Task.sleep(for: .microseconds(wait.microseconds)) }
    }

    /// Prepares a connection for an answer that is about to be written; one that is dropped finds the connection closed.
    ///
    /// - Parameters:
    ///   - channel: the connection; what was answered on it before has been handed to it already, so that the next bytes are
    ///     this answer's.
    ///   - bodyBytes: how long the body is on the wire.
    func prepare(_ channel: any Channel, bodyBytes: Int) async {
        switch form {
        case .whole: break
        case .dropped: try? await ConnectionReset.reset(channel).get()
        case .cut(let allowed):
            await Self.insert(in: channel) { CutHandler(bodyBytes: bodyBytes, allowed: allowed) }
        case .dribbled(let bytes, let pause):
            await Self.insert(in: channel) { DribbleHandler(bodyBytes: bodyBytes, dropSize: bytes, pause: pause) }
        }
    }

    private static func insert(
        in channel: any Channel, _ handler: @escaping @Sendable () -> any ChannelHandler
    ) async {
        try? await channel.eventLoop.submit {
            try channel.pipeline.syncOperations.addHandler(handler(), position: .first)
        }.get()
    }
}
