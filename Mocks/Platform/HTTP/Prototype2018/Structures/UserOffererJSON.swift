// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import JSON
package import PlatformDomain

/// A person's attachment to a structure on the wire (`contract 2018-12 §5.5`), without what the team's link carries.
package enum UserOffererJSON {
    /// The attachment.
    package static func object(_ attachment: UserOfferer) -> JSONObject {
        [
            "id": WireJSON.id(attachment.id),
            "modelName": "UserOfferer",
            "offererId": WireJSON.id(attachment.offererID),
            "rights": .string(attachment.rights.rawValue),
            "userId": WireJSON.id(attachment.userID),
        ]
    }
}
