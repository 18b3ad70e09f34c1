// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0
// The names are those of the C header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CPassCulture
import PassCulture

/// Lists what is not closed; see `passculture.h`.
@c @implementation
public func pc_pending(
    _ till: OpaquePointer?, _ attempts: UnsafeMutablePointer<pc_attempt>?, _ attemptSize: UInt32, _ capacity: UInt32,
    _ count: UnsafeMutablePointer<UInt32>?
) -> Int32 {
    count?.pointee = 0
    return LastError.noting { () throws(Trouble) in
        guard let count, attempts != nil || capacity == 0 else { throw .badArgument("attempts or count is NULL") }
        let size = Int(attemptSize)
        if capacity > 0 { try pc_attempt.check(size: size) }
        let pending = try OpenTills.shared.till(till).pending()
        if let attempts {
            // Their structs may be longer than ours: the steps are theirs.
            for (index, attempt) in pending.prefix(Int(capacity)).enumerated() {
                let place = UnsafeMutableRawPointer(attempts).advanced(by: index * size)
                place.storeBytes(of: attemptSize, as: UInt32.self)
                pc_attempt(attempt).write(to: place, size: size)
            }
        }
        count.pointee = UInt32(clamping: pending.count)
    }
}

/// Sends what is stored and due, and reads back what was lost; see `passculture.h`.
@c @implementation
public func pc_reconcile(_ till: OpaquePointer?, _ result: UnsafeMutablePointer<pc_reconciliation>?) -> Int32 {
    LastError.noting { () throws(Trouble) in
        guard let result else { throw .badArgument("result is NULL") }
        let size = try pc_reconciliation.size(at: result)
        pc_reconciliation().write(to: result, size: size)
        try OpenTills.shared.till(till).reconcile().write(to: result, size: size)
    }
}

/// Raises an attempt to validated, by a person; see `passculture.h`.
@c @implementation
public func pc_confirm(
    _ till: OpaquePointer?, _ attempt: UnsafePointer<CChar>?, _ person: UnsafePointer<CChar>?,
    _ validation: UnsafeMutablePointer<pc_validation>?
) -> Int32 {
    LastError.noting { () throws(Trouble) in
        try pc_validation.fill(validation) { () throws(Trouble) in
            let till = try OpenTills.shared.till(till)
            return try till.confirm(attemptNumber(attempt), by: CText.person(person))
        }
    }
}

/// Gives an attempt up, by a person; see `passculture.h`.
@c @implementation
public func pc_abandon(
    _ till: OpaquePointer?, _ attempt: UnsafePointer<CChar>?, _ person: UnsafePointer<CChar>?
) -> Int32 {
    LastError.noting { () throws(Trouble) in
        try OpenTills.shared.till(till).abandon(attemptNumber(attempt), by: CText.person(person))
    }
}

/// Reads the number of an attempt as it stands on a receipt.
private func attemptNumber(_ text: UnsafePointer<CChar>?) throws(Trouble) -> UInt64 {
    guard let text else { throw .badArgument("attempt is NULL") }
    let digits = try CText.read(text, limit: 64, name: "attempt")
    guard digits.utf8.count == 16, let number = UInt64(digits, radix: 16) else {
        throw .badArgument("attempt is no number of an attempt: sixteen hexadecimal digits")
    }
    return number
}
