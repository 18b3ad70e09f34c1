// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// In which quotes of a shell's line one is, after what was read of it.
struct ShellQuoting {
    private enum State {
        case none, single, dollar, double
    }

    private var state = State.none
    private var last: UInt8 = 0
    private var isEscaped = false

    /// Reads on.
    mutating func read(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            defer { last = byte }
            if isEscaped {
                isEscaped = false
                continue
            }
            switch (state, byte) {
            case (.none, UInt8(ascii: "\\")), (.dollar, UInt8(ascii: "\\")), (.double, UInt8(ascii: "\\")):
                isEscaped = true
            case (.none, UInt8(ascii: "'")): state = last == UInt8(ascii: "$") ? .dollar : .single
            case (.none, UInt8(ascii: "\"")): state = .double
            case (.single, UInt8(ascii: "'")), (.dollar, UInt8(ascii: "'")), (.double, UInt8(ascii: "\"")):
                state = .none
            default: break
            }
        }
    }

    /// A variable as it is written here, so that the shell replaces it and goes on with the same word.
    func around(_ variable: String) -> String {
        switch state {
        case .none: "\"\(variable)\""
        case .single: "'\"\(variable)\"'"
        case .dollar: "'\"\(variable)\"$'"
        case .double: variable
        }
    }
}
