// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The partner's own log-in, ready to be sent by Basic authentication (`contract 2018-12 §1.7`).
struct DeskLogIn: Hashable, Sendable, Masked {
    /// The value of the `Authorization` header.
    let authorization: String
    /// What must never be printed: the address, the password and both as they are sent.
    let secrets: [String]

    /// Prepares a log-in.
    ///
    /// Address and password are used letter by letter: the platform neither trims nor folds them (`contract 2018-12 §4.5`).
    ///
    /// - Throws: ``PassCultureError`` with the code ``PassCultureError/Code/invalidConfiguration`` when one of the two is
    ///   empty or holds a control character, or the address a colon, at which Basic authentication would cut it.
    init(email: String, password: String) throws(PassCultureError) {
        guard !email.isEmpty, !email.hasControlCharacter, !email.utf8.contains(UInt8(ascii: ":")) else {
            throw PassCultureError(
                .invalidConfiguration, detail: "the desk's e-mail is empty, or holds a colon or a control character")
        }
        guard !password.isEmpty, !password.hasControlCharacter else {
            throw PassCultureError(
                .invalidConfiguration, detail: "the desk's password is empty or holds a control character")
        }
        let encoded = base64(Array("\(email):\(password)".utf8))
        authorization = "Basic " + encoded
        secrets = [encoded, password, email]
    }
}
