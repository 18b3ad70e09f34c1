// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CCurl

/// Where an answer leads that says "over there".
///
/// ``HTTPClient`` itself follows no redirection: whoever does, asks here where to.
public enum Redirection {
    /// The address that a `Location` means (RFC 3986, section 5), as libcurl and browsers understand it.
    ///
    /// - Parameters:
    ///   - location: the header's value; what it may not hold, blanks and other than ASCII, is percent-encoded as browsers do it.
    ///   - url: the address that was asked.
    /// - Returns: an `http` or `https` address; nil when it leads to none.
    public static func address(_ location: String, from url: String) -> String? {
        guard let parts = curl_url() else { return nil }
        defer { curl_url_cleanup(parts) }
        guard curl_url_set(parts, CURLUPART_URL, url, 0) == CURLUE_OK,
            curl_url_set(parts, CURLUPART_URL, written(location), 0) == CURLUE_OK
        else { return nil }
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(parts, CURLUPART_URL, &text, 0) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        let address = String(cString: text)
        return ["http://", "https://"].contains { address.hasPrefix($0) } ? address : nil
    }

    /// The text with nothing in it that a URL may not hold.
    private static func written(_ location: String) -> String {
        location.utf8.reduce(into: "") { text, byte in
            text +=
                byte > 0x20 && byte < 0x7F
                ? String(UnicodeScalar(byte))
                : "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
    }
}
