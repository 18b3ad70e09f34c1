// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A call to the system that failed.
package struct SystemCallError: Error {
    /// Which call, with its object if that tells more.
    package let call: String
    /// The system's error number.
    package let number: Int32

    /// The failure of a call; by default with the number that the system has just set.
    package init(call: String, number: Int32 = errno) {
        self.call = call
        self.number = number
    }
}
