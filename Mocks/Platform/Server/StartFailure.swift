// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import NIOCore

extension PlatformServer {
    /// Why a platform could not start: what is wrong and what to do about it.
    package struct StartFailure: Error, CustomStringConvertible, Sendable {
        /// Two sentences in English.
        package let english: String
        /// Two sentences in French.
        package let french: String

        /// What it says in English.
        package var description: String { english }

        /// Puts into words why nothing listens there.
        init(_ result: Result<Void, any Error>, host: String, port: Int) {
            let place = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
            let (english, french) = Self.reason(result, host: host)
            self.english = "The platform cannot listen on \(place): \(english)"
            self.french = "La plateforme ne peut pas écouter sur \(place) : \(french)"
        }

        private static func reason(_ result: Result<Void, any Error>, host: String) -> (String, String) {
            guard case .failure(let error) = result else {
                return ("it ended at once.", "elle s'est arrêtée aussitôt.")
            }
            if error is SocketAddressError || error is SocketAddressError.UnknownHost { return unknownHost(host) }
            switch (error as? IOError)?.errnoCode {
            case EADDRINUSE:
                return (
                    "another program listens there. Try --port 0, which takes a free port.",
                    "un autre programme y écoute déjà. Essayez --port 0, qui prend un port libre."
                )
            case EACCES, EPERM:
                return (
                    "this port is not for everybody. Try one above 1023, or --port 0, which takes a free port.",
                    "ce port n'est pas ouvert à tous. Essayez-en un au-delà de 1023, ou --port 0, qui prend un port libre."
                )
            case EADDRNOTAVAIL, EAFNOSUPPORT:
                return (
                    "\(host) is no address of this machine. Try --host 127.0.0.1.",
                    "\(host) n'est pas une adresse de cette machine. Essayez --host 127.0.0.1."
                )
            case let code?:
                let words = String(cString: strerror(code))
                return ("\(words).", "\(words).")
            case nil:
                return ("\(error)", "\(error)")
            }
        }

        private static func unknownHost(_ host: String) -> (String, String) {
            (
                "this machine knows no host of the name \(host). Try --host 127.0.0.1.",
                "cette machine ne connaît pas d'hôte du nom de \(host). Essayez --host 127.0.0.1."
            )
        }
    }
}
