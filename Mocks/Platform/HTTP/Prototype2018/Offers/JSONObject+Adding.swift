// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension JSONObject {
    /// The object with more keys; a key that is there already gets the new value.
    func adding(_ entries: KeyValuePairs<String, JSONValue>) -> JSONObject {
        var object = self
        for (key, value) in entries { object[key] = value }
        return object
    }
}
