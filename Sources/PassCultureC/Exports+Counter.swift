// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0
// The names are those of the C header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CPassCulture
import PassCulture

/// Checks a countermark; see `passculture.h`.
@c @implementation
public func pc_check(
    _ till: OpaquePointer?, _ countermark: UnsafePointer<CChar>?, _ result: UnsafeMutablePointer<pc_check_result>?
) -> Int32 {
    LastError.noting { () throws(Trouble) in
        guard let result else { throw .badArgument("result is NULL") }
        let size = try pc_check_result.size(at: result)
        pc_check_result.none.write(to: result, size: size)
        let till = try OpenTills.shared.till(till)
        try till.check(Countermark(c: countermark)).write(to: result, size: size)
    }
}

/// Validates a countermark; see `passculture.h`.
@c @implementation
public func pc_validate(
    _ till: OpaquePointer?, _ countermark: UnsafePointer<CChar>?, _ sale: UnsafePointer<pc_sale>?,
    _ validation: UnsafeMutablePointer<pc_validation>?
) -> Int32 {
    LastError.noting { () throws(Trouble) in
        try pc_validation.fill(validation) { () throws(Trouble) in
            let till = try OpenTills.shared.till(till)
            return try till.validate(Countermark(c: countermark), sale: Sale(sale))
        }
    }
}

/// Stores a validation to be sent later; see `passculture.h`.
@c @implementation
public func pc_validate_later(
    _ till: OpaquePointer?, _ countermark: UnsafePointer<CChar>?, _ sale: UnsafePointer<pc_sale>?,
    _ validation: UnsafeMutablePointer<pc_validation>?
) -> Int32 {
    LastError.noting { () throws(Trouble) in
        try pc_validation.fill(validation) { () throws(Trouble) in
            let till = try OpenTills.shared.till(till)
            return try till.validateLater(Countermark(c: countermark), sale: Sale(sale))
        }
    }
}

/// Takes a validation back; see `passculture.h`.
@c @implementation
public func pc_undo(
    _ till: OpaquePointer?, _ countermark: UnsafePointer<CChar>?, _ person: UnsafePointer<CChar>?,
    _ validation: UnsafeMutablePointer<pc_validation>?
) -> Int32 {
    reverse(.undo, till, countermark, person, validation)
}

/// Cancels a booking; see `passculture.h`.
@c @implementation
public func pc_cancel(
    _ till: OpaquePointer?, _ countermark: UnsafePointer<CChar>?, _ person: UnsafePointer<CChar>?,
    _ validation: UnsafeMutablePointer<pc_validation>?
) -> Int32 {
    reverse(.cancel, till, countermark, person, validation)
}

private func reverse(
    _ kind: Reversal.Kind, _ till: OpaquePointer?, _ countermark: UnsafePointer<CChar>?,
    _ person: UnsafePointer<CChar>?, _ validation: UnsafeMutablePointer<pc_validation>?
) -> Int32 {
    LastError.noting { () throws(Trouble) in
        try pc_validation.fill(validation) { () throws(Trouble) in
            let till = try OpenTills.shared.till(till)
            return try till.reverse(kind, Countermark(c: countermark), by: CText.person(person))
        }
    }
}

extension Countermark {
    /// Reads a countermark that a C program gives.
    fileprivate init(c typed: UnsafePointer<CChar>?) throws(Trouble) {
        guard let typed else { throw .badArgument("countermark is NULL") }
        let text = try CText.read(typed, limit: CText.countermarkLimit, name: "countermark")
        self = try Trouble.asking { () throws(PassCultureError) in try Countermark(text) }
    }
}
