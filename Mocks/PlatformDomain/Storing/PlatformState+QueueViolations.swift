// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension PlatformState {
    /// What is wrong with what falls due and what waits to be paid: references that lead nowhere, and a fortnight's payments that never come.
    var queueViolations: [String] { queueReferences + sumReferences + batchViolations }

    private var queueReferences: [String] {
        var found: [String] = []
        for entry in dueEntries {
            switch entry.what {
            case .pickUpExpired(let id), .bookingPayable(let id), .eventTookPlace(let id):
                if bookings[id] == nil { found.append("\(id), of which something is due, leads nowhere") }
            case .bookingRecap(let id):
                if stocks[id] == nil { found.append("\(id), of which something is due, leads nowhere") }
            case .eanOrder, .cinemaOrder, .paymentBatch: break
            }
        }
        return found
    }

    private var sumReferences: [String] {
        var found: [String] = []
        for id in payable.keys.sorted() where bookings[id] == nil {
            found.append("\(id), which is payable, leads nowhere")
        }
        for id in unprocessable.keys.sorted() {
            let waiting = unprocessable[id] ?? []
            if venues[id] == nil || waiting.contains(where: { payments[$0] == nil }) {
                found.append("a payment that waits for an account of \(id) leads nowhere")
            }
        }
        for id in reimbursable.keys.sorted() where offerers[id] == nil {
            found.append("\(id), to which something was reimbursed, leads nowhere")
        }
        for key in revenue.keys.sorted() where venues[key.venueID] == nil {
            found.append("\(key.venueID), which earned something in \(key.year), leads nowhere")
        }
        return found
    }

    /// An entry of an earlier fortnight may still stand in the queue; the next one always does.
    private var batchViolations: [String] {
        let isDue = dueEntries.contains { $0.what == .paymentBatch && $0.at >= nextBatch }
        return isDue ? [] : ["no fortnight's payments are due"]
    }

    private var dueEntries: some Sequence<DueQueue.Entry> { (0..<due.count).lazy.map { due.heap[$0] } }
}
