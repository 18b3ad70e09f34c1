// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What is wrong with the fields of a body, collected: the first message of each field wins (`contract 2018-12 §1.3`).
package struct FieldErrors: Sendable {
    private var messages: [(field: String, message: String)] = []
    /// The fields that have a message. A body may hold very many.
    private var fields: Set<String> = []

    /// Creates an empty collection.
    package init() {}

    /// Whether nothing is wrong.
    package var isEmpty: Bool { messages.isEmpty }

    /// Adds a message; ignored when the field has one already.
    package mutating func add(_ field: String, _ message: String) {
        guard fields.insert(field).inserted else { return }
        messages.append((field, message))
    }

    /// Whether something is wrong with a field.
    package func contains(_ field: String) -> Bool {
        fields.contains(field)
    }

    /// Adds all messages of another collection.
    package mutating func merge(_ others: FieldErrors) {
        for (field, message) in others.messages { add(field, message) }
    }

    /// Throws everything collected, if anything was.
    package func throwIfAny(status: Int = 400) throws(WireError) {
        guard isEmpty else { throw .fields(messages, status: status) }
    }
}
