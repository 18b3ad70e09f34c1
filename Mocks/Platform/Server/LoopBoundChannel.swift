// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HummingbirdCore
import Logging
import NIOCore
import NIOHTTPTypes

/// Connections that are served on their own event loops, where others are served on Swift's shared threads.
///
/// That is for a platform with a data file. What a loop has read from all its connections is handled in one round, and all that the
/// round recorded goes to the disk together (``Recorder``); on shared threads, most of a batch would be the first request alone.
struct LoopBoundChannel: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    private let channel: HTTP1Channel

    /// Serves as that channel does.
    init(_ channel: HTTP1Channel) {
        self.channel = channel
    }

    /// Makes a connection ready.
    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        self.channel.setup(channel: channel, logger: logger)
    }

    /// Serves a connection until it ends.
    func handle(value: Value, logger: Logger) async {
        await withTaskExecutorPreference(LoopExecutor(value.channel.eventLoop)) {
            await channel.handle(value: value, logger: logger)
        }
    }
}
