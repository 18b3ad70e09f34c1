// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import TestSupport

/// A way in which a platform of today's edition does not carry a journey to its end: what becomes of its answers on their way.
enum PublicJourneyFlaw: String, CaseIterable, Sendable {
    case tellsAnotherWindow, keepsTheCredit, neverUsesByItself, validatesTooEarly, keepsWhatNobodyFetched
    case keepsWhatNobodyWatched, paysNothing, paysACentTooLittle, paysBooksInFull, paysForFilms, issuesNoTicket
    case booksWhatIsSoldOut, keepsTickets, createsEvents, acceptsUpserts, refusesAddresses

    /// The journey that shows it.
    var journey: String {
        switch self {
        case .tellsAnotherWindow, .keepsTheCredit, .neverUsesByItself, .validatesTooEarly, .paysNothing,
            .paysACentTooLittle, .createsEvents:
            "event"
        case .keepsWhatNobodyFetched, .paysBooksInFull, .acceptsUpserts: "book-by-ean"
        case .keepsWhatNobodyWatched, .paysForFilms, .refusesAddresses: "digital-product"
        case .issuesNoTicket, .booksWhatIsSoldOut, .keepsTickets: "ticketed-event"
        }
    }

    /// The step that stops the journey, and the requirement that turns red with the journey's own.
    var stops: (step: String, requirement: String) {
        switch self {
        case .tellsAnotherWindow: ("booking", "PC-V1-401")
        case .keepsTheCredit: ("cancel-by-young", "PC-V1-414")
        case .neverUsesByItself: ("used-by-itself", "PC-V1-402")
        case .validatesTooEarly: ("too-early", "PC-V1-016")
        case .keepsWhatNobodyFetched: ("never-fetched", "PC-V1-403")
        case .keepsWhatNobodyWatched: ("never-fetched", "PC-V1-404")
        case .paysNothing: ("transfer", "PC-V1-405")
        case .paysACentTooLittle: ("rates", "PC-V1-407")
        case .paysBooksInFull: ("rates", "PC-V1-406")
        case .paysForFilms: ("never-paid", "PC-V1-408")
        case .issuesNoTicket: ("tickets", "PC-V1-409")
        case .booksWhatIsSoldOut: ("sold-out", "PC-V1-410")
        case .keepsTickets: ("tickets-back", "PC-V1-411")
        case .createsEvents: ("event", "PC-V1-412")
        case .acceptsUpserts: ("upsert", "PC-V1-413")
        case .refusesAddresses: ("film", "PC-V1-415")
        }
    }

    /// Makes the answer to a call.
    func answer(_ call: ForwardedCall) -> ForwardedCall.Reply {
        let reply = call.reply()
        return mutated(reply, to: call) ?? reply
    }

    /// What is made of an answer; nil leaves it.
    private func mutated(_ reply: ForwardedCall.Reply, to call: ForwardedCall) -> ForwardedCall.Reply? {
        typealias Reply = ForwardedCall.Reply
        let isPost = call.request.method == "POST"
        switch self {
        case .tellsAnotherWindow:
            return listed(reply, call) { $0["confirmationDate"] = $0["creationDate"] }
        case .keepsTheCredit:
            return listed(reply, call) { if $0["userFirstName"] == "Noé" { $0["status"] = "CONFIRMED" } }
        case .neverUsesByItself:
            return listed(reply, call) { if $0["userFirstName"] == "Noé" { Self.replace("USED", &$0) } }
        case .validatesTooEarly: return reply.says(403, "Vous pourrez valider") ? Reply(204) : nil
        case .keepsWhatNobodyFetched: return listed(reply, call) { Self.replace("CANCELLED", &$0) }
        case .keepsWhatNobodyWatched: return listed(reply, call) { Self.replace("CANCELLED", &$0) }
        case .paysNothing: return call.path == "/_control/transfers" ? Reply(200, "[]") : nil
        case .paysACentTooLittle: return transferred(reply, call) { $0 - 1 }
        case .paysBooksInFull: return transferred(reply, call) { $0 == 28_500 ? 30_000 : $0 }
        case .paysForFilms:
            guard call.isList, call.ask("/_control/transfers").json?.arrayValue?.isEmpty == false else { return nil }
            return listed(reply, call) { if $0["userFirstName"] == "Ivo" { Self.replace("USED", &$0, "REIMBURSED") } }
        case .issuesNoTicket:
            guard isPost, call.path == "/_control/bookings", var made = reply.json?.objectValue else { return nil }
            made["tickets"] = nil
            return Reply(reply.status, JSONValue.object(made).text)
        case .booksWhatIsSoldOut:
            return isPost && call.path == "/_control/bookings" && reply.status >= 400 ? Reply(201, "{}") : nil
        case .keepsTickets:
            guard call.path == "/_control/journal", let calls = reply.json?["entries"]?.arrayValue else { return nil }
            let kept = calls.filter { $0["call"]?["kind"] != "ticketCancellation" }
            return Reply(200, JSONValue.object(["entries": .array(kept)]).text)
        case .createsEvents:
            return isPost && call.path == "/public/offers/v1/events" && reply.status == 200
                ? Reply(201, reply.body) : nil
        case .acceptsUpserts: return isPost && call.path.hasSuffix("/products/ean") ? Reply(202, "{}") : nil
        case .refusesAddresses:
            return isPost && call.path == "/public/offers/v1/products" ? Reply(400, "{\"location\":[\"non\"]}") : nil
        }
    }

    private static func replace(_ status: JSONValue, _ row: inout JSONObject, _ other: JSONValue = "CONFIRMED") {
        if row["status"] == status { row["status"] = other }
    }

    /// A list of bookings of which each row is changed.
    private func listed(
        _ reply: ForwardedCall.Reply, _ call: ForwardedCall, _ change: (inout JSONObject) -> Void
    ) -> ForwardedCall.Reply? {
        guard call.isList, let rows = reply.json?["bookings"]?.arrayValue else { return nil }
        let changed = rows.map { row -> JSONValue in
            guard var object = row.objectValue else { return row }
            change(&object)
            return .object(object)
        }
        return ForwardedCall.Reply(reply.status, JSONValue.object(["bookings": .array(changed)]).text)
    }

    /// A list of transfers of which each booking brings something else.
    private func transferred(
        _ reply: ForwardedCall.Reply, _ call: ForwardedCall, _ change: (Int64) -> Int64
    ) -> ForwardedCall.Reply? {
        guard call.path == "/_control/transfers", let transfers = reply.json?.arrayValue else { return nil }
        let changed = transfers.map { transfer -> JSONValue in
            guard var object = transfer.objectValue, let lines = transfer["bookings"]?.arrayValue else {
                return transfer
            }
            var sum: Int64 = 0
            let other = lines.map { line -> JSONValue in
                guard var row = line.objectValue, let cents = line["amount"]?.numberValue?.scaled(2) else {
                    return line
                }
                sum += change(cents)
                row["amount"] = .number(JSONNumber(cents: change(cents)))
                return .object(row)
            }
            object["bookings"] = .array(other)
            object["amount"] = .number(JSONNumber(cents: sum))
            return .object(object)
        }
        return ForwardedCall.Reply(200, JSONValue.array(changed).text)
    }
}
