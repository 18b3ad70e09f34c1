// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How long a platform may take.
struct Patience: Sendable {
    /// To accept the connection.
    var connect: Duration = .seconds(5)
    /// To answer, connecting included.
    var total: Duration = .seconds(60)

    /// For the first look, which has to be over within five seconds.
    static let firstLook = Patience(connect: .milliseconds(2_000), total: .milliseconds(4_000))
}
