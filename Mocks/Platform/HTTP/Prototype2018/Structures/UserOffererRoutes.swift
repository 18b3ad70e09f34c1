// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// People's attachments to structures (`contract 2018-12 §5.5`).
enum UserOffererRoutes {
    /// `GET /userOfferers/{offererId}`: the caller's own attachments to the structure; 201, as the service answered.
    static func list(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let id = try call.identifier("offererId", of: Offerer.self)
        let attachments = call.service.read { state, _ in
            state.userOfferers(of: person).filter { $0.offererID == id }
        }
        return .json(.array(attachments.map(UserOffererJSON.object)), status: 201)
    }

    /// `POST /userOfferers`: by people with rights on the structure, which the service forgot to ask for.
    static func create(_ call: Call) throws(WireError) -> Answer {
        _ = try call.signedIn()
        var reader = try FieldReader(call.jsonBody(), references: ["userId", "offererId"])
        let rights = reader.string("rights").flatMap(Rights.init(rawValue:))
        try reader.errors.throwIfAny()
        for key in ["offererId", "userId"] where (reader.value(key) ?? .null).isNull {
            throw .field(key, Sentences.requiredReference)
        }
        guard let rights, let userID = reader.identifier("userId", of: User.self),
            let offererID = reader.identifier("offererId", of: Offerer.self)
        else { throw WireError.technical.hinting(.unknownRights) }
        let command = Command.attachUser(by: call.caller.actor, userID, offererID, rights)
        let attachment: UserOfferer? = try call.perform(
            command,
            sentences: { refusal in
                switch refusal {
                case .unknown(.user): .field("userId", Sentences.unknownReference)
                case .unknown(.offerer): .field("offererId", Sentences.unknownReference)
                default: nil
                }
            },
            then: { state, _ in
                // No event: the person was attached already.
                state.userOfferer(of: userID, on: offererID)
            })
        guard let attachment else { throw .technical }
        return .json(UserOffererJSON.object(attachment), status: 201)
    }
}
