// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Builtin

/// A small value that is read and changed in one step, as `Synchronization` has it: with the processor's own instructions, which the
/// sanitizer follows, and so with no more order between threads than the SDK asks for.
///
/// It has what the SDK uses and no more; who uses more adds it here.
public struct Atomic<Value: AtomicRepresentable>: ~Copyable {
    private let place = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)

    /// A place with a first value.
    public init(_ initialValue: consuming Value) {
        place.initialize(to: initialValue.word)
    }

    deinit {
        place.deallocate()
    }

    /// The value.
    public borrowing func load(ordering: AtomicLoadOrdering) -> Value {
        switch ordering {
        case .acquiring: Self.value(Builtin.atomicload_acquire_Int64(place._rawValue))
        }
    }

    /// Puts another value in place of the expected one, unless it is not that.
    ///
    /// - Returns: Whether it did, and what there was before.
    public borrowing func compareExchange(
        expected: consuming Value, desired: consuming Value, ordering: AtomicUpdateOrdering
    ) -> (exchanged: Bool, original: Value) {
        switch ordering {
        case .acquiringAndReleasing:
            let (original, isExchanged) = Builtin.cmpxchg_acqrel_acquire_Int64(
                place._rawValue, expected.word._value, desired.word._value)
            return (Bool(isExchanged), Self.value(original))
        }
    }

    private static func value(_ bits: Builtin.Int64) -> Value {
        guard let value = Value(word: UInt64(bits)) else { preconditionFailure("only values are put there") }
        return value
    }
}

/// Unchecked because the compiler does not see that every access is one step.
extension Atomic: @unchecked Sendable {}

/// What fits into one word.
public protocol AtomicRepresentable {
    /// The word that stands for it.
    var word: UInt64 { get }
    /// What a word stands for; nothing if it is not one of its words.
    init?(word: UInt64)
}

extension AtomicRepresentable where Self: RawRepresentable, RawValue == UInt8 {
    /// Its number.
    public var word: UInt64 { UInt64(rawValue) }
    /// What has a number.
    public init?(word: UInt64) { self.init(rawValue: UInt8(truncatingIfNeeded: word)) }
}

extension UInt: AtomicRepresentable {
    /// Itself.
    public var word: UInt64 { UInt64(self) }
    /// A word as it is.
    public init?(word: UInt64) { self = UInt(word) }
}

/// What a reader sees beside the value.
public enum AtomicLoadOrdering {
    /// All that was written before the value was.
    case acquiring
}

/// What a change shows to others, and sees of theirs.
public enum AtomicUpdateOrdering {
    /// All that was written before, on both sides.
    case acquiringAndReleasing
}
