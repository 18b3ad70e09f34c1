// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import DeskConsole
import JSON
import PassCulture

/// `passculture webhook`: the calls of pass Culture that a partner receives, checked and made by hand.
struct WebhookCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "webhook",
            abstract: tr(
                "Verifies or signs a call of pass Culture.", "Vérifie ou signe un appel du pass Culture."),
            discussion: tr(
                """
                A call that came, its body in a file:
                  passculture webhook verify --key-file hmac.key --signature 74722… < body
                A call of your own, for trying your receiver:
                  passculture webhook sign --key-file hmac.key < payload.json
                """,
                """
                Un appel reçu, son corps dans un fichier :
                  passculture webhook verify --key-file hmac.key --signature 74722… < corps
                Un appel à vous, pour essayer votre récepteur :
                  passculture webhook sign --key-file hmac.key < contenu.json
                """),
            subcommands: [Verify.self, Sign.self])
    }

    /// `passculture webhook verify`: prints the text that was signed.
    struct Verify: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                abstract: tr(
                    "Verifies the body on the standard input; prints the text that was signed.",
                    "Vérifie le corps lu sur l'entrée standard ; écrit le texte signé."),
                discussion: tr(
                    "Exit codes: 0 it is pass Culture's, 1 it is not, 2 a file or the input cannot be read, 3 bad usage.",
                    """
                    Codes de sortie : 0 appel du pass Culture, 1 appel d'un autre, 2 fichier ou entrée illisible, \
                    3 commande mal formée.
                    """))
        }

        @OptionGroup var key: WebhookKeyOption

        @Option(
            help: ArgumentHelp(
                tr("The value of PassCulture-Signature.", "La valeur de PassCulture-Signature."), valueName: "hex"))
        var signature: String

        @OptionGroup var common: CommonOptions

        func run() async throws {
            let verifier = WebhookVerifier(try key.read())
            let body = try WebhookKeyOption.standardInput()
            do throws(WebhookRefusal) {
                Output.bytes(try verifier.verify(body: body, signature: signature).bytes + Array("\n".utf8))
            } catch {
                throw CommandExit.failed(
                    tr("Not pass Culture's: \(error)", "Ce n'est pas un appel du pass Culture : \(error)"))
            }
        }
    }

    /// `passculture webhook sign`: prints the header and the body of a call.
    struct Sign: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                abstract: tr(
                    "Signs the JSON text on the standard input; prints header and body.",
                    "Signe le texte JSON lu sur l'entrée standard ; écrit l'en-tête et le corps."),
                discussion: tr(
                    "Exit codes: 0 signed, 2 a file or the input cannot be read, 3 bad usage, or no JSON.",
                    "Codes de sortie : 0 signé, 2 fichier ou entrée illisible, 3 commande mal formée, ou pas de JSON."))
        }

        @OptionGroup var key: WebhookKeyOption
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let key = try key.read()
            let text = WebhookKeyOption.line(try WebhookKeyOption.standardInput())
            guard (try? JSONValue(parsing: text)) != nil else {
                throw CommandExit.usage(
                    tr("The standard input holds no JSON.", "L'entrée standard ne contient pas de JSON."))
            }
            Output.line("\(WebhookVerifier.header): \(key.signature(of: text))")
            Output.line(JSONValue.string(String(decoding: text, as: UTF8.self)).text(.escapeNonASCII))
        }
    }
}

/// The file with the key by which pass Culture signs: an argument would be read in the list of processes.
struct WebhookKeyOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            tr("The file that holds the HMAC key.", "Le fichier qui contient la clé HMAC."), valueName: "file"))
    var keyFile: String

    /// The key in the file; a line break at its end is not part of it.
    ///
    /// - Throws: exit code 2 when the file cannot be read, 3 when it holds no key.
    func read() throws(CommandExit) -> HMACKey {
        let text = try SecretFile.read(keyFile)
        guard let key = try? HMACKey(text) else {
            throw .usage(tr("\(keyFile) holds no HMAC key.", "\(keyFile) ne contient pas de clé HMAC."))
        }
        return key
    }

    /// What came on the standard input.
    ///
    /// - Throws: exit code 2 when it cannot be read.
    static func standardInput() throws(CommandExit) -> [UInt8] {
        do throws(InputFile.Failure) { return try InputFile.standardInput() } catch {
            let sentence = error.sentence("stdin")
            throw .unreachable(tr(sentence.english, sentence.french))
        }
    }

    /// The bytes without the line break that editors put at the end of a file.
    static func line(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        if bytes.last == 0x0A { bytes.removeLast() }
        if bytes.last == 0x0D { bytes.removeLast() }
        return bytes
    }
}
