// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The version of the kit, as the changelog counts it.
enum KitVersion {
    /// The version that this binary was built from.
    static let current = "0.1.0"
}
