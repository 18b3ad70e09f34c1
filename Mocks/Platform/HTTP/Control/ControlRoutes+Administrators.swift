// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

extension ControlRoutes {
    /// The team's part in naming the administrator and in judging bank details, step by step (`guide G29`, `G30`).
    var administratorRoutes: [Route] {
        [
            route("GET", "/administrators") { [service] call throws(WireError) in
                let id = try Self.offerer(in: call)
                let found = service.read { state, _ in
                    state.offerers[id].map { ($0, Self.administrator(of: $0, in: state)) }
                }
                guard let (offerer, user) = found else { throw .control(.unknown(.offerer)) }
                return .control(Self.appointment(of: offerer, administrator: user))
            },
            route("POST", "/administrators/ask") { [service] call throws(WireError) in
                let body = try ControlBody(call)
                let id: Identifier<Offerer> = try body.identifier("offererId")
                return try Self.perform(service, .askForAdministrator(id, email: body.email("email")), on: id)
            },
            route("POST", "/administrators/answer") { [service] call throws(WireError) in
                let body = try ControlBody(call)
                let id: Identifier<Offerer> = try body.identifier("offererId")
                let name = body.has("name") ? try body.string("name") : nil
                let command = Command.proposeAdministrator(id, name: name, email: try body.email("email"))
                return try Self.perform(service, command, on: id)
            },
            route("POST", "/administrators/validate") { [service] call throws(WireError) in
                let body = try ControlBody(call)
                let id: Identifier<Offerer> = try body.identifier("offererId")
                guard let address = Appointment.Address(rawValue: try body.string("mail")) else {
                    throw .control("mail is neither mail", hint: "Give \"structure\" or \"administrator\".")
                }
                return try Self.perform(service, .validateAddress(id, address), on: id)
            },
            route("GET", "/bankDetails") { [service] _ throws(WireError) in
                .control(.array(service.read { state, _ in Self.accounts(in: state) }))
            },
            route("POST", "/bankDetails/refuse") { [service] call throws(WireError) in
                let body = try ControlBody(call)
                let payee = try Self.payee(in: body)
                let reason = try body.string("reason").trimmed
                guard !reason.isEmpty else {
                    throw .control("reason is empty", hint: "The administrator reads it in a mail: say what to mend.")
                }
                try Self.perform(service, .refuseBankDetails(payee, reason: reason))
                return .control([
                    RIBRoutes.key(of: payee): RIBRoutes.id(of: payee), "isAccepted": false, "reason": .string(reason),
                ])
            },
            route("GET", "/rib") { [service] call throws(WireError) in
                guard let file = service.ribFile(of: try Self.payee(in: call)) else {
                    throw .control(
                        "No RIB is filed for these bank details", hint: "GET /_control/bankDetails lists them.",
                        status: 404)
                }
                return try RIBRoutes.answer(file)
            },
        ]
    }

    // MARK: Reading

    private static func payee(in body: ControlBody) throws(WireError) -> Payee {
        body.has("venueId")
            ? .venue(try body.identifier("venueId")) : .offerer(try body.identifier("offererId"))
    }

    private static func payee(in call: Call) throws(WireError) -> Payee {
        if let text = call.query("venueId"), !text.isEmpty {
            guard let id: Identifier<Venue> = try? HumanizedID.identifier(text) else {
                throw .control("venueId is no id", hint: "Give its public id, as the routes answer it: ?venueId=AE.")
            }
            return .venue(id)
        }
        return .offerer(try offerer(in: call))
    }

    private static func offerer(in call: Call) throws(WireError) -> Identifier<Offerer> {
        guard let text = call.query("offererId"), let id: Identifier<Offerer> = try? HumanizedID.identifier(text) else {
            throw .control(
                "offererId is missing or no id", hint: "Give its public id, as the routes answer it: ?offererId=AE.")
        }
        return id
    }

    // MARK: Writing

    private static func perform(
        _ service: Service, _ command: Command, on id: Identifier<Offerer>
    ) throws(WireError) -> Answer {
        try perform(service, command)
        let found = service.read { state, _ in state.offerers[id].map { ($0, administrator(of: $0, in: state)) } }
        guard let (offerer, user) = found else { throw .control(.unknown(.offerer)) }
        return .control(appointment(of: offerer, administrator: user))
    }

    /// The account of the administrator, once there is one.
    private static func administrator(of offerer: Offerer, in state: PlatformState) -> User? {
        offerer.administratorEmail.flatMap { state.user(email: $0) }
            .flatMap { state.rights(of: $0.id, on: offerer.id) == .admin ? $0 : nil }
    }

    private static func appointment(of offerer: Offerer, administrator: User?) -> JSONValue {
        let appointment = offerer.appointment
        func isValidated(_ address: Appointment.Address) -> JSONValue {
            .bool(appointment?.validated.contains(address) ?? false)
        }
        return [
            "offererId": WireJSON.id(offerer.id), "structureMail": WireJSON.text(appointment?.structureEmail),
            "askedAt": WireJSON.date(appointment?.askedAt),
            "name": WireJSON.text(appointment?.administratorName),
            "administratorMail": WireJSON.text(appointment?.administratorEmail),
            "structureMailValidated": isValidated(.structure),
            "administratorMailValidated": isValidated(.administrator),
            "email": WireJSON.text(offerer.administratorEmail), "hasAccount": .bool(administrator != nil),
        ]
    }

    /// All bank details entered, oldest structure first, each structure's own before those of its venues.
    private static func accounts(in state: PlatformState) -> [JSONValue] {
        state.offerers.records.flatMap { offerer -> [JSONValue] in
            let payees = [Payee.offerer(offerer.id)] + state.venues(of: offerer.id).map { .venue($0.id) }
            return payees.compactMap { payee in
                state.bankDetails(of: payee).map { details in
                    let rib = state.rib(of: payee).map { JSONValue.object(RIBRoutes.json($0, of: payee)) }
                    return [
                        RIBRoutes.key(of: payee): RIBRoutes.id(of: payee), "name": .string(offerer.name),
                        "iban": .string(details.iban), "bic": .string(details.bic),
                        "isAccepted": .bool(details.isAccepted), "rib": rib ?? .null,
                    ]
                }
            }
        }
    }
}
