// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What an online platform receives when a young person follows the link of a digital offer: countermark, e-mail and offer.
///
/// The partner gives the offer an address with placeholders; the platform fills them in for each booking (`guide G21`; integration
/// document (24), "Utilisation des champs {token} et {offerId}"):
///
/// ```swift
/// let template = try DigitalLink.Template("www.site.example/?email={email}&offerID={offerId}&token={token}")
/// let link = try DigitalLink(request.url, template: template)        // the address as it came, or from its path on
/// let outcome = try await passCulture.openDesk.validate(link.countermark, email: link.email, offer: link.offer)
/// ```
///
/// Give it the address as it came, not parameters that a web framework has read already. The platform fills the e-mail in **without
/// encoding it** (`contract 2018-12 §6.5`): in `?email=a+b@c.fr` a framework reads a space where this reads a `+`; and it cuts an
/// address at a `&`, which here belongs to the e-mail as long as that has no `@`. A `#` in an address keeps all that follows from
/// reaching a server; a page that hands over its whole address is read all the same. What browsers encode on the way is decoded.
/// Parameters in another order and those of others, such as `utm_source`, change nothing.
///
/// It prints nothing of what it holds.
public struct DigitalLink: Hashable, Sendable, Masked {
    /// What the young person has.
    public let countermark: Countermark
    /// The address under which the young person booked.
    public let email: EmailAddress
    /// The offer that was booked.
    public let offer: OfferID

    /// Reads a link.
    ///
    /// - Parameters:
    ///   - received: The whole address, or from its path on (`/?email=…`, what an HTTP server calls the request's target), or from its
    ///     `?` on.
    ///   - template: The address of the offer, as the partner gave it.
    /// - Throws: ``DigitalLinkError``, which tells the part that is missing or cannot be used, and never what the link held.
    public init(_ received: some StringProtocol, template: Template) throws(DigitalLinkError) {
        let bytes = Array(received.utf8)
        var values = template.values(in: LinkParts(bytes))
        if template.isWithoutFragment, bytes.contains(UInt8(ascii: "#")) {
            // The rest of an e-mail with a # in it; tried after the usual, since others add fragments of their own.
            let whole = template.values(in: LinkParts(bytes, cutsFragment: false))
            if Part.allCases.contains(where: { Self.isMissing(values[$0]) && !Self.isMissing(whole[$0]) })
                || !Self.holdsAt(values[.email]) && Self.holdsAt(whole[.email])
            {
                values = whole
            }
        }
        let token = try Self.text(of: .token, in: values)
        let address = try Self.text(of: .email, in: values)
        do throws(PassCultureError) {
            countermark = try Countermark(token)
        } catch {
            throw DigitalLinkError(.unusable, .token, error.detail ?? "")
        }
        do throws(PassCultureError) {
            email = try EmailAddress(address)
        } catch {
            throw DigitalLinkError(.unusable, .email, error.detail ?? "")
        }
        if let known = template.offer {
            offer = known
            return
        }
        let id = try Self.text(of: .offerID, in: values)
        do throws(PassCultureError) {
            offer = try OfferID(id)
        } catch {
            throw DigitalLinkError(.unusable, .offerID, error.detail ?? "")
        }
    }

    /// The text of a part.
    private static func text(of part: Part, in values: [Part: [UInt8]]) throws(DigitalLinkError) -> String {
        guard let value = values[part] else {
            throw DigitalLinkError(.missing, part, "it is not where the template has it")
        }
        guard !isMissing(value) else { throw DigitalLinkError(.missing, part, "it is empty") }
        guard value != Array(part.placeholder.utf8) else {
            throw DigitalLinkError(.missing, part, "the placeholder was not filled in")
        }
        guard let text = String(validating: value, as: UTF8.self) else {
            throw DigitalLinkError(.unusable, part, "it is no text")
        }
        return text
    }

    private static func isMissing(_ value: [UInt8]?) -> Bool { value?.isEmpty ?? true }
    private static func holdsAt(_ value: [UInt8]?) -> Bool { value?.contains(UInt8(ascii: "@")) ?? false }
}

extension DigitalLink {
    /// A part of a link, as the contract calls it.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        /// The countermark.
        case token
        /// The e-mail address of the account.
        case email
        /// The identifier of the offer.
        case offerID = "offerId"

        /// What stands for it in the address of an offer, small and capital letters told apart: `{offerId}`.
        public var placeholder: String { "{\(rawValue)}" }
    }
}
