// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Something that whoever starts the platform is told: a value, such as a countermark, or somebody's log-in.
struct SeedShow: Sendable {
    /// What programs know it by.
    let id: String?
    /// What it is, for people.
    let label: SeedWords
    /// What is told.
    let what: What

    /// What is told.
    enum What: Sendable {
        /// A text, with references.
        case value(String)
        /// The log-in of whoever signed up or in in the step of that name.
        case person(String)
    }

    /// Reads what is to be told.
    init(_ value: JSONValue) throws(SeedError) {
        let fields = try SeedFields(value, keys: ["id", "label", "value", "person"])
        id = try fields.string("id")
        guard let label = try fields.words("label") else {
            throw .malformed("What is under show needs a label", "Ce qui est sous show demande un label")
        }
        self.label = label
        switch (try fields.string("value"), try fields.string("person")) {
        case (let text?, nil): what = .value(text)
        case (nil, let name?): what = .person(name)
        default:
            throw .malformed(
                "What is under show has either a value or a person", "Ce qui est sous show a soit value, soit person")
        }
    }
}
