// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// One table of what a platform's state is made of: for those who keep the state and know nothing of its insides.
///
/// Its rows come in chunks of ``chunkSize``. Two states of which one came from a copy of the other share the chunks that did not change
/// since, so that keeping the later one costs what changed.
package struct StatePart: Sendable {
    /// A column of the part.
    package struct Field: Sendable, Hashable {
        /// Its name.
        package let name: String
        /// What it holds.
        package let type: ColumnType
        /// Whether it may be empty.
        package let isOptional: Bool

        /// The columns of a record.
        package static func all<Record: StoredRecord>(of record: Record.Type) -> [Field] {
            Record.columns.map { Field(name: $0.name, type: $0.type, isOptional: $0.isOptional) }
        }
    }

    /// How many rows a chunk has, but for the last one.
    package static let chunkSize = 256

    /// What it is called, in every format.
    package let name: String
    /// Its columns.
    package let fields: [Field]
    /// How many rows a state has of it.
    package let count: @Sendable (PlatformState) -> Int
    /// What gives the rows of each chunk of a state.
    package let rows: @Sendable (PlatformState) -> (_ chunk: Int) -> [[StoredValue]]
    /// Whether two states share a chunk, so that its rows are the same without looking at them; false when nobody knows.
    package let shares: @Sendable (PlatformState, PlatformState, _ chunk: Int) -> Bool
    /// Appends rows to a state in the making.
    let append: @Sendable (inout PlatformState, [[StoredValue]]) throws(StoredError) -> Void

    /// Whether what was kept before there was such a part may say nothing of it.
    package private(set) var mayBeMissing = false

    /// The same part, as one that may be missing.
    var laterAddition: StatePart {
        var part = self
        part.mayBeMissing = true
        return part
    }

    /// How many chunks a state has of it.
    package func chunkCount(_ state: PlatformState) -> Int {
        (count(state) + Self.chunkSize - 1) / Self.chunkSize
    }
}

extension StatePart {
    /// A table of the state.
    init<Record: StoredRecord & Numbered>(
        _ name: String, _ table: any WritableKeyPath<PlatformState, Table<Record>> & Sendable
    ) {
        self.name = name
        let columns = Record.columns
        let names = columns.map(\.name)
        fields = Field.all(of: Record.self)
        count = { $0[keyPath: table].count }
        rows = { state in
            { chunk in state[keyPath: table].chunk(chunk).map { record in columns.map { $0.value(record) } } }
        }
        shares = { $0[keyPath: table].sharesChunk($2, with: $1[keyPath: table]) }
        append = { state, rows throws(StoredError) in
            for values in rows {
                let number = state[keyPath: table].count + 1
                let record: Record = try Self.read(values, names, "\(name) \(number)")
                guard record.id == state[keyPath: table].nextID else {
                    throw StoredError("\(name) \(number): its id is \(record.id.number)")
                }
                state[keyPath: table].append(record)
            }
        }
    }

    /// A part that is no table: its rows are made from the state and put back into it one by one.
    init<Row: StoredRecord>(
        _ name: String, count: @escaping @Sendable (PlatformState) -> Int,
        rows: @escaping @Sendable (PlatformState) -> (_ chunk: Int) -> [Row],
        shares: @escaping @Sendable (PlatformState, PlatformState, _ chunk: Int) -> Bool,
        add: @escaping @Sendable (inout PlatformState, Row) -> Void
    ) {
        self.name = name
        let names = Row.columns.map(\.name)
        fields = Field.all(of: Row.self)
        self.count = count
        self.rows = { state in
            let rows = rows(state)
            return { rows($0).map(\.fields) }
        }
        self.shares = shares
        append = { state, rows throws(StoredError) in
            for (index, values) in rows.enumerated() {
                add(&state, try Self.read(values, names, "\(name), row \(index + 1)"))
            }
        }
    }

    /// A small part whose rows are listed whole.
    init<Row: StoredRecord>(
        _ name: String, rows: @escaping @Sendable (PlatformState) -> [Row],
        count: @escaping @Sendable (PlatformState) -> Int, add: @escaping @Sendable (inout PlatformState, Row) -> Void
    ) {
        self.init(
            name, count: count,
            rows: { state in
                let all = rows(state)
                return { Array(all[($0 * Self.chunkSize)..<min(all.count, ($0 + 1) * Self.chunkSize)]) }
            }, shares: { _, _, _ in false }, add: add)
    }

    private static func read<Row: StoredRecord>(
        _ values: [StoredValue], _ names: [String], _ place: @autoclosure () -> String
    ) throws(StoredError) -> Row {
        var row = StoredRow(values) { names[$0] }
        do throws(StoredError) {
            return try Row(&row)
        } catch {
            throw StoredError("\(place()): \(error)")
        }
    }
}

/// A record that knows its number.
package protocol Numbered: Sendable {
    /// Which.
    var id: Identifier<Self> { get }
}

extension User: Numbered {}
extension Session: Numbered {}
extension Offerer: Numbered {}
extension UserOfferer: Numbered {}
extension Venue: Numbered {}
extension Product: Numbered {}
extension Offer: Numbered {}
extension Occurrence: Numbered {}
extension Stock: Numbered {}
extension Mediation: Numbered {}
extension Recommendation: Numbered {}
extension Booking: Numbered {}
extension Payment: Numbered {}
extension Transfer: Numbered {}
extension PaymentBatch: Numbered {}
