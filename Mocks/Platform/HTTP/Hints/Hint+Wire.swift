// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

// What any request can run into (`contract 2018-12 §1`).
extension Hint {
    /// No `Origin`.
    static let noOrigin = Hint(
        "Send the header Origin: https://pro.passculture-integration.beta.gouv.fr (or app. or team.), or this platform's own address."
    )
    /// An `Origin` that is not let in.
    static let foreignOrigin = Hint(
        "This Origin is not let in: pro., app. and team.passculture-integration.beta.gouv.fr are, and this platform's own address."
    )
    /// No such path.
    static let noSuchRoute = Hint("No route has this path: GET /openapi.json lists them all.")
    /// A path of the public API v1, on a platform of the portal alone.
    static let ofToday = Hint(
        "This route is of the public API v1, which this platform does not serve: start it with --edition publicV1, or both."
    )
    /// A path of the portal, on a platform of today alone.
    static let of2018 = Hint(
        "This route is of the portal of 2018, which this platform does not serve: start it with --edition prototype2018, or both."
    )
    /// A path that other methods answer.
    static let otherMethod = Hint("This path takes other methods: the header Allow lists them.")
    /// A well-formed identifier of nothing.
    static let unknownRecord = Hint(
        "The identifier is well-formed, but nothing of that kind has it here: send those that this platform answered since its last reset."
    )
    /// What spells no identifier.
    static let noIdentifier = Hint(
        "This is no public identifier: they are texts of capitals and the digits 2 to 9, such as AE, as this platform answers them."
    )
    /// A body that is not announced as JSON.
    static let noContentType = Hint("Send the body as JSON, with the header Content-Type: application/json.")
    /// A body that is no JSON object.
    static let noObject = Hint("The body is no JSON object, or holds something that is no JSON.")
    /// A date that is none.
    static let noDate = Hint(
        "Write dates like 2018-12-24T19:30:00Z: in UTC, without an offset, and leave the key out for none.")
    /// Nobody is signed in.
    static let nobody = Hint(
        "Nobody is signed in: send Authorization: Basic, or the cookie session that POST /users/signin answers.")

    /// The hints of this page.
    static let wire = [
        noOrigin, foreignOrigin, noSuchRoute, ofToday, of2018, otherMethod, unknownRecord, noIdentifier, noContentType,
        noObject, noDate, nobody,
    ]
}
