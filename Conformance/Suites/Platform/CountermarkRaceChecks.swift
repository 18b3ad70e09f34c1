// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Many validations of one countermark at once.
enum CountermarkRaceChecks {
    static let all: [Check] = [
        Check(
            "countermark/patch/race", ["PC-CM-015", "PC-CM-025"],
            Sentence(
                "Cent validations à la fois : une seule réussit, les autres 410.",
                "A hundred validations at once: exactly one succeeds, the others 410.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let query = CountermarkValidateChecks.whole(company)
            let answers = try await withThrowingTaskGroup(of: Exchange.self) { group in
                for _ in 0..<100 { group.addTask { try await probe.validate(booking.token, query) } }
                var all: [Exchange] = []
                for try await answer in group { all.append(answer) }
                return all
            }
            let done = answers.count { $0.status == 204 }
            let refused = answers.count { $0.status == 410 && $0.json == Answers.used }
            guard done == 1, refused == 99 else {
                throw Interruption.failed(
                    Evidence(
                        expected: "204 once, 410 99 times",
                        seen: "204 \(done) times, 410 \(refused) times, of \(answers.count)", curl: answers.first?.curl)
                )
            }
        }
    ]
}
