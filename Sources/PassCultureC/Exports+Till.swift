// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0
// The names are those of the C header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CPassCulture
import PassCulture

/// Opens a till; see `passculture.h`.
@c @implementation
public func pc_open(_ config: UnsafePointer<pc_config>?, _ till: UnsafeMutablePointer<OpaquePointer?>?) -> Int32 {
    till?.pointee = nil
    return LastError.noting { () throws(Trouble) in
        guard let config, let till else { throw .badArgument("config or till is NULL") }
        till.pointee = OpenTills.shared.open(try Till(TillSettings(pc_config(reading: config), provider: nil)))
    }
}

/// Opens a till that speaks today's edition; see `passculture.h`.
@c @implementation
public func pc_open_provider(
    _ config: UnsafePointer<pc_config>?, _ provider: UnsafePointer<pc_provider>?,
    _ till: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
    till?.pointee = nil
    return LastError.noting { () throws(Trouble) in
        guard let config, let provider, let till else { throw .badArgument("config, provider or till is NULL") }
        let settings = try TillSettings(pc_config(reading: config), provider: pc_provider(reading: provider))
        till.pointee = OpenTills.shared.open(try Till(settings))
    }
}

/// Closes a till; see `passculture.h`.
@c @implementation
public func pc_close(_ till: OpaquePointer?) -> Int32 {
    LastError.noting { () throws(Trouble) in
        if let till { try OpenTills.shared.close(till) }
    }
}
