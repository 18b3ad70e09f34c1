// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// What the guide promises and the service did not have; under `observed` these routes answer 404.
extension Operations {
    /// A table, for a spreadsheet or to be printed.
    static let tables: [Reply] = [
        Reply.content("text/csv", "All of it for a spreadsheet.").with("Content-Disposition"),
        .text(200, "All of it to be printed."),
    ]

    private static let format = Parameter.query(
        "format", Schema(["type": "string", "pattern": "^([jJ][sS][oO][nN]|[cC][sS][vV]|[hH][tT][mM][lL])?$"]),
        "json, csv or html; unless given, what Accept asks for.")

    private static func rib(_ path: String, _ whose: (String, String)) -> [Operation] {
        [
            Operation(
                "POST", "/\(path)/{id}/rib", "Files the RIB of \(whose.0) · Dépose le RIB \(whose.1)",
                tag: "Structures",
                body: .form(
                    .object(
                        [("rib", Schema(["type": "string", "format": "binary"]).saying("PDF, PNG or JPEG."))],
                        required: ["rib"])),
                [.json(201, .ref("FiledRIB")), wrongFields, noRights]),
            Operation(
                "GET", "/\(path)/{id}/rib", "The RIB of \(whose.0) · Le RIB \(whose.1)", tag: "Structures",
                ribFile + [noRights]),
        ]
    }

    /// The guide's own routes: G22, G26, G30, G33.
    static let guide: [Operation] =
        rib("offerers", ("a structure", "d'une structure")) + rib("venues", ("a venue", "d'un lieu")) + [
            Operation(
                "GET", "/offerers/{id}/transfers", "What a structure was transferred · Les virements reçus",
                tag: "Structures", query: [format, .page],
                [.json(200, .list(.ref("ReceivedTransfer")))] + tables + [wrongFields, noRights]),
            Operation(
                "GET", "/eventOccurrences/{id}/attendees", "Who comes to a date, to be printed · Les inscrits",
                tag: "Dates", query: [format],
                [.json(200, .ref("Attendees"))] + tables + [
                    .errors(400, "Too early, or no such format."), .errors(410, "All are validated or reimbursed."),
                    noRights,
                ]),
            Operation(
                "GET", "/offers/{id}/conversion", "How many who booked came · Le taux de conversion", tag: "Offers",
                [
                    .json(
                        200,
                        .exactly([
                            ("offerId", .id), ("booked", .integer), ("validated", .integer), ("cancelled", .integer),
                            ("conversionPercent", .number.orNull),
                        ])),
                    noRights,
                ]),
        ]
}
