// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// A person on the wire (`contract 2018-12 §4.6`): never the password, nor what the links in mails carry.
enum UserJSON {
    /// The person as sign-up answers it.
    static func object(_ user: User) -> JSONObject {
        [
            "canBookFreeOffers": .bool(user.canBookFreeOffers), "dateCreated": WireJSON.date(user.dateCreated),
            "dateOfBirth": WireJSON.date(user.dateOfBirth), "departementCode": WireJSON.text(user.departementCode),
            "email": .string(user.email), "firstName": WireJSON.text(user.firstName), "firstThumbDominantColor": nil,
            "id": WireJSON.id(user.id), "isAdmin": .bool(user.isAdmin), "lastName": WireJSON.text(user.lastName),
            "modelName": "User", "phoneNumber": WireJSON.text(user.phoneNumber),
            "postalCode": WireJSON.text(user.postalCode), "publicName": .string(user.publicName), "thumbCount": 0,
            // Nothing was summed up for somebody without credit, which the service's database called the integer 0.
            "wallet_balance": user.credit == .zero ? WireJSON.sum(user.wallet) : WireJSON.euros(user.wallet),
            "wallet_is_activated": .bool(user.credit > .zero),
        ]
    }

    /// The person as sign-in and the person's own page answer it: with what was spent, out of how much.
    static func object(_ user: User, _ expenses: Expenses) -> JSONObject {
        object(user).adding([
            "expenses": [
                "all": share(expenses.all), "physical": share(expenses.physical), "digital": share(expenses.digital),
            ]
        ])
    }

    private static func share(_ share: Expenses.Share) -> JSONValue {
        ["max": whole(share.max), "actual": WireJSON.sum(share.actual)]
    }

    /// An amount that the service kept as an integer.
    private static func whole(_ amount: Euros) -> JSONValue {
        amount.cents % 100 == 0 ? .number(JSONNumber(amount.cents / 100)) : WireJSON.euros(amount)
    }
}
