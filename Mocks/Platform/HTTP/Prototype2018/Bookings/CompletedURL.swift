// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// The address of a digital offer, with its placeholders filled in (`guide G21`, `contract 2018-12 §6.5`).
enum CompletedURL {
    /// The address to which the owner of a booking is sent; nothing for what is not digital.
    ///
    /// The e-mail goes in as it is, without percent-encoding: a partner that sends the query back as it came loses a
    /// `+`.
    static func address(_ view: BookingView) -> String? {
        guard let template = view.product.url, view.product.isDigital else { return nil }
        let values = [
            "{token}": view.booking.token, "{offerId}": HumanizedID.encode(view.offer.id.number),
            "{email}": view.user.email,
        ]
        return filled(template.hasPrefix("http") ? template : "http://" + template, values)
    }

    /// One pass over the template, so that a value that looks like a placeholder stays as it is.
    private static func filled(_ template: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = template[...]
        while let opening = rest.firstIndex(of: "{") {
            result += rest[..<opening]
            rest = rest[opening...]
            if let (placeholder, value) = values.first(where: { rest.hasPrefix($0.key) }) {
                result += value
                rest = rest.dropFirst(placeholder.count)
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result + rest
    }
}
