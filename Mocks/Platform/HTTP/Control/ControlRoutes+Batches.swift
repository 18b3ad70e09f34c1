// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

extension ControlRoutes {
    /// The runs of the payments, oldest first and a thousand at a time unless told, and the files of each.
    var batchRoutes: [Route] {
        [
            route("GET", "/batches") { [service] call throws(WireError) in
                let after = max(0, call.query("after").flatMap { Int64($0) } ?? 0)
                let limit = max(0, call.query("limit").flatMap { Int64($0) } ?? 1_000)
                let rows = service.read { state, _ in
                    let end = Int64(state.batches.count)
                    let last = after < end ? after + min(limit, end - after) : after
                    return (after..<last).compactMap { number in
                        state.batches[Identifier(number + 1)].map { BatchRow($0, in: state) }
                    }
                }
                return .control(.array(rows.map(\.json)))
            },
            route("GET", "/batches/{n}/{file}") { [service] call throws(WireError) in
                guard let file = BatchFile(rawValue: call.parameters["file"] ?? "") else {
                    let names = BatchFile.allCases.map(\.rawValue).joined(separator: ", ")
                    throw .control("A batch has no such file", hint: "Its files are \(names).", status: 404)
                }
                return try Self.file(file, of: Identifier(Int64(call.parameters["n"] ?? "") ?? 0), in: service)
            },
        ]
    }

    /// A batch's file, under the name that it had as an attachment.
    static func file(
        _ file: BatchFile, of id: Identifier<PaymentBatch>, in service: Service
    ) throws(WireError) -> Answer {
        let found = service.read { state, _ in
            (batch: state.batches[id], document: file.document(of: id, in: state))
        }
        guard let batch = found.batch else {
            throw .control("No such batch: \(id.number)", hint: "GET /_control/batches lists them.", status: 404)
        }
        guard let document = found.document else {
            throw .control(
                "Batch \(id.number) has no order to the bank: nothing was to be transferred",
                hint: "Its details say what was paid and what waits: \(BatchFile.details.rawValue)", status: 404)
        }
        return Answer(status: 200, contentType: file.contentType, body: Array(document.text.utf8))
            .adding("Content-Disposition", "attachment; filename=\"\(file.name(of: batch))\"")
    }
}

/// A run of the payments as the control API lists it, gathered under the lock and written outside it.
struct BatchRow: Sendable {
    private let batch: PaymentBatch
    private let amount: Euros
    private let unprocessable: Int

    /// Gathers a batch.
    init(_ batch: PaymentBatch, in state: PlatformState) {
        self.batch = batch
        amount = batch.transferIDs.reduce(.zero) { $0 + (state.transfers[$1]?.amount ?? .zero) }
        unprocessable = batch.created.count { state.payments[$0]?.statuses.first?.state == .notProcessable }
    }

    /// The batch as the control API lists it.
    var json: JSONValue {
        var files: JSONObject = [:]
        for file in BatchFile.allCases {
            let hasFile = file != .transfers || !batch.transferIDs.isEmpty
            files[Self.key(file)] = hasFile ? .string("/_control/batches/\(batch.id.number)/\(file.rawValue)") : .null
        }
        return [
            "number": .number(JSONNumber(batch.id.number)), "at": WireJSON.date(batch.at),
            "messageId": .string(batch.messageID), "payments": Self.count(batch.created.count),
            "retried": Self.count(batch.retried.count), "unprocessable": Self.count(unprocessable),
            "transfers": Self.count(batch.transferIDs.count), "amount": WireJSON.euros(amount),
            "files": .object(files),
        ]
    }

    private static func key(_ file: BatchFile) -> String {
        switch file {
        case .transfers: "transfers"
        case .details: "details"
        case .wallets: "wallets"
        }
    }

    private static func count(_ count: Int) -> JSONValue { .number(JSONNumber(Int64(count))) }
}
