// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import DomainHistories
import Glibc
import PlatformDomain
import Testing

@Suite("Random histories")
struct PropertyTests {
    /// How many are played here; `make sequences` plays more of them, faster.
    private static let count = number("PASSCULTURE_SEQUENCES") ?? 2_000
    /// The first one's seed.
    private static let seed = number("PASSCULTURE_SEED") ?? 1

    private static func number(_ variable: String) -> UInt64? {
        getenv(variable).flatMap { UInt64(String(cString: $0)) }
    }

    @Test("whatever happens, in both profiles, every invariant holds", arguments: 0..<4 as Range<UInt64>)
    func invariants(share: UInt64) {
        if share == 0 { print("Random histories: \(Self.count) from seed \(Self.seed)") }
        let run = SequenceRun(from: Self.seed, count: Self.count, share: share, of: 4)
        let (failure, _) = run.failure()
        if let failure { Issue.record("\(failure)") }
    }

    @Test("random histories reach what they are to judge")
    func reach() throws {
        var kinds: Set<String> = []
        for seed in 0..<160 as Range<UInt64> {
            var history = try RandomHistory(seed: seed)
            for _ in 0..<SequenceRun.steps { history.step() }
            history.end()
            for event in history.audit.log { kinds.insert(event.stored.kind) }
            for case .paymentWithdrawn(_, let cause, _) in history.audit.log { kinds.insert(cause.rawValue) }
            let payments = history.state.payments.records
            if payments.contains(where: { $0.rule == .eligibleDigitalThings }) { kinds.insert("eligible") }
        }
        let expected: Set<String> = [
            "bookingCreated", "bookingCancelled", "stockNotRestored", "countermarkValidated", "bookingBecamePayable",
            "paymentCreated", "paymentRetried", "paymentWithdrawn", "dateMoved", "transferSent", "occurrenceUpdated",
            "occurrenceDeleted",
            "stockUpdated", "stockDeleted", "venueBankDetailsAccepted", "eligible", "ribFiled", "bankDetailsRefused",
            "administratorAsked", "administratorProposed", "administratorAddressValidated", "offerPublished",
            "stockPublished",
            "priceCategoryCreated", "termsFixed", "termsUpdated", "bookingKept", "venueLinkUpdated",
        ]
        #expect(kinds.isSuperset(of: expected), "missing: \(expected.subtracting(kinds))")
    }

    @Test("the same seed gives the same history")
    func determinism() throws {
        var first = try RandomHistory(seed: 5)
        var second = try RandomHistory(seed: 5)
        for _ in 0..<40 {
            first.step()
            second.step()
        }
        #expect(first.audit.log == second.audit.log)
        #expect(first.audit.log.count > 60)
    }
}
