// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import PlatformDomain

extension Service {
    /// A RIB's file, with the digest by which the domain knows it.
    struct RIBFile: Sendable {
        let bytes: [UInt8]
        let digest: String
    }

    /// Keeps the file of a RIB that was just filed; of two filed at once, the one that the domain knows.
    package func storeRIB(_ bytes: [UInt8], digest: String, of payee: Payee) {
        withCore { core in
            guard core.state.rib(of: payee)?.digest == digest else { return }
            core.ribs[payee] = RIBFile(bytes: bytes, digest: digest)
        }
    }

    /// The file of the RIB of an account as it is now, with its content type.
    package func ribFile(of payee: Payee) -> (bytes: [UInt8], type: String)? {
        withCore { core in
            core.settle()
            guard let rib = core.state.rib(of: payee), let file = core.ribs[payee], file.digest == rib.digest else {
                return nil
            }
            return (file.bytes, rib.form.rawValue)
        }
    }
}
