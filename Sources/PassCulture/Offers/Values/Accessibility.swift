// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// For whom an offer is accessible; all four must be said when it is made (`today §3.3`).
public struct Accessibility: Hashable, Sendable {
    /// For people who do not hear well.
    public var audio: Bool

    /// For people with a mental disability.
    public var mental: Bool

    /// For people who do not move easily.
    public var motor: Bool

    /// For people who do not see well.
    public var visual: Bool

    /// Creates the four answers.
    public init(audio: Bool, mental: Bool, motor: Bool, visual: Bool) {
        self.audio = audio
        self.mental = mental
        self.motor = motor
        self.visual = visual
    }

    var json: JSONValue {
        PartialAccessibility(audio: audio, mental: mental, motor: motor, visual: visual).json
    }
}
