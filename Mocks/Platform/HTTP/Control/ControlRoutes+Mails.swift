// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

extension ControlRoutes {
    /// What the mailbox holds, and what comes with its mails.
    var mailRoutes: [Route] {
        [
            route("GET", "/mails") { [service] call throws(WireError) in
                let mails = service.mails(to: call.query("to"))
                return .control(.array(mails.map(Self.mail))).adding("X-Dropped-Mails", String(service.droppedMails))
            },
            route("GET", "/mails/{n}") { [service] call throws(WireError) in
                .control(Self.mail(try Self.mail(call, service)))
            },
            route("GET", "/mails/{n}/attachments/{k}") { [service] call throws(WireError) in
                let mail = try Self.mail(call, service)
                guard let number = Int(call.parameters["k"] ?? ""), number > 0, number <= mail.attachments.count else {
                    throw .control(
                        "Mail \(mail.number) has no such attachment",
                        hint: "It has \(mail.attachments.count), counted from 1.", status: 404)
                }
                let attachment = mail.attachments[number - 1]
                return try Self.file(attachment.file, of: attachment.batch.id, in: service)
            },
        ]
    }

    private static func mail(_ call: Call, _ service: Service) throws(WireError) -> Mail {
        let number = call.parameters["n"] ?? ""
        guard let mail = Int(number).flatMap({ service.mail($0) }) else {
            throw .control(
                "No such mail: \(number)",
                hint: "GET /_control/mails lists them; X-Dropped-Mails counts those that the mailbox let go.",
                status: 404)
        }
        return mail
    }

    private static func mail(_ mail: Mail) -> JSONValue {
        [
            "number": .number(JSONNumber(Int64(mail.number))),
            "from": ["name": .string(mail.from.name), "email": .string(mail.from.address)],
            "to": .array(mail.to.map { .string($0) }), "subject": .string(mail.subject),
            "html": .string(mail.html), "text": .string(mail.text), "at": .string(mail.at.iso8601),
            "attachments": .array(
                mail.attachments.enumerated().map { index, attachment in
                    [
                        "name": .string(attachment.name), "type": .string(attachment.file.contentType),
                        "href": .string("/_control/mails/\(mail.number)/attachments/\(index + 1)"),
                    ]
                }),
        ]
    }
}
