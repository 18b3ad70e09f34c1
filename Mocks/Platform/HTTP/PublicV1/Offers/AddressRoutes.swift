// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// Addresses of offers that are not at their venue (`today §3.2`).
enum AddressRoutes {
    private static let path = "/public/offers/v1/addresses"

    static let routes = [
        PublicV1.route("POST", path) { call throws(WireError) in
            let fields = try PublicFields(call.call)
            let street = fields.required("street") { fields.text($0, 1...200) }
            let city = fields.required("city") { fields.text($0, 1...200) }
            let postalCode = fields.required("postalCode") { fields.text($0) }
            if let postalCode, !isPostalCode(postalCode) { fields.refuse("postalCode", noMatch) }
            let (north, east) = (fields.coordinate("latitude", upTo: 90), fields.coordinate("longitude", upTo: 180))
            let (latitude, longitude) = (north.value, east.value)
            // Half a place is none.
            if latitude != nil, !fields.isSent("longitude") { fields.refuse("longitude", ValidationErrors.required) }
            if longitude != nil, !fields.isSent("latitude") { fields.refuse("latitude", ValidationErrors.required) }
            try fields.finish()
            guard let street, let city, let postalCode else { throw .serverFault }
            var draft = AddressDraft(street: street, city: city, postalCode: postalCode)
            if let latitude, let longitude {
                draft.coordinates = AddressDraft.Coordinates(latitude: latitude, longitude: longitude)
            } else if !draft.isInNationalBase, call.read({ $0.address(draft) }) == nil {
                throw .field("__root__", "This address is not in the national base: latitude and longitude are needed")
            }
            let address = try call.perform(.offers(.addAddress(draft)), words: OfferWords.fields) { state, _ in
                state.address(draft)
            }
            guard let address else { throw .serverFault }
            return .json(json(address))
        },
        PublicV1.route("GET", path + "/search") { call throws(WireError) in
            let query = PublicQuery(call.call)
            func required(_ name: String) -> String {
                let text = query.text(name) ?? ""
                if text.isEmpty { query.refuse(name, ValidationErrors.required) }
                return text
            }
            let (street, city, postalCode) = (required("street"), required("city"), required("postalCode"))
            // Where it lies is looked at and not searched by: the platform has no map.
            _ = (query.coordinate("latitude", upTo: 90), query.coordinate("longitude", upTo: 180))
            if !postalCode.isEmpty, !isPostalCode(postalCode) { query.refuse("postalCode", noMatch) }
            if city.contains(where: \.isNumber) { query.refuse("__root__", "No municipality found for \(city)") }
            try query.finish()
            let draft = AddressDraft(street: street, city: city, postalCode: postalCode)
            let found = call.read { $0.address(draft) }
            return .json(["addresses": .array(found.map { [json($0)] } ?? [])])
        },
        PublicV1.route("GET", path + "/{address_id}") { call throws(WireError) in
            let id: Identifier<PublicAddress> = try call.identifier("address_id")
            guard let address = call.read({ $0.addresses[id] }) else {
                throw .field("address_id", "The address could not be found", status: 404)
            }
            return .json(json(address))
        },
    ]

    private static let noMatch = "string does not match regex \"^(?:0[1-9]|[1-8]\\d|9[0-8])\\d{3}$\""

    private static func isPostalCode(_ text: String) -> Bool {
        text.utf8.count == 5 && text.allSatisfy(\.isASCIIDigit) && ("01"..."98").contains(String(text.prefix(2)))
    }

    private static func json(_ address: PublicAddress) -> JSONValue {
        [
            "id": PublicJSON.id(address.id), "banId": .null, "street": .string(address.street),
            "city": .string(address.city), "postalCode": .string(address.postalCode),
            "latitude": WireJSON.coordinate(address.latitude), "longitude": WireJSON.coordinate(address.longitude),
        ]
    }
}
