// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform
import PlatformDomain
import Testing

@Suite("Calls")
struct CallTests {
    let service = DomainService()

    private func call(
        by actor: Actor = .anonymous, query: String = "", contentType: String? = nil, body: String = ""
    ) -> Call {
        Call(
            method: "POST", path: "/x", parameters: ["id": "A9", "bad": "a9"], query: QueryString.fields(query),
            headers: contentType.map { [("content-TYPE", $0)] } ?? [], body: Array(body.utf8), service: service,
            caller: Caller(actor: actor))
    }

    private func line(_ body: () throws(WireError) -> Void) -> String? {
        do throws(WireError) {
            try body()
            return nil
        } catch {
            return error.answer.line
        }
    }

    @Test func theFirstOfRepeatedParametersWins() {
        let call = call(query: "a=1&b=%C3%A9+%2B&a=2&c&=x&&d=%zz%4")
        #expect(call.query("a") == "1")
        #expect(call.query("b") == "é +")
        #expect(call.query("c") == "")
        #expect(call.query("d") == "%zz%4")
        #expect(call.query("e") == nil)
        #expect(QueryString.segment("a+b%20%C3%A9%ff") == "a+b é\u{FFFD}")
    }

    @Test func signedInRoutesRefuseOthers() throws {
        let me = Identifier<User>(7)
        #expect(try call(by: .user(me)).signedIn() == me)
        #expect(try call(by: .user(me)).signedInOrKey() == me)
        #expect(try call(by: .anonymous).personIfAny() == nil)
        #expect(
            line { () throws(WireError) in _ = try call().signedIn() }
                == #"401 {"global":["Authentification nécessaire"]}"#)
        #expect(
            line { () throws(WireError) in _ = try call().signedInOrKey() } == "403 API key or login required")
        for read in [{ try $0.signedIn() }, { try $0.signedInOrKey() }] as [(Call) throws -> Identifier<User>] {
            let error = #expect(throws: WireError.self) { try read(call(by: .refused(.wrongPassword))) }
            #expect(error?.answer.line == #"401 {"password":["Mot de passe incorrect"]}"#)
        }
    }

    @Test(arguments: [
        "application/json", "application/json; charset=utf-8", "APPLICATION/JSON", "application/vnd.x+json",
    ])
    func announcedJSONIsRead(type: String) throws {
        #expect(try call(contentType: type, body: #" {"a": 1} "#).jsonBody() == ["a": 1])
    }

    @Test(arguments: [
        (nil, "{}", "400 JSON data expected"), ("text/plain", "{}", "400 JSON data expected"),
        ("application/x-www-form-urlencoded", "a=1", "400 JSON data expected"),
        ("application/json", "", "400 (page)"), ("application/json", "{\"a\": ", "400 (page)"),
        ("application/json", "[]", "400 (page)"), ("application/json", "1", "400 (page)"),
    ])
    func otherBodiesAreRefused(type: String?, body: String, expected: String) {
        #expect(line { () throws(WireError) in _ = try call(contentType: type, body: body).jsonBody() } == expected)
    }

    @Test func identifiersAreReadFromPathAndQuery() throws {
        let call = call(query: "offer_id=AE&empty=&bad=1")
        #expect(try call.identifier("id", of: Offer.self).number == 2)
        #expect(try call.identifierInQuery("offer_id", of: Offer.self)?.number == 1)
        #expect(try call.identifierInQuery("empty", of: Offer.self) == nil)
        #expect(try call.identifierInQuery("absent", of: Offer.self) == nil)
        #expect(throws: WireError.self) { try call.identifier("bad", of: Offer.self) }
        #expect(throws: WireError.self) { try call.identifierInQuery("bad", of: Offer.self) }
    }
}
