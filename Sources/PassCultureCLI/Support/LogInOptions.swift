// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
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

    /// The account that the options and the environment name.
    func account() throws(CommandExit) -> Account {
        guard let url = url ?? environmentValue("PASSCULTURE_URL") else {
            throw .usage(
                tr(
                    "Which pass Culture? Give --url or set PASSCULTURE_URL (a local one: passculture mock).",
                    "Quel pass Culture ? Donnez --url ou PASSCULTURE_URL (pour un local : passculture mock)."))
        }
        guard let email = email ?? environmentValue("PASSCULTURE_EMAIL"), !email.isEmpty else {
            throw .usage(
                tr(
                    "Give --email or set PASSCULTURE_EMAIL, the partner's log-in.",
                    "Donnez --email ou PASSCULTURE_EMAIL, l'identifiant du partenaire."))
        }
        guard let password = environmentValue("PASSCULTURE_PASSWORD"), !password.isEmpty else {
            throw .usage(
                tr(
                    "Put the password of \(email) into the environment variable PASSCULTURE_PASSWORD.",
                    "Mettez le mot de passe de \(email) dans la variable d'environnement PASSCULTURE_PASSWORD."))
        }
        return Account(url: url, email: email, password: password)
    }

    /// An account at a pass Culture.
    struct Account {
        fileprivate let url: String
        fileprivate let email: String
        fileprivate let password: String

        /// Its desk with an outbox and settings.
        func desk(_ outbox: SQLiteOutbox, _ settings: Desk.Settings) throws(CommandExit) -> Desk {
            do throws(PassCultureError) {
                let product = Product("passculture-cli", version: KitVersion.current)
                let passCulture = PassCulture(try .custom(url), options: Options(product: product))
                return try passCulture.desk(email: email, password: password, outbox: outbox, settings: settings)
            } catch {
                throw .usage("\(tr(error.cashier.english, error.cashier.french)) (\(error))")
            }
        }
    }
}
