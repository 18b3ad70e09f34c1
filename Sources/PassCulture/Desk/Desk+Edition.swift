// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Desk {
    /// The edition of the contract that it speaks, which its ``DeskIdentity`` has decided.
    package var edition: Edition { loop.dialect.edition }
}
