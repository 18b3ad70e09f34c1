// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The requirements of the pass Culture as data: what must, should or may be done, by whom, and which line says so.
///
/// The rows are text compiled into the program, so that the binary can be moved and the register still read.
public struct Register: Sendable {
    /// All requirements, in the order of the rows.
    public let requirements: [Requirement]
    private let positions: [String: Int]

    /// Reads rows, one a line; empty lines are skipped.
    ///
    /// - Throws: ``RegisterError`` for a row that cannot be read, and for an id that occurs twice.
    public init(parsing text: some StringProtocol) throws(RegisterError) {
        var requirements: [Requirement] = []
        var positions: [String: Int] = [:]
        for line in text.split(separator: "\n") where !line.allSatisfy(\.isWhitespace) {
            let requirement = try Requirement(row: line)
            guard positions.updateValue(requirements.count, forKey: requirement.id) == nil else {
                throw RegisterError(row: String(line), reason: "the id occurs twice")
            }
            requirements.append(requirement)
        }
        self.requirements = requirements
        self.positions = positions
    }

    /// The requirement of that id, if the register has it.
    public subscript(id: String) -> Requirement? {
        positions[id].map { requirements[$0] }
    }

    /// The register that this program carries: both editions.
    public static let current: Register = {
        let text = [
            CountermarkRows.text, ConventionRows.text, AccountRows.text, StructureRows.text, OfferRows.text,
            VisibilityRows.text, BookingRows.text, WalletRows.text, CancellationRows.text, ReimbursementRows.text,
            JourneyRows.text, TillRows.text, OnlinePlatformRows.text, ProviderRows.text,
            PublicV1Rows.text, PublicV1OfferRows.text, PublicV1LifeRows.text, VendorRows.text, PublicV1PartnerRows.text,
        ].joined(separator: "\n")
        do {
            return try Register(parsing: text)
        } catch {
            // The rows are compiled in and the tests read them all: this is a mistake of ours, not of any user.
            preconditionFailure("the register cannot be read: \(error)")
        }
    }()
}
