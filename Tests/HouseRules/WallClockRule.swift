// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Only one file reads the clock of the machine, and no test waits by it.
///
/// Everywhere else time is an argument or comes from `SystemClock`; the platform's domain may not even ask that. What
/// reads time by itself cannot be advanced by years in a test.
package struct WallClockRule: SourceRule {
    /// The rule.
    package init() {}

    package let name = "wall-clock"
    package let summary = "Only Sources/CivilTime/SystemClock.swift reads the clock; no test sleeps."

    /// Names that read a clock or wait by one wherever they stand.
    private static let clocks: Set = [
        "CLOCK_BOOTTIME", "CLOCK_MONOTONIC", "CLOCK_REALTIME", "ContinuousClock", "DispatchTime", "DispatchWallTime",
        "SuspendingClock", "UTCClock", "clock_gettime", "clock_nanosleep", "ftime", "gettimeofday", "nanosleep",
        "timerfd_create", "timespec_get", "usleep",
    ]
    /// Functions of the C library whose names are also ordinary words: they count when called by themselves.
    private static let functions: Set = ["clock", "sleep", "time"]
    /// Types whose `now` reads a clock.
    private static let typesWithNow: Set = ["Date", "NIODeadline"]

    package func applies(to path: String) -> Bool {
        path.hasSuffix(".swift") && path != HousePlan.clockFile
    }

    package func violations(in file: SourceFile) -> [Violation] {
        let tokens = file.tokens
        func text(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }
        var found: [Violation] = []
        for (index, token) in tokens.enumerated() where token.isWord {
            let word = token.text
            let isCall = text(index + 1) == "("
            let isMember = text(index - 1) == "."
            let isFree = !isMember && !["case", "func"].contains(text(index - 1))
            /// `Glibc.time(nil)` is the C library's, `stock.time(…)` is not.
            let isOfC = isMember && ["Glibc", "Musl"].contains(text(index - 2))
            let owner = isMember ? text(index - 2) : ""
            var what: String?
            if Self.clocks.contains(word) {
                what = word
            } else if Self.functions.contains(word), isCall, isFree || isOfC {
                what = "\(word)()"
            } else if word == "Date", isCall, isFree, text(index + 2) == ")" {
                what = "Date()"
            } else if word == "now", isMember, Self.typesWithNow.contains(owner) || Self.isImplicit(text(index - 2)) {
                what = Self.typesWithNow.contains(owner) ? "\(owner).now" : ".now"
            } else if word == "sleep", isMember, owner == "Task" || text(index - 2) == ">", file.lies(in: "Tests") {
                what = "Task.sleep"
            }
            if let what {
                found.append(
                    Violation(
                        path: file.path, line: token.line,
                        message: "\(what) goes by the machine's clock; take the time as an argument or from SystemClock"
                    ))
            } else if word == "SystemClock", file.lies(in: HousePlan.clocklessFolder) {
                found.append(
                    Violation(
                        path: file.path, line: token.line,
                        message: "the domain gets the time as an argument; it may not ask SystemClock"))
            }
        }
        return found
    }

    /// Whether a `.now` after `previous` is an implicit member, as in `deadline: .now()`, whose type is not written.
    private static func isImplicit(_ previous: String) -> Bool {
        ["", "(", ",", ":", "=", "[", "{", "+", "-", "<", "return"].contains(previous)
    }
}
