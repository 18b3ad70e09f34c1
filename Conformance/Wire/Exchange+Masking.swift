// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension Exchange {
    /// The same exchange with the values of those keys hidden in both bodies: what may be shown of one that told a secret.
    func masking(_ keys: [String]) -> Exchange {
        Exchange(
            method: method, url: url, requestHeaders: requestHeaders,
            requestBody: requestBody.map { Exchange.masked($0, keys) }, status: status, headers: headers,
            body: Exchange.masked(body, keys))
    }

    /// A body that is no object is left out whole: nobody knows what it tells.
    private static func masked(_ body: [UInt8], _ keys: [String]) -> [UInt8] {
        guard var object = (try? JSONValue(parsing: body))?.objectValue else { return [] }
        for key in keys where object[key] != nil { object[key] = "***" }
        return JSONValue.object(object).serialized()
    }
}
