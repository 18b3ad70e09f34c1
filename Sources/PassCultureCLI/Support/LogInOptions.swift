// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import DeskConsole
import PassCulture

/// Which pass Culture, and as whom: what a desk needs to ask anything.
struct LogInOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            tr("Address of the pass Culture; else PASSCULTURE_URL.", "Adresse du pass Culture ; sinon PASSCULTURE_URL.")
        ))
    var url: String?

    @Option(
        help: ArgumentHelp(
            tr(
                "The partner's log-in, else PASSCULTURE_EMAIL; the password is read from PASSCULTURE_PASSWORD.",
                "L'identifiant du partenaire, sinon PASSCULTURE_EMAIL ; mot de passe lu dans PASSCULTURE_PASSWORD.")))
    var email: String?

    @Option(
        help: ArgumentHelp(
            tr(
                "File with the vendor's key, for today's edition; else PASSCULTURE_KEY. Never the key itself.",
                "Fichier de la clé de l'éditeur, pour l'édition d'aujourd'hui ; sinon PASSCULTURE_KEY. Jamais la clé elle-même."
            ), valueName: "file"))
    var keyFile: String?

    @Option(
        help: ArgumentHelp(
            tr(
                "The number of the till's venue, with a key; else PASSCULTURE_VENUE. What waits and is another venue's is left alone.",
                "Le numéro du lieu de la caisse, avec une clé ; sinon PASSCULTURE_VENUE. Ce qui attend et relève d'un autre lieu est laissé tel quel."
            ), valueName: "number"))
    var venueID: Int?

    @Option(
        help: ArgumentHelp(
            tr(
                "The venue's département, for its clocks: with a key, its official time; else 97… is Cayenne. Without one, Paris.",
                "Le département du lieu, pour son heure : avec une clé, l'heure légale ; sinon 97… est Cayenne. Sans lui, Paris."
            )))
    var department: String?

    /// The account that the options and the environment name.
    func account() throws(CommandExit) -> Account {
        guard let url = url ?? environmentValue("PASSCULTURE_URL") else {
            throw .usage(
                tr(
                    "Which pass Culture? Give --url or set PASSCULTURE_URL (a local one: passculture mock).",
                    "Quel pass Culture ? Donnez --url ou PASSCULTURE_URL (pour un local : passculture mock)."))
        }
        return Account(url: url, identity: try identity())
    }

    private func identity() throws(CommandExit) -> DeskIdentity {
        if let key = try key() {
            guard let venue, venue > 0 else {
                throw .usage(
                    tr(
                        "Give --venue-id or set PASSCULTURE_VENUE, the number of the till's venue.",
                        "Donnez --venue-id ou PASSCULTURE_VENUE, le numéro du lieu de la caisse."))
            }
            return .provider(key: key, venue: venue, department: department)
        }
        guard let email = email ?? environmentValue("PASSCULTURE_EMAIL"), !email.isEmpty else {
            throw .usage(
                tr(
                    "Give --email or set PASSCULTURE_EMAIL, the partner's log-in; or --key-file, the vendor's key.",
                    "Donnez --email ou PASSCULTURE_EMAIL, l'identifiant du partenaire ; ou --key-file, la clé de l'éditeur."
                ))
        }
        guard let password = environmentValue("PASSCULTURE_PASSWORD"), !password.isEmpty else {
            throw .usage(
                tr(
                    "Put the password of \(email) into the environment variable PASSCULTURE_PASSWORD.",
                    "Mettez le mot de passe de \(email) dans la variable d'environnement PASSCULTURE_PASSWORD."))
        }
        return .portal(email: email, password: password)
    }

    /// The number of the till's venue, where one is given.
    var venue: Int? { venueID ?? environmentValue("PASSCULTURE_VENUE").flatMap { Int($0) } }

    /// The vendor's key, if there is one: of the file, or of the environment unless a log-in is given on the command line.
    private func key() throws(CommandExit) -> ProviderKey? {
        let text: String
        if let keyFile {
            do throws(InputFile.Failure) {
                text = String(decoding: try InputFile.read(keyFile), as: UTF8.self)
            } catch {
                let sentence = error.sentence(keyFile)
                throw .unreachable(tr(sentence.english, sentence.french))
            }
        } else if email == nil, let value = environmentValue("PASSCULTURE_KEY"), !value.isEmpty {
            text = value
        } else {
            return nil
        }
        do throws(PassCultureError) {
            return try ProviderKey(text)
        } catch {
            throw .usage("\(tr(error.cashier.english, error.cashier.french)) (\(error))")
        }
    }

    /// An account at a pass Culture.
    struct Account {
        fileprivate let url: String
        fileprivate let identity: DeskIdentity

        /// The clocks of a département, as its edition has them.
        func zone(ofDepartment department: String?) -> Zone {
            switch identity.edition {
            case .publicV1: .officialTime(inDepartment: department)
            case .prototype2018: .ofDepartment(department)
            }
        }

        /// Its desk with an outbox and settings.
        func desk(_ outbox: SQLiteOutbox, _ settings: Desk.Settings) throws(CommandExit) -> Desk {
            do throws(PassCultureError) {
                let product = Product("passculture-cli", version: KitVersion.current)
                let passCulture = PassCulture(try .custom(url), options: Options(product: product))
                return try passCulture.desk(as: identity, outbox: outbox, settings: settings)
            } catch {
                throw .usage("\(tr(error.cashier.english, error.cashier.french)) (\(error))")
            }
        }
    }
}
