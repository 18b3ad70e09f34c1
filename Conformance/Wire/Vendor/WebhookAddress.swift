// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// One URL of a vendor: where to connect, and what to ask for there.
struct WebhookAddress: Sendable, Hashable {
    /// Scheme, host and port.
    let base: String
    /// Path and query, as written.
    let target: String
    /// Whether it is this machine.
    let isLocal: Bool

    /// Judges a URL as ``TargetGuard`` judges its host; path and query are the vendor's own.
    ///
    /// - Throws: ``TargetGuard/Refusal`` when it cannot be read, is production, or is distant and not owned.
    init(_ url: String, owned: Bool) throws(TargetGuard.Refusal) {
        let afterScheme = url.firstRange(of: "://")?.upperBound ?? url.startIndex
        let end = url[afterScheme...].firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? url.endIndex
        let host = try TargetGuard.judge(String(url[..<end]), owned: owned)
        let rest = url[end...].prefix { $0 != "#" }
        guard rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            let url = Visible.text(url)
            throw TargetGuard.Refusal(
                sentence: Sentence(
                    "« \(url) » n'est pas une adresse utilisable : codez espaces et accents en %.",
                    "\"\(url)\" is not a usable address: percent-encode blanks and accents."))
        }
        base = host.base
        isLocal = host.isLocal
        target = rest.hasPrefix("/") ? String(rest) : "/" + rest
    }
}
