// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Event {
    /// The events by which a structure gets its administrator and its account (`guide G29`, `G30`), as they are kept.
    var storedAdministration: StoredEvent {
        switch self {
        case .administratorAsked(let id, let email, let instant):
            StoredEvent("administratorAsked", ["offerer": id, "email": email, "at": instant])
        case .administratorProposed(let id, let name, let email):
            StoredEvent("administratorProposed", ["offerer": id, "name": name, "email": email])
        case .administratorAddressValidated(let id, let address):
            StoredEvent("administratorAddressValidated", ["offerer": id, "address": address])
        case .ribFiled(let payee, let rib):
            StoredEvent(
                "ribFiled",
                [
                    "offerer": payee.offererID, "venue": payee.venueID, "form": rib.form, "byteCount": rib.byteCount,
                    "digest": rib.digest, "filedAt": rib.filedAt,
                ])
        case .bankDetailsRefused(let payee, let reason):
            StoredEvent(
                "bankDetailsRefused", ["offerer": payee.offererID, "venue": payee.venueID, "reason": reason])
        default: preconditionFailure("every other event is written elsewhere")
        }
    }

    /// Reads one of these; nothing if it is another.
    static func administration(_ stored: StoredEvent) throws(StoredError) -> Event? {
        switch stored.kind {
        case "administratorAsked":
            .administratorAsked(
                try stored.value("offerer"), email: try stored.value("email"), at: try stored.value("at"))
        case "administratorProposed":
            .administratorProposed(
                try stored.value("offerer"), name: try stored.value("name"), email: try stored.value("email"))
        case "administratorAddressValidated":
            .administratorAddressValidated(try stored.value("offerer"), try stored.value("address"))
        case "ribFiled":
            .ribFiled(
                try payee(stored),
                RIB(
                    form: try stored.value("form"), byteCount: try stored.value("byteCount"),
                    digest: try stored.value("digest"), filedAt: try stored.value("filedAt")))
        case "bankDetailsRefused": .bankDetailsRefused(try payee(stored), reason: try stored.value("reason"))
        default: nil
        }
    }

    private static func payee(_ stored: StoredEvent) throws(StoredError) -> Payee {
        if let id: Identifier<Offerer> = try stored.value("offerer") { return .offerer(id) }
        return .venue(try stored.value("venue"))
    }
}

extension Payee {
    /// The structure, if it is one.
    fileprivate var offererID: Identifier<Offerer>? {
        if case .offerer(let id) = self { id } else { nil }
    }

    /// The venue, if it is one.
    fileprivate var venueID: Identifier<Venue>? {
        if case .venue(let id) = self { id } else { nil }
    }
}
