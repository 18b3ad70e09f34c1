// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension PlatformState {
    /// Everything that the state is made of but its indexes, which are made anew from it; references point to what comes before.
    ///
    /// What is added to the state is added here too: a test compares this list with the state's properties.
    package static let parts: [StatePart] =
        [
            head, StatePart("users", \.users), StatePart("sessions", \.sessions), StatePart("offerers", \.offerers),
            StatePart("userOfferers", \.userOfferers), StatePart("venues", \.venues), StatePart("products", \.products),
            StatePart("offers", \.offers), StatePart("occurrences", \.occurrences), StatePart("stocks", \.stocks),
            StatePart("mediations", \.mediations), StatePart("recommendations", \.recommendations),
            StatePart("bookings", \.bookings), StatePart("payments", \.payments), StatePart("transfers", \.transfers),
            StatePart("batches", \.batches),
            due, payable, unprocessable, reimbursable,
        ] + publicV1Parts

    /// The parts of today's edition, which what was kept before it knows nothing of.
    private static let publicV1Parts: [StatePart] = [
        StatePart("providers", \.providers), StatePart("venueLinks", \.venueLinks),
        StatePart("publishedOffers", \.publishedOffers), StatePart("priceCategories", \.priceCategories),
        StatePart("publishedStocks", \.publishedStocks), StatePart("bookingTerms", \.bookingTerms), revenue,
        StatePart("tickets", \.tickets), StatePart("returnedBarcodes", \.returnedBarcodes),
        StatePart("notices", \.notices), StatePart("addresses", \.addresses), StatePart("eanOrders", \.eanOrders),
        StatePart("cinemaOrders", \.cinemaOrders), heldUntil,
    ].map(\.laterAddition)

    private static let revenue = StatePart(
        "revenue",
        rows: { state in
            state.revenue.keys.sorted().map { StateRows.Revenue($0, state.revenue[$0] ?? .zero) }
        },
        count: { $0.revenue.count }, add: { state, row in state.revenue[row.venueYear] = row.amount })

    private static let heldUntil = StatePart(
        "heldUntil",
        rows: { state in
            state.heldUntil.keys.sorted().compactMap { id in state.heldUntil[id].map { StateRows.Held(id, until: $0) } }
        },
        count: { $0.heldUntil.count }, add: { state, row in state.heldUntil[row.booking] = row.until })

    private static let head = StatePart(
        "head", rows: { [StateRows.Head($0)] }, count: { _ in 1 },
        add: { state, head in
            state.now = head.now
            state.nextBatch = head.nextBatch
            state.due.nextSequence = head.nextDue
        })

    /// The queue in the order of its heap, so that it goes on exactly as it would have.
    private static let due = StatePart(
        "due", count: { $0.due.count }, rows: { state in { state.due.heap.chunk($0).map(StateRows.Due.init) } },
        shares: { $0.due.heap.sharesChunk($2, with: $1.due.heap) },
        add: { state, due in
            if let entry = due.entry { state.due.enter(entry) }
        })

    private static let payable = StatePart(
        "payable", rows: { $0.payable.keys.sorted().map(StateRows.Payable.init) }, count: { $0.payable.count },
        add: { state, row in state.payable[row.booking] = true })

    private static let unprocessable = StatePart(
        "unprocessable",
        rows: { state in
            state.unprocessable.keys.sorted().flatMap { venue in
                (state.unprocessable[venue] ?? []).sorted().map { StateRows.Unprocessable(venue, $0) }
            }
        },
        count: { state in state.unprocessable.keys.reduce(0) { $0 + (state.unprocessable[$1]?.count ?? 0) } },
        add: { state, row in state.unprocessable.update(row.venue, startingFrom: []) { $0.insert(row.payment) } })

    private static let reimbursable = StatePart(
        "reimbursable",
        rows: { state in
            state.reimbursable.keys.sorted().map { StateRows.Reimbursable($0, state.reimbursable[$0] ?? .zero) }
        },
        count: { $0.reimbursable.count }, add: { state, row in state.reimbursable[row.offerer] = row.amount })
}
