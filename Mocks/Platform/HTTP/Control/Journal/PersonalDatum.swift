// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What an export of the journal does not show of people, and of what opens their accounts.
enum PersonalDatum: UInt32, CaseIterable {
    /// A countermark.
    case countermark = 0xE000
    /// An e-mail address.
    case email
    /// A person's name.
    case name
    /// A date of birth.
    case birthDate
    /// A telephone number.
    case phone
    /// An IBAN.
    case iban
    /// The token of a link that was mailed.
    case link
    /// What the journal itself never kept.
    case secret
    /// The barcode of a ticket, which opens a door as a countermark does.
    case barcode

    /// The character of the private use area that stands for one while an export is put together.
    var mark: Character { Character(Unicode.Scalar(rawValue) ?? "\u{E0FF}") }

    /// The shell variable that stands for one in a line to copy.
    var variable: String {
        switch self {
        case .countermark: "COUNTERMARK"
        case .email: "EMAIL"
        case .name: "NAME"
        case .birthDate: "BIRTH_DATE"
        case .phone: "PHONE"
        case .iban: "IBAN"
        case .link: "LINK_TOKEN"
        case .secret: "PASSWORD"
        case .barcode: "BARCODE"
        }
    }

    /// What a field of that name holds, if it is one of them; the value tells a countermark from the token of a link.
    init?(field name: String, value: String) {
        let name = name.lowercased().filter { $0 != "_" && $0 != "-" }
        switch name {
        case "token": self = value.utf8.count == 6 ? .countermark : .link
        case "countermark", "contremarque": self = .countermark
        case "identifier": self = .email
        case "publicname", "username", "firstname", "lastname", "fullname", "recipientname", "userfirstname",
            "userlastname":
            self = .name
        case "dateofbirth", "birthdate", "birthday", "userbirthdate": self = .birthDate
        case "phonenumber", "phone", "userphonenumber", "userphone": self = .phone
        case "iban": self = .iban
        case "barcode", "barcodes": self = .barcode
        case let name where name.hasSuffix("email"): self = .email
        default: return nil
        }
    }
}
