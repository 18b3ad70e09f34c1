// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Which of two truths the platform serves where the documents and the service of December 2018 differed.
package enum Profile: String, Sendable, Hashable, CaseIterable {
    /// The guide and the partner documents where they speak, the service elsewhere.
    case documented
    /// The service, without its security holes and its failures.
    case observed
}
