// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Conformance
import Partners
import TestSupport

/// A run of the providers' suite against one that this process plays.
enum ProviderTrial {
    /// Judges a provider that serves both sections, unless told otherwise.
    static func judge(
        _ flaw: ProviderFlaw?, sections: Set<FeedSection> = [.stocks, .events], siret: String = ProviderDouble.siret
    ) async throws -> CertificationResult {
        let server = try SocketServer.being(ProviderDouble(flaw: flaw))
        defer { server.stop() }
        return await judge(at: server.url + "/pass-culture", sections: sections, siret: siret)
    }

    /// Judges whatever answers at an address.
    static func judge(
        at url: String, sections: Set<FeedSection> = [.stocks], siret: String = ProviderDouble.siret,
        only: [String] = []
    ) async -> CertificationResult {
        let setting = FeedSetting(siret: siret, sections: sections)
        return await CertificationRun(
            CertificationConfiguration(
                url: url, subject: .provider(setting), selection: Selection(only: only), seed: 7)
        ).run()
    }
}
