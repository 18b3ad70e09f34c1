// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A value that must not be read over a shoulder, out of a log or in a crash report.
///
/// Whatever prints it (`print`, interpolation, `debugPrint`, `dump`, a debugger's mirror) gets the name of its type and
/// nothing of what it holds; only code that asks for it by name reads the text.
protocol Masked: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Masked {
    /// The name of the type, and that its text is hidden.
    public var description: String { "\(Self.self)(hidden)" }

    /// The same as `description`: debugging shows no more.
    public var debugDescription: String { description }

    /// A mirror without children: `dump` shows no more than `description`.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection(), displayStyle: .struct) }
}
