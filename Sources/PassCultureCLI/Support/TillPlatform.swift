// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Conformance
import Platform

/// A local platform that the command line starts for a till under test, with somebody for the till to be.
struct TillPlatform: Sendable {
    private let server: PlatformServer
    private let furnished: Furnished
    /// Whether it listens to this machine alone.
    private let isLocal: Bool

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
            return TillPlatform(
                server: server, furnished: furnished,
                isLocal: host == "localhost" || host == "::1" || host.hasPrefix("127."))
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
        // No proxy knows the platform.
        for name in ["no_proxy", "NO_PROXY"] { variables.updateValue("127.0.0.1,localhost,::1", forKey: name) }
        return variables
    }

    /// The countermarks by the name of their state.
    var countermarks: [String: [String]] { furnished.countermarks }

    /// What the till was told and may stand in no report.
    var secrets: [String] {
        furnished.till(at: baseURL).filter { ["PASSCULTURE_KEY", "PASSCULTURE_PASSWORD"].contains($0.name) }.map(
            \.value)
    }

    /// What whoever sits at the till is told first.
    var invitation: String {
        let export = "\n\n  \(furnished.export(at: baseURL))\n\n"
        return tr(
            "A local platform is there for your till, which is this partner:",
            "Une plateforme locale attend votre caisse, qui est ce partenaire :")
            + export
            + (isLocal
                ? ""
                : tr(
                    "On another machine, put this machine's address in the place of 127.0.0.1.\n",
                    "Sur une autre machine, remplacez 127.0.0.1 par l'adresse de celle-ci.\n"))
            + tr(
                "Press each button once. After failures a till may send nothing for a while: wait as long before the next countermark.",
                "N'appuyez qu'une fois. Après des pannes, une caisse peut ne plus rien envoyer un moment : attendez avant la contremarque suivante."
            )
    }

    /// Ends it.
    func stop() async { await server.stop() }
}
