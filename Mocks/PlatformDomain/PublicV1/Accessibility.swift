// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// For whom an offer is made accessible (`today §3.3`); nothing where nobody said.
package struct Accessibility: Sendable, Hashable {
    /// For people hard of hearing.
    package var audio: Bool?
    /// For people with a mental disability.
    package var mental: Bool?
    /// For people with a motor disability.
    package var motor: Bool?
    /// For people with low vision.
    package var visual: Bool?

    /// Creates a statement.
    package init(audio: Bool? = nil, mental: Bool? = nil, motor: Bool? = nil, visual: Bool? = nil) {
        self.audio = audio
        self.mental = mental
        self.motor = motor
        self.visual = visual
    }
}
