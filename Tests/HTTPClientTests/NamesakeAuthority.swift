// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TestSupport

/// A certificate whose issuer bears the name of an authority of the system, and is not it.
///
/// Whoever looks for that issuer among the system's authorities finds it, and complains of the signature; whoever does not
/// look there complains that there is no issuer. So a test sees what is trusted, and needs no authority's key.
struct NamesakeAuthority {
    private static let program = "/usr/bin/openssl"
    private static let original = "/etc/ssl/certs/ISRG_Root_X1.pem"
    private let folder: ScratchFolder

    /// Whether this machine has what is needed: the command, and the authority among the system's.
    static let isAvailable = access(program, X_OK) == 0 && access(original, R_OK) == 0

    /// What OpenSSL says when it has looked for the issuer and found none.
    static let isNotFound = "unable to get local issuer certificate"

    private var certificate: String { folder.path("leaf.pem") }
    private var key: String { folder.path("leaf.key") }

    /// What makes `openssl s_server` show the certificate, and add nothing of the system's to it.
    var serverOptions: [String] {
        ["-cert", certificate, "-key", key, "-no-CAfile", "-no-CApath", "-no-CAstore"]
    }

    /// Makes authority and certificate.
    init() throws {
        folder = try ScratchFolder()
        let (authority, authorityKey) = (folder.path("authority.pem"), folder.path("authority.key"))
        let (authorityRequest, request) = (folder.path("authority.csr"), folder.path("leaf.csr"))
        for arguments in [
            // As long as the original's, lest the signature's length alone give it away.
            ["genrsa", "-out", authorityKey, "4096"],
            ["x509", "-in", Self.original, "-x509toreq", "-signkey", authorityKey, "-out", authorityRequest],
            ["x509", "-req", "-in", authorityRequest, "-signkey", authorityKey, "-out", authority],
            [
                "req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-keyout", key, "-out",
                request,
            ],
            [
                "x509", "-req", "-in", request, "-CA", authority, "-CAkey", authorityKey, "-set_serial", "1", "-out",
                certificate,
            ],
        ] {
            let code = try ChildProcess(Self.program, arguments).waitForEnd()
            guard code == 0 else { throw SystemCallError(call: "openssl \(arguments[0])", number: code) }
        }
    }
}
