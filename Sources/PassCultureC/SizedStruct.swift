// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A struct of the C interface whose first field, `size`, says how many bytes the caller has of it, so that it can grow at
/// its end.
///
/// A program compiled with an older header gives less than we know: what it does not have stays zero, or is not written.
/// One compiled with a newer header gives more: what we do not know must be zero in what it sets, and is left alone in
/// what we fill. Only structs of plain numbers, pointers and arrays conform, which may be copied byte by byte.
protocol SizedStruct {
    /// What C calls it.
    static var name: String { get }

    /// Its size when it was first published: what grew since is not asked of anybody.
    static var leastSize: Int { get }

    /// All zero.
    init()
}

extension SizedStruct {
    /// Takes what the caller set.
    ///
    /// - Throws: ``Trouble`` when the size is none, or a field that we do not know is set.
    init(reading pointer: UnsafePointer<Self>) throws(Trouble) {
        let theirs = UnsafeRawBufferPointer(start: pointer, count: try Self.size(at: pointer))
        let known = MemoryLayout<Self>.size
        guard theirs.dropFirst(known).allSatisfy({ $0 == 0 }) else {
            throw .badSize("\(Self.name) has a field set that this version of the library does not know")
        }
        self.init()
        withUnsafeMutableBytes(of: &self) { $0.copyMemory(from: .init(rebasing: theirs.prefix(known))) }
    }

    /// The size that the caller's struct says it has.
    ///
    /// - Throws: ``Trouble`` when it cannot have it.
    static func size(at pointer: UnsafeRawPointer) throws(Trouble) -> Int {
        let size = Int(pointer.loadUnaligned(as: UInt32.self))
        try check(size: size)
        return size
    }

    /// Checks a size that the caller gives.
    ///
    /// - Throws: ``Trouble`` when the struct cannot have it: beyond 64 KiB it is no size but forgotten initialization.
    static func check(size: Int) throws(Trouble) {
        guard (leastSize...65_536).contains(size) else {
            throw .badSize("size of \(name) is \(size): set it to sizeof (\(name))")
        }
    }

    /// Fills the caller's struct of that size with as much as both know; the caller's size stays.
    func write(to pointer: UnsafeMutableRawPointer, size: Int) {
        let start = MemoryLayout<UInt32>.size
        withUnsafeBytes(of: self) { bytes in
            let place = UnsafeMutableRawBufferPointer(start: pointer, count: min(size, bytes.count))
            for index in start..<place.count { place[index] = bytes[index] }
        }
    }

    /// Writes a text into one of its places, as ``CText/write(_:into:)`` does.
    mutating func write<Place>(_ text: String, _ place: WritableKeyPath<Self, Place>) {
        withUnsafeMutableBytes(of: &self[keyPath: place]) { CText.write(text, into: $0) }
    }
}
