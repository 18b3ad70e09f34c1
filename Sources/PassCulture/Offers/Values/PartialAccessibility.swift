// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// As much as is known, or changes, of for whom something is accessible.
public struct PartialAccessibility: Hashable, Sendable {
    /// For people who do not hear well; `nil` for unknown, or unchanged.
    public var audio: Bool?

    /// For people with a mental disability; `nil` for unknown, or unchanged.
    public var mental: Bool?

    /// For people who do not move easily; `nil` for unknown, or unchanged.
    public var motor: Bool?

    /// For people who do not see well; `nil` for unknown, or unchanged.
    public var visual: Bool?

    /// Creates as many of the four answers as are given.
    public init(audio: Bool? = nil, mental: Bool? = nil, motor: Bool? = nil, visual: Bool? = nil) {
        self.audio = audio
        self.mental = mental
        self.motor = motor
        self.visual = visual
    }

    var json: JSONValue {
        var object = JSONObject()
        object.write("audioDisabilityCompliant", audio)
        object.write("mentalDisabilityCompliant", mental)
        object.write("motorDisabilityCompliant", motor)
        object.write("visualDisabilityCompliant", visual)
        return .object(object)
    }

    init(_ reader: JSONReader) throws(JSONReadingError) {
        audio = try reader["audioDisabilityCompliant"].boolIfPresent()
        mental = try reader["mentalDisabilityCompliant"].boolIfPresent()
        motor = try reader["motorDisabilityCompliant"].boolIfPresent()
        visual = try reader["visualDisabilityCompliant"].boolIfPresent()
    }
}
