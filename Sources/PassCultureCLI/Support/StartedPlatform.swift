// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Conformance
import Platform

/// A local platform that the command line starts for a till or an online platform under test.
struct StartedPlatform: Sendable {
    private let server: PlatformServer
    /// Who and what is there.
    let furnished: Furnished
    /// Whether it listens to this machine alone.
    let isLocal: Bool

    /// Starts one.
    ///
    /// - Throws: a ``CommandExit`` that says why it does not start.
    static func start(
        _ edition: ContractEdition, _ profile: ProfileOption, seed: @autoclosure () throws -> Seed, host: String,
        port: Int
    ) async throws(CommandExit) -> StartedPlatform {
        do {
            let server = try await PlatformServer.start(
                PlatformConfiguration(
                    host: host, port: port, profile: profile.profile,
                    edition: edition == .prototype2018 ? .prototype2018 : .publicV1, seed: try seed()))
            guard let furnished = server.furnished else {
                await server.stop()
                throw CommandExit.unreachable(tr("The platform is not furnished.", "La plateforme est vide."))
            }
            return StartedPlatform(
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

    /// What keeps a program from asking a proxy, none of which knows the platform.
    static let withoutProxy = [("no_proxy", "127.0.0.1,localhost,::1"), ("NO_PROXY", "127.0.0.1,localhost,::1")]

    /// What is told of the address where others have to come to it from another machine.
    var addressNote: String {
        isLocal
            ? ""
            : tr(
                "On another machine, put this machine's address in the place of 127.0.0.1.\n",
                "Sur une autre machine, remplacez 127.0.0.1 par l'adresse de celle-ci.\n")
    }

    /// Puts a gate to the test, then ends it and the platform, by the signal too that ends the command.
    func judge(_ subject: Subject, _ gate: any Gate, _ selection: SelectionOptions) async throws {
        let configuration = CertificationConfiguration(url: baseURL, subject: subject)
        let (ending, signal) = await EndingSignals().cancelling { () -> Result<Void, any Error> in
            do { return .success(try await selection.run(configuration)) } catch { return .failure(error) }
        }
        await gate.end()
        await server.stop()
        if let signal { EndingSignals.end(by: signal) }
        try ending.get()
    }
}
