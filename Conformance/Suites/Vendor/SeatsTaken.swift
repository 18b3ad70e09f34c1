// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A vendor's stock filled up until so many seats are left.
struct SeatsTaken: Sendable {
    /// What was issued on the way.
    var issued: [IssuedTickets] = []

    /// Takes one seat after another, does what is to be done with so few left, and gives all back.
    ///
    /// - Parameters:
    ///   - left: how many seats are to be left.
    ///   - form: the form that the system accepts.
    ///   - ticketing: the system.
    ///   - work: what to try; the tickets that it was issued are given back with the others.
    /// - Throws: ``Interruption/notJudged(_:)`` when the stock has too many seats to be filled, or too few.
    static func with(
        _ left: Int, form: InnerForm, of ticketing: Ticketing, _ work: (inout SeatsTaken) async throws -> Void
    ) async throws {
        var seats = SeatsTaken()
        do {
            try await seats.fill(to: left, form: form, of: ticketing)
            try await work(&seats)
        } catch {
            await ticketing.giveBack(seats.issued, form: form)
            throw error
        }
        await ticketing.giveBack(seats.issued, form: form)
    }

    private mutating func fill(to left: Int, form: InnerForm, of ticketing: Ticketing) async throws {
        while true {
            let issue = try await ticketing.issue(form: form)
            issued.append(issue)
            guard let remaining = issue.remaining, remaining != left else { return }
            guard remaining > left, remaining <= VendorLimits.seats else {
                throw Interruption.notJudged(
                    Sentence(
                        "Il reste \(remaining) places de ce stock : donnez-en un de 3 à \(VendorLimits.seats), par "
                            + "--payload.",
                        "\(remaining) seats of this stock are left: give one with 3 to \(VendorLimits.seats), with "
                            + "--payload."))
            }
            guard issued.count < VendorLimits.seats + 2 else {
                throw Interruption.precondition(
                    Evidence(
                        expected: "a remainingQuantity that goes down with each ticket",
                        seen: "\(remaining) left after \(issued.count) tickets"))
            }
        }
    }
}
