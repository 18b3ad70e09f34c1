// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Testing

/// The outbox to come keeps validations in SQLite, from whatever thread the till asks on.
@Suite("The SQLite that is linked")
struct SQLiteTests {
    @Test("is at least 3.40")
    func version() {
        #expect(sqlite3_libversion_number() >= 3_040_000)
    }

    @Test("may be used from several threads")
    func threads() {
        #expect(sqlite3_threadsafe() != 0)
    }
}
