// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Conformance
import Platform

/// A local platform that the command line starts for a till under test, with somebody for the till to be.
struct TillPlatform: Sendable {
    private let server: PlatformServer
    private let furnished: Furnished

    /// Starts one.
    ///
    /// - Throws: a ``CommandExit`` that says why it does not start.
    static func start(
        _ edition: ContractEdition, _ profile: ProfileOption, host: String, port: Int
    ) async throws(CommandExit) -> TillPlatform {
        let seed: BuiltInSeed = edition == .prototype2018 ? .demo : .till
        do {
            let server = try await PlatformServer.start(
                PlatformConfiguration(
                    host: host, port: port, profile: profile.profile,
                    edition: edition == .prototype2018 ? .prototype2018 : .publicV1, seed: try seed.seed()))
            guard let furnished = server.furnished else {
                await server.stop()
                throw CommandExit.unreachable(tr("The platform is not furnished.", "La plateforme est vide."))
            }
            return TillPlatform(server: server, furnished: furnished)
        } catch let failure as PlatformServer.StartFailure {
            throw .unreachable(tr(failure.english, failure.french))
        } catch let failure as CommandExit {
            throw failure
        } catch {
            throw .unreachable("\(error)")
        }
    }

    /// Where it answers.
    var baseURL: String { server.baseURL }

    /// What a till is told in its environment: the platform, and who it is there; no other way of being somebody.
    var environment: [String: String?] {
        var variables: [String: String?] = [:]
        for name in Furnished.tillVariables { variables.updateValue(nil, forKey: name) }
        for (name, value) in furnished.till(at: baseURL) { variables.updateValue(value, forKey: name) }
        return variables
    }

    /// What whoever sits at the till is told first.
    var invitation: String {
        let lines = furnished.till(at: baseURL).map { "  \($0.name)=\($0.value)" }
        return tr(
            "A local platform is there for your till. Let it speak with it, as this partner:",
            "Une plateforme locale attend votre caisse. Réglez-la sur elle, comme ce partenaire :")
            + "\n\n" + lines.joined(separator: "\n")
    }

    /// Ends it.
    func stop() async { await server.stop() }
}
