// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// One certification: selects, connects, runs and judges, in that order.
public struct CertificationRun: Sendable {
    private let configuration: CertificationConfiguration
    private let suite: Suite
    private let register: Register

    /// A run of the suite for the subject against the register of this program, unless told otherwise.
    public init(
        _ configuration: CertificationConfiguration, checks: [Check]? = nil, register: Register = .current
    ) {
        self.configuration = configuration
        let suite = Suite.of(configuration.subject)
        self.suite = checks.map(suite.with) ?? suite
        self.register = register
    }

    /// Runs it; never throws, since whatever happens is a result with an exit code.
    public func run(
        progress: @escaping @Sendable (CertificationProgress) -> Void = { _ in }
    ) async -> CertificationResult {
        let plan = Plan(suite.checks, register: register, selection: configuration.selection)
        guard !plan.checks.isEmpty else {
            return CertificationResult(
                refused: WorldRefusal(
                    exitCode: 3,
                    sentence: Sentence(
                        "Aucune vérification ne correspond à la sélection : "
                            + "« passculture requirements » liste les exigences.",
                        "No check matches the selection: \"passculture requirements\" lists the requirements.")),
                suite: suite, configuration: configuration)
        }
        let world: World
        do {
            world = try await World.open(configuration)
        } catch {
            return CertificationResult(refused: error, suite: suite, configuration: configuration)
        }
        progress(
            .planned(checks: plan.checks.count, hasControl: suite.mayHaveControl ? world.hasControl : nil))
        let results = await run(plan.checks, in: world, progress: progress)
        return CertificationResult(
            plan: plan, results: results, hasControl: world.hasControl, register: register,
            suite: suite, configuration: configuration)
    }

    /// Runs checks, some at a time; the results come in the order of the checks.
    private func run(
        _ checks: [Check], in world: World, progress: @Sendable (CertificationProgress) -> Void
    ) async -> [CheckResult] {
        let runner = CheckRunner(world: world, register: register)
        var results = [CheckResult?](repeating: nil, count: checks.count)
        await withTaskGroup(of: (Int, CheckResult).self) { group in
            var next = 0
            var done = 0
            func start() {
                guard next < checks.count else { return }
                let position = next
                next += 1
                group.addTask { (position, await runner.run(checks[position])) }
            }
            for _ in 0..<(suite.isSequential ? 1 : configuration.parallelism) { start() }
            while let (position, result) = await group.next() {
                results[position] = result
                done += 1
                progress(.checked(result, done: done, of: checks.count))
                start()
            }
        }
        return results.compactMap { $0 }
    }
}
