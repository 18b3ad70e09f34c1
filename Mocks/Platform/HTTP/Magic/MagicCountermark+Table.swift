// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import JSON

extension MagicCountermark {
    /// The table for programs.
    package static var tableJSON: JSONValue {
        .array(
            all.map { magic in
                [
                    "code": .string(magic.code), "english": .string(magic.english), "french": .string(magic.french),
                    "get": .string(magic.checkWords), "patch": .string(magic.validationWords),
                    "today": magic.todaysJSON,
                ]
            })
    }
}
