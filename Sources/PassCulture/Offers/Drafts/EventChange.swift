// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What changes of an event; what is left as it is is not sent.
public struct EventChange: Hashable, Sendable {
    /// What changes of what every offer has.
    public var offer: OfferChange

    /// How long it lasts, in minutes.
    public var durationMinutes: FieldChange<Int> = .unchanged

    /// A film about it, on YouTube.
    public var videoURL: FieldChange<String> = .unchanged

    /// Creates a change; set what else is to change.
    public init(_ offer: OfferChange = OfferChange()) { self.offer = offer }

    var json: JSONValue {
        var object = JSONObject()
        offer.write(into: &object)
        object.write("eventDuration", durationMinutes) { .number(JSONNumber($0)) }
        object.write("videoUrl", videoURL) { .string($0) }
        return .object(object)
    }

    func check(_ limits: inout Limits) {
        offer.check(&limits)
        limits.duration(durationMinutes.value)
        limits.address(videoURL.value, at: "videoUrl")
    }
}
