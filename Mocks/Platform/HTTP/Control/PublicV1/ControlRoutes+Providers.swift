// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

extension ControlRoutes {
    /// Providers, the venues that let them act for them, and how often they may call.
    var providerRoutes: [Route] {
        [
            route("POST", "/providers") { [service] call throws(WireError) in try Self.makeProvider(call, service) },
            route("GET", "/providers") { [service] _ throws(WireError) in
                let rows = service.read { state, _ in
                    state.providers.records.map { Self.json($0, in: state) }
                }
                return .control(.array(rows.map { .object($0) }))
            },
            route("PATCH", "/providers/{n}") { [service] call throws(WireError) in
                let body = try ControlBody(call)
                try body.allowOnly(["isActive"])
                let id = Identifier<Provider>(Int64(call.parameters["n"] ?? "") ?? 0)
                var changes = PartnerChanges()
                changes.isActive = try body.bool("isActive")
                let provider = try Self.performPublicV1(service, .updateProvider(id, changes)) { state, _ in
                    state.providers[id].map { Self.json($0, in: state) }
                }
                return .control(.object(provider ?? JSONObject()))
            },
            route("POST", "/venueLinks") { [service] call throws(WireError) in
                let body = try ControlBody(call)
                try body.allowOnly(["providerId", "venueId", "isActive"])
                let providerID: Identifier<Provider> = try body.record("providerId")
                let venueID: Identifier<Venue> = try body.record("venueId")
                let isActive = try body.has("isActive") ? body.bool("isActive") : true
                try Self.performPublicV1(service, .linkVenue(providerID, venueID)) { _, _ in () }
                var changes = PartnerChanges()
                changes.isActive = isActive
                try Self.performPublicV1(service, .updateLink(providerID, venueID, changes)) { _, _ in () }
                return .control([
                    "providerId": PublicJSON.id(providerID), "venueId": PublicJSON.id(venueID),
                    "isActive": .bool(isActive),
                ])
            },
            route("GET", "/rateLimit") { [service] _ throws(WireError) in Self.told(service.rateLimiter.limit) },
            route("PUT", "/rateLimit") { [service] call throws(WireError) in
                let body = try ControlBody(call)
                try body.allowOnly(["perMinute"])
                let limit = try body.has("perMinute") ? body.int("perMinute", in: 1...1_000_000) : nil
                service.rateLimiter.limit = limit
                return Self.told(limit)
            },
        ]
    }

    /// How many calls a minute are answered; null for any number.
    private static func told(_ limit: Int?) -> Answer {
        .control(["perMinute": limit.map { .number(JSONNumber($0)) } ?? .null])
    }

    /// Makes a provider; only this answer tells its key, and what calls to it are signed with.
    private static func makeProvider(_ call: Call, _ service: Service) throws(WireError) -> Answer {
        let body = try ControlBody(call)
        try body.allowOnly([
            "name", "apiKey", "hmacKey", "isActive", "notificationUrl", "bookingUrl", "cancelUrl", "logoUrl",
        ])
        let key =
            try body.has("apiKey")
            ? body.string("apiKey") : "local_\(service.drawnText(length: 8))_\(service.drawnText(length: 32))"
        let hmacKey = try body.has("hmacKey") ? body.string("hmacKey") : service.drawnText(length: 43)
        var draft = ProviderDraft(
            name: try body.text("name") ?? "Logiciel de caisse",
            keyDigest: Digest.sha256(Array(key.utf8)), hmacKey: Secret(hmacKey))
        if body.has("isActive") { draft.isActive = try body.bool("isActive") }
        draft.urls = PartnerURLs(
            notification: try body.calledAddress("notificationUrl"), booking: try body.calledAddress("bookingUrl"),
            cancel: try body.calledAddress("cancelUrl"))
        draft.logoURL = try body.text("logoUrl")
        let provider = try performPublicV1(service, .createProvider(draft)) { state, _ in
            state.providers[Identifier(Int64(state.providers.count))].map { Self.json($0, in: state) }
        }
        var json = provider ?? JSONObject()
        json["apiKey"] = .string(key)
        json["hmacKey"] = .string(hmacKey)
        return .control(.object(json), status: 201)
    }

    private static func json(_ provider: Provider, in state: PlatformState) -> JSONObject {
        let venues = state.venueLinks(of: provider.id).filter(\.isActive).map(\.venueID)
        return [
            "id": PublicJSON.id(provider.id), "name": .string(provider.name), "isActive": .bool(provider.isActive),
            "venueIds": .array(venues.map { PublicJSON.id($0) }), "logoUrl": WireJSON.text(provider.logoURL),
            "notificationUrl": WireJSON.text(provider.urls.notification),
            "bookingUrl": WireJSON.text(provider.urls.booking), "cancelUrl": WireJSON.text(provider.urls.cancel),
        ]
    }
}

extension ControlBody {
    /// A text, or nothing.
    func text(_ key: String) throws(WireError) -> String? { try has(key) ? string(key) : nil }

    /// An address at which the platform is to call, or nothing.
    func calledAddress(_ key: String) throws(WireError) -> String? {
        guard let url = try text(key) else { return nil }
        if let flaw = PartnerAddress.flaw(of: url) {
            throw .control("\(key) cannot be called: \(flaw)", hint: "Write it like http://127.0.0.1:9000/book.")
        }
        return url
    }

    /// A record, by its number as today's edition writes it or by its public identifier.
    func record<Record>(_ key: String, of record: Record.Type = Record.self) throws(WireError) -> Identifier<Record> {
        if isText(key) { return try identifier(key) }
        return Identifier(Int64(try int(key, in: 1...Int.max)))
    }

    /// A record, or nothing.
    func recordIfAny<Record>(
        _ key: String, of record: Record.Type = Record.self
    ) throws(WireError) -> Identifier<Record>? { try has(key) ? self.record(key) : nil }
}
