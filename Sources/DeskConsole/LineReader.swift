// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The lines of a descriptor, each within a limit: what is longer is passed over and told.
package struct LineReader {
    /// What was read.
    package enum Line: Hashable, Sendable {
        /// A line, without its end.
        case line([UInt8])
        /// A line that was longer than allowed; it is gone.
        case tooLong
    }

    private let descriptor: Int32
    private let longest: Int
    private var buffer: [UInt8] = []
    private var isOver = false

    /// What kept the rest from being read, if it did not end. What was read of a line by then is dropped, as it may be half of it.
    package private(set) var failure: InputFile.Failure?

    /// Reads a descriptor, such as the standard input.
    package init(_ descriptor: Int32, longest: Int = 1 << 20) {
        self.descriptor = descriptor
        self.longest = longest
    }

    /// Waits for the next line, of a descriptor that does not wait itself too; `nil` at the end, and when nothing can be read any more
    /// (``failure``). A last line without an end counts.
    package mutating func next() -> Line? {
        var isTooLong = false
        var searched = 0
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                var line = buffer[..<end]
                if line.last == UInt8(ascii: "\r") { line.removeLast() }
                let found: Line = isTooLong || line.count > longest ? .tooLong : .line(Array(line))
                buffer.removeFirst(end + 1)
                return found
            }
            searched = buffer.count
            if buffer.count > longest {
                isTooLong = true
                buffer.removeAll()
                searched = 0
            }
            guard !isOver else {
                let rest = buffer
                buffer.removeAll()
                if isTooLong { return .tooLong }
                return rest.isEmpty ? nil : .line(rest)
            }
            fill()
            guard failure == nil else { return nil }
        }
    }

    private mutating func fill() {
        var bytes = [UInt8](repeating: 0, count: 16 << 10)
        do throws(InputFile.Failure) {
            let count = try InputFile.next(descriptor, &bytes, waiting: true)
            isOver = count == 0
            buffer += bytes[..<count]
        } catch {
            failure = error
            isOver = true
            buffer.removeAll()
        }
    }
}
