// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Conformance

/// `passculture certify`: judges what connects to the pass Culture, or is one.
struct CertifyCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "certify",
            abstract: tr("Judges against the register of requirements.", "Juge selon le registre des exigences."),
            subcommands: [
                CertifyPlatform.self, CertifyTill.self, CertifyOnlinePlatform.self, CertifyReceiver.self,
                CertifyTicketing.self, CertifyProvider.self,
            ])
    }
}

/// `passculture certify platform`: judges a pass Culture, the local one or another.
struct CertifyPlatform: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "platform",
            abstract: tr("Judges a pass Culture.", "Juge un pass Culture."),
            discussion: tr(
                """
                The result is a self-assessment. The hosts of production are refused; any address that is not this machine needs \
                --i-own-this-environment.

                  passculture certify platform --url http://127.0.0.1:8080
                  passculture certify platform --url … --only 'countermark/*' --level MUST
                  passculture certify platform --url … --edition publicV1 --key-file api.key

                Exit codes: 0 every applicable MUST judged and passed, or none selected; 1 one failed; 2 could not judge; \
                3 nothing selected or bad usage; 4 partial: none failed, but some MUSTs were not judged.
                """,
                """
                Le résultat est une auto-évaluation. Les hôtes de production sont refusés ; toute adresse hors de cette machine \
                demande --i-own-this-environment.

                  passculture certify platform --url http://127.0.0.1:8080
                  passculture certify platform --url … --only 'countermark/*' --level MUST
                  passculture certify platform --url … --edition publicV1 --key-file api.key

                Codes de sortie : 0 tout MUST applicable jugé et tenu, ou aucun choisi ; 1 l'un a échoué ; 2 n'a pu juger ; \
                3 sélection vide ou commande mal formée ; 4 partiel : aucun échec, mais des MUST n'ont pas été jugés.
                """))
    }

    @Option(help: ArgumentHelp(tr("Base URL of the platform.", "URL de la plateforme.")))
    var url: String

    @Option(
        help: ArgumentHelp(
            tr(
                "Contract to judge by: prototype2018 or publicV1, the API of today.",
                "Contrat selon lequel juger : prototype2018 ou publicV1, l'API d'aujourd'hui.")))
    var edition = ContractEdition.prototype2018

    @Option(
        help: ArgumentHelp(
            tr(
                "File with a provider's API key, on one line; for publicV1 where there is no control API.",
                "Fichier contenant la clé d'API d'un fournisseur, sur une ligne ; pour publicV1 sans API de contrôle."),
            valueName: "file"))
    var keyFile: String?

    @OptionGroup var target: TargetOptions

    @OptionGroup var selection: SelectionOptions

    @OptionGroup var common: CommonOptions

    func run() async throws {
        var configuration = target.configuration(url: url)
        guard edition == .publicV1 else { return try await selection.run(configuration) }
        configuration.subject = .publicV1(apiKey: try apiKey())
        let office = try await StartedTicketOffice.start()
        configuration.office = office.office
        try await selection.run(configuration)
    }

    private func apiKey() throws(CommandExit) -> APIKey? {
        guard let keyFile else { return nil }
        guard let key = APIKey(try SecretFile.read(keyFile)) else {
            throw .usage(tr("\(keyFile) holds no API key.", "\(keyFile) ne contient pas une clé d'API."))
        }
        return key
    }
}
