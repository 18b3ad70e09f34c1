// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The first look at a venue's coordinates, before any other field (`contract 2018-12 §5.3`).
enum Coordinates {
    /// Refuses what is no number or no place on Earth. Absent, null, empty and 0 are not looked at.
    static func check(_ body: JSONObject) throws(WireError) {
        var errors = FieldErrors()
        check(
            "latitude", body, limit: 90, range: "La latitude doit être comprise entre -90.0 et +90.0", &errors)
        check(
            "longitude", body, limit: 180, range: "La longitude doit être comprise entre -180.0 et +180.0", &errors)
        try errors.throwIfAny()
    }

    private static func check(
        _ key: String, _ body: JSONObject, limit: Int64, range: String, _ errors: inout FieldErrors
    ) {
        guard let value = body[key], VenueFields.isTruthy(value) else { return }
        // The reader knows all ways to write a number; its own sentence is another one, for later.
        guard value.boolValue == nil, var reader = try? FieldReader([key: value], casting: [key: .decimal]),
            let scaled = reader.scaled(key, digits: 9)
        else {
            errors.add(key, "Format incorrect")
            return
        }
        if scaled.magnitude > UInt64(limit) * 1_000_000_000 { errors.add(key, range) }
    }
}
