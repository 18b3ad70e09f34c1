// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions of something that takes many calls, without any input or output: told what came of one, it says what to do next.
protocol BulkMachine: Sendable {
    /// Begins, at a monotonic time.
    mutating func begin(at now: Duration) -> BulkStep

    /// Takes what came of the request that it asked for.
    mutating func came(_ input: ExchangeInput, at now: Duration) -> BulkStep

    /// Goes on after the wait that it asked for.
    mutating func waited(at now: Duration) -> BulkStep

    /// Ends early, since the caller cancelled.
    mutating func cancelled() -> EANReport
}

/// What to do next.
enum BulkStep: Sendable {
    /// Send the request; again only if it surely never left, or changes nothing.
    case send(TransportRequest)
    /// Wait for so long.
    case wait(Duration)
    /// Give the caller this.
    case done(EANReport)
}

extension Publisher {
    /// Drives a machine without holding a thread.
    func drive(_ machine: some BulkMachine) async -> EANReport {
        var machine = machine
        let time = loop.options.time
        var step = machine.begin(at: time.monotonic())
        while true {
            switch step {
            case .done(let report):
                return report
            case _ where Task.isCancelled:
                return machine.cancelled()
            case .send(let request):
                let input = await loop.send(request, start: time.monotonic())
                step = machine.came(input, at: time.monotonic())
            case .wait(let wait):
                await time.wait(for: wait)
                step = machine.waited(at: time.monotonic())
            }
        }
    }

    /// Drives a machine on the caller's thread.
    func driveBlocking(_ machine: some BulkMachine) -> EANReport {
        var machine = machine
        let time = loop.options.time
        var step = machine.begin(at: time.monotonic())
        while true {
            switch step {
            case .done(let report):
                return report
            case .send(let request):
                let input = loop.sendBlocking(request, start: time.monotonic())
                step = machine.came(input, at: time.monotonic())
            case .wait(let wait):
                time.waitBlocking(for: wait)
                step = machine.waited(at: time.monotonic())
            }
        }
    }
}
