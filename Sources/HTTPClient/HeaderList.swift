// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl

/// The header lines of a request as libcurl's list, kept for the next request, which often has the same.
final class HeaderList {
    private var list: UnsafeMutablePointer<curl_slist>?
    private var fields: [HTTPHeader] = []
    private var hasBody = false

    deinit {
        curl_slist_free_all(list)
    }

    /// The list for some fields of a request with or without a body; it lives until another is asked for.
    ///
    /// - Returns: nil when there is no memory for it.
    func lines(for fields: [HTTPHeader], hasBody: Bool) -> UnsafeMutablePointer<curl_slist>? {
        if list != nil, fields == self.fields, hasBody == self.hasBody { return list }
        curl_slist_free_all(list)
        list = nil
        self.fields = fields
        self.hasBody = hasBody
        // A name with a bare colon keeps libcurl from adding the field itself.
        var lines = ["Expect:"]
        if hasBody, !fields.contains(where: { $0.isNamed("Content-Type") }) { lines.append("Content-Type:") }
        for field in fields {
            // An empty value is written with a semicolon, or else libcurl leaves the field out.
            lines.append(field.value.isEmpty ? field.name + ";" : field.name + ": " + field.value)
        }
        for line in lines {
            guard let longer = curl_slist_append(list, line) else {
                curl_slist_free_all(list)
                list = nil
                break
            }
            list = longer
        }
        return list
    }
}
