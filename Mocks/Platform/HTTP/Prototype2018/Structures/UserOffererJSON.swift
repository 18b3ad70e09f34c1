// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// A person's attachment to a structure on the wire (`contract 2018-12 §5.5`), without what the team's link carries.
enum UserOffererJSON {
    /// The attachment.
    static func object(_ attachment: UserOfferer) -> JSONValue {
        [
            "id": WireJSON.id(attachment.id), "modelName": "UserOfferer",
            "offererId": WireJSON.id(attachment.offererID), "rights": .string(attachment.rights.rawValue),
            "userId": WireJSON.id(attachment.userID),
        ]
    }
}
