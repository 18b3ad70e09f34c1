// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0
// The names are those of the C header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CPassCulture
import PassCulture

/// Tells why the last call of the calling thread failed; see `passculture.h`.
@c @implementation
public func pc_last_error(_ error: UnsafeMutablePointer<pc_error>?) -> Int32 {
    // It keeps what it tells of, and so notes nothing itself.
    do throws(Trouble) {
        guard let error else { throw .badArgument("error is NULL") }
        let size = try pc_error.size(at: error)
        (LastError.current.map { pc_error($0) } ?? pc_error()).write(to: error, size: size)
        return PC_OK
    } catch {
        return error.status
    }
}

/// The version of the library as text that is always there. Safe to share: it is written once, here, and never changed.
nonisolated(unsafe) private let version: UnsafePointer<CChar> = {
    let text = Array(PassCulture.version.utf8CString)
    let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: text.count)
    _ = copy.initialize(from: text)
    return UnsafePointer(copy.baseAddress!)  // Never nil: the text ends with a zero byte.
}()

/// The version of the library; see `passculture.h`.
@c @implementation
public func pc_version() -> UnsafePointer<CChar>! { version }

/// The version of the interface that the library has; see `passculture.h`.
@c @implementation
public func pc_abi_version() -> Int32 { PC_ABI_VERSION }
