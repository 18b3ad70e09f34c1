// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Conformance
import DeskConsole
import JSON

/// What every suite of a vendor takes.
struct VendorOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            tr("File with the HMAC key, on one line.", "Fichier contenant la clé HMAC, sur une ligne."),
            valueName: "file"))
    var hmacKeyFile: String

    @Option(
        help: ArgumentHelp(
            tr(
                "File with a JSON object: fields of the calls that take the place of the made-up ones, such as stock_id.",
                "Fichier contenant un objet JSON : champs des appels qui remplacent ceux inventés, comme stock_id."),
            valueName: "file"))
    var payload: String?

    @OptionGroup var ownership: OwnershipOptions

    /// The key and the fields, read from their files.
    func setting() throws(CommandExit) -> VendorSetting {
        guard let key = SigningKey(try SecretFile.read(hmacKeyFile)) else {
            throw .usage(tr("The HMAC key is empty.", "La clé HMAC est vide."))
        }
        var setting = VendorSetting(key: key)
        if let payload { setting.fields = try VendorOptions.fields(payload) }
        return setting
    }

    /// The JSON object in a file.
    static func fields(_ path: String) throws(CommandExit) -> JSONObject {
        let bytes: [UInt8]
        do throws(InputFile.Failure) {
            bytes = try InputFile.read(path)
        } catch {
            let sentence = error.sentence(path)
            throw .unreachable(tr(sentence.english, sentence.french))
        }
        guard let object = (try? JSONValue(parsing: bytes))?.objectValue else {
            throw .usage(tr("\(path) holds no JSON object.", "\(path) ne contient pas un objet JSON."))
        }
        return object
    }
}
