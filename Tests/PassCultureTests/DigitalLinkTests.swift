// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import Testing

@Suite("A digital offer's link")
struct DigitalLinkTests {
    private static let documented = "www.urldemonsite.fr/?email={email}&offerID={offerId}&token={token}"

    private static func read(
        _ received: String, _ template: String = documented
    ) throws(DigitalLinkError) -> [String] {
        let link = try DigitalLink(received, template: DigitalLink.Template(template))
        return [link.countermark.revealed, link.email.revealed, link.offer.revealed]
    }

    private static func failure(_ received: String, _ template: String = documented) -> DigitalLinkError? {
        do throws(DigitalLinkError) {
            _ = try read(received, template)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "gives countermark, e-mail and offer, whole or from its path or query on",
        arguments: [
            "http://www.urldemonsite.fr/?email=j@ex.fr&offerID=AE&token=LYSYU9",
            "www.urldemonsite.fr/?email=j@ex.fr&offerID=AE&token=LYSYU9", "/?email=j@ex.fr&offerID=AE&token=LYSYU9",
            "?email=j@ex.fr&offerID=AE&token=LYSYU9",
            "https://elsewhere.example:8443?email=j@ex.fr&offerID=AE&token=LYSYU9",
            "/?utm_source=pass&token=LYSYU9&offerID=AE&email=j%40ex.fr&utm_medium=app#top",
        ])
    func forms(received: String) throws {
        #expect(try Self.read(received) == ["LYSYU9", "j@ex.fr", "AE"])
    }

    @Test(
        "gives the e-mail as the user wrote it, which the platform fills in without encoding it",
        arguments: [
            ("j+2@ex.fr", "j+2@ex.fr"), ("j%2B2@ex.fr", "j+2@ex.fr"), ("r&d@ex.fr", "r&d@ex.fr"),
            ("r&d=x&y@ex.fr", "r&d=x&y@ex.fr"), ("a=b@ex.fr", "a=b@ex.fr"), ("a?b@ex.fr", "a?b@ex.fr"),
            ("50%@ex.fr", "50%@ex.fr"), ("a%zz@ex.fr", "a%zz@ex.fr"), ("%C3%A9l%C3%A9a@ex.fr", "éléa@ex.fr"),
            ("{token}@ex.fr", "{token}@ex.fr"), ("a#b@ex.fr", "a#b@ex.fr"), ("J.D@Ex.FR", "J.D@Ex.FR"),
        ])
    func emails(sent: String, expected: String) throws {
        #expect(try Self.read("/?email=\(sent)&offerID=AE&token=LYSYU9") == ["LYSYU9", expected, "AE"])
        #expect(try Self.read("/?token=LYSYU9&offerID=AE&email=\(sent)") == ["LYSYU9", expected, "AE"])
    }

    @Test("does not take another's parameter for the end of an e-mail")
    func parameters() throws {
        #expect(try Self.read("/?email=j@ex.fr&utm=x@y&offerID=AE&token=LYSYU9") == ["LYSYU9", "j@ex.fr", "AE"])
        let error = Self.failure("/?email=jean&offerID=AE&token=LYSYU9&reply=x@y.fr")
        #expect(error?.code == .unusable)
        #expect(error?.part == .email)
    }

    @Test("is read where the template has its placeholders: path, part of a value, fragment")
    func templates() throws {
        let expected = ["LYSYU9", "a/b@ex.fr", "AE"]
        #expect(
            try Self.read("/pass/LYSYU9/a/b@ex.fr/AE/go", "https://x.fr/pass/{token}/{email}/{offerId}/go") == expected)
        #expect(
            try Self.read("/?d=PC-LYSYU9|a/b@ex.fr|AE.", "https://x.fr/?d=PC-{token}|{email}|{offerId}.") == expected)
        #expect(
            try Self.read(
                "https://x.fr/?o=AE#/in?t=LYSYU9&m=a/b@ex.fr", "https://x.fr/?o={offerId}#/in?t={token}&m={email}")
                == expected)
        #expect(
            try Self.read("/?e=a/b@ex.fr&e=AE&c%5B%5D=LYSYU9&o=AE", "x.fr?e={email}&c[]={token}&o={offerId}")
                == expected)
        let known = try DigitalLink.Template("x.fr/?t={token}&m={email}", offer: OfferID("AE"))
        #expect(try DigitalLink("/?m=a/b@ex.fr&t=ly%20syu9", template: known).offer.revealed == "AE")
    }

    @Test(
        "tells which part is missing",
        arguments: [
            ("/?email=j@ex.fr&offerID=AE", DigitalLink.Part.token), ("/?offerID=AE&token=LYSYU9", .email),
            ("/?email=j@ex.fr&token=LYSYU9", .offerID), ("/?email=j@ex.fr&offerID=AE&token=", .token),
            ("/?email=&offerID=AE&token=LYSYU9", .email), ("/?email=j@ex.fr&offerID&token=LYSYU9", .offerID),
            ("/?email=j@ex.fr&offerID=AE&token={token}", .token),
            ("/?email=%7Bemail%7D&offerID=AE&token=LYSYU9", .email),
            ("", .token), ("#", .token), ("?&&=&", .token), ("https://", .token),
            // Cut by the browser at the # of an address: the server never gets the rest.
            ("/?offerID=AE&token=LYSYU9&email=", .email),
        ])
    func missing(received: String, part: DigitalLink.Part) {
        let error = Self.failure(received)
        #expect(error?.code == .missing)
        #expect(error?.part == part)
        #expect(error?.description.hasPrefix("missing {\(part.rawValue)}: ") == true)
    }

    @Test(
        "tells which part cannot be used, and not what it was",
        arguments: [
            ("/?email=j@ex.fr&offerID=AE&token=CANARY7", DigitalLink.Part.token),
            ("/?email=canary&offerID=AE&token=LYSYU9", .email), ("/?email=%FF@canary&offerID=AE&token=LYSYU9", .email),
            ("/?email=j%00canary@ex.fr&offerID=AE&token=LYSYU9", .email),
            ("/?email=j@ex.fr&offerID=AA&token=LYSYU9", .offerID),
        ])
    func unusable(received: String, part: DigitalLink.Part) {
        let error = Self.failure(received)
        #expect(error?.code == .unusable)
        #expect(error?.part == part)
        #expect(error?.description.lowercased().contains("canary") == false)
    }

    @Test(
        "a template that cannot be read back is refused at once",
        arguments: [
            ("x.fr/?email={email}&token={token}", DigitalLink.Part.offerID as DigitalLink.Part?),
            ("x.fr/?email={Email}&token={token}&o={offerId}", .email), ("x.fr/?x={token}{email}&o={offerId}", .email),
            ("x.fr/?{token}={email}&o={offerId}", nil), ("{token}.x.fr/?e={email}&o={offerId}&t={token}", nil),
            ("", .token),
            ("x.fr/?t={token}-{token}&e={email}&o={offerId}", .token),
            ("x.fr/?e={email}&o={offerId}&e={token}", .email), ("x.fr/?e={email}&o={offerId}&t=%4{token}", .token),
        ])
    func badTemplates(template: String, part: DigitalLink.Part?) {
        let error = Self.failure("/?email=j@ex.fr&token=LYSYU9", template)
        #expect(error?.code == .badTemplate)
        #expect(error?.part == part)
    }

    @Test("prints nothing of what it holds")
    func masked() throws {
        let template = try DigitalLink.Template(Self.documented)
        let link = try DigitalLink("/?email=canary@ex.fr&offerID=CAGE&token=CANARY", template: template)
        var text = "\(link) \(String(reflecting: link)) \([link]) \(Optional(link) as Any)"
        dump(link, to: &text)
        for secret in ["canary", "CAGE", "CANARY"] { #expect(!text.contains(secret)) }
    }
}
