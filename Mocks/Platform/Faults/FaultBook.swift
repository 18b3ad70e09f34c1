// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// All rules, in the order in which they were entered: the first one that strikes wins, and those behind it neither strike nor
/// count what it took.
package struct FaultBook: Sendable {
    /// How many rules there may be.
    package static let capacity = 1_000

    /// The rules, oldest first.
    package private(set) var rules: [FaultRule] = []
    private var issued = 0

    /// Creates an empty book.
    package init() {}

    /// Enters a rule; nothing if the book is full.
    mutating func add(_ fault: Fault, _ match: FaultMatch, seed: UInt64) -> FaultRule? {
        guard rules.count < Self.capacity else { return nil }
        issued += 1
        let rule = FaultRule(id: String(issued), fault: fault, match: match, seed: seed)
        rules.append(rule)
        return rule
    }

    /// Takes a rule out; says whether there was one.
    mutating func remove(_ id: String) -> Bool {
        guard let index = rules.firstIndex(where: { $0.id == id }) else { return false }
        rules.remove(at: index)
        return true
    }

    /// Takes the rules of another book over in place of these, under the names that they have there.
    mutating func take(over other: FaultBook) {
        rules = other.rules
        issued = max(issued, other.issued)
    }

    /// Takes all rules out; their names are not given again.
    mutating func removeAll() {
        rules = []
    }

    /// Lets a rule, or each one, count from the beginning; says whether there was one.
    mutating func rearm(_ id: String?) -> Bool {
        var isFound = id == nil
        for index in rules.indices where id == nil || rules[index].id == id {
            rules[index].rearm()
            isFound = true
        }
        return isFound
    }

    /// What strikes a request.
    mutating func strike(method: String, path: String, at instant: Instant) -> FaultStrike? {
        for index in rules.indices where !rules[index].fault.kind.isOfConnections {
            if rules[index].strikes(method: method, path: path, at: instant) {
                return FaultStrike(ruleID: rules[index].id, fault: rules[index].fault)
            }
        }
        return nil
    }

    /// What strikes a connection: when it is made (`refuse`), or when its first bytes come in (`reset`).
    ///
    /// - Parameter isFrozen: whether time stands still. A refusal that only time could end sleeps then: the control API, by which
    ///   time is moved, comes by connections too.
    mutating func strike(connection kind: Fault.Kind, at instant: Instant, isFrozen: Bool) -> FaultStrike? {
        for index in rules.indices where rules[index].fault.kind == kind {
            if isFrozen, rules[index].endsByTimeAlone { continue }
            if rules[index].strikes(method: nil, path: nil, at: instant) {
                return FaultStrike(ruleID: rules[index].id, fault: rules[index].fault)
            }
        }
        return nil
    }

    /// Whether there is a rule that may still strike requests.
    var concernsRequests: Bool { rules.contains { !$0.fault.kind.isOfConnections && !$0.isUsedUp } }

    /// Whether there is a rule of that kind that may still strike connections.
    func concernsConnections(_ kind: Fault.Kind) -> Bool { rules.contains { $0.fault.kind == kind && !$0.isUsedUp } }
}

extension FaultRule {
    /// Whether nothing but time ends it, and nothing gets past it until then.
    var endsByTimeAlone: Bool {
        fault.kind == .refuse && match.times == nil && match.nth == nil && (match.every ?? 1) == 1
            && (match.millionths ?? 1_000_000) == 1_000_000
    }
}
