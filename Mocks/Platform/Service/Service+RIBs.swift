// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import PlatformDomain

extension Service {
    /// Keeps the file of a RIB that was just filed; of two filed at once, the one that the domain knows.
    package func storeRIB(_ bytes: [UInt8], digest: String, of payee: Payee) {
        withCore { core in
            guard core.state.rib(of: payee)?.digest == digest else { return }
            core.keep(KeptFile(key: Self.key(of: payee), type: digest, bytes: bytes))
        }
    }

    /// The file of the RIB of an account as it is now, with its content type.
    package func ribFile(of payee: Payee) -> (bytes: [UInt8], type: String)? {
        withCore { core in
            core.settle()
            guard let rib = core.state.rib(of: payee), let file = core.files[Self.key(of: payee)],
                file.type == rib.digest
            else {
                return nil
            }
            return (file.bytes, rib.form.rawValue)
        }
    }

    /// Where a RIB is kept: under its digest for a type, by which the domain knows it.
    private static func key(of payee: Payee) -> KeptFile.Key {
        switch payee {
        case .offerer(let id): KeptFile.Key(kind: KeptFile.Key.offererRIB, number: id.number)
        case .venue(let id): KeptFile.Key(kind: KeptFile.Key.venueRIB, number: id.number)
        }
    }
}
