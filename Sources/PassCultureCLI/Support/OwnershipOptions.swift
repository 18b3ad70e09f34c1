// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// Whose environment it is that is put to the test: the same for everything that asks at an address it is given.
struct OwnershipOptions: ParsableArguments {
    @Flag(
        name: .customLong("i-own-this-environment"),
        help: ArgumentHelp(
            tr(
                "Says that an address other than this machine's is yours to test.",
                "Dit qu'une adresse hors de cette machine est à vous, et peut être essayée.")))
    var isOwned = false
}
