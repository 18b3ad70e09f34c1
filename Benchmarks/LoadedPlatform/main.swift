// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import Platform
import PlatformDomain

/// A platform with very many bookings, for `Scripts/bench`: half of books, half of a film.
///
/// `loaded-platform --bookings N --tokens FILE` makes the bookings in the process, writes their countermarks to the file, a line
/// each, and prints its base URL once all are there. The bookshop's log-in is `libraire@example.org`. Time stands still; a SIGTERM
/// ends it. It serves the edition of 2018 alone unless `--both-editions` follows.
struct LoadedPlatform {
    /// The password of everybody.
    static let password = "Une-cle-de-12-signes"
    /// How many bookings a young person's credit and ceilings allow: five books and five seats at 10 euros.
    static let bookingsEach = 10

    /// How many bookings there are.
    let bookings: Int
    /// Where their countermarks go.
    let tokens: String
    /// Which editions of the contract are served.
    let edition: Edition

    /// What the arguments ask for; nothing when they cannot be understood.
    init?(_ arguments: [String]) {
        guard arguments.count >= 4, arguments[0] == "--bookings", let count = Int(arguments[1]), count > 0,
            arguments[2] == "--tokens", ["", "--both-editions"].contains(arguments[4...].joined(separator: " "))
        else { return nil }
        bookings = count
        tokens = arguments[3]
        edition = arguments.count == 4 ? .prototype2018 : .both
    }

    /// Fills the platform and listens until a signal ends it.
    func run() async throws {
        let server = try await PlatformServer.start(
            PlatformConfiguration(edition: edition, clock: .frozen, stopsOnSignals: true))
        let hash = await server.service.hash(password: Self.password)
        guard write(try fill(server.service, hash)) else {
            print("\(tokens) cannot be written")
            exit(2)
        }
        print(server.baseURL)
        fflush(nil)
        await server.run()
    }

    /// Makes the bookings, and gives their countermarks.
    private func fill(_ service: Service, _ hash: String) throws(Refusal) -> [String] {
        let stocks = try shop(service, hash)
        var codes: [String] = []
        codes.reserveCapacity(bookings)
        var young = Identifier<User>(0)
        for index in 0..<bookings {
            if index % Self.bookingsEach == 0 {
                young = try account(service, "jeune\(index)@example.org", .young, hash)
            }
            let stock = stocks[index % 2]
            codes.append(
                try service.perform(.book(by: young, stock: stock, quantity: 1, recommendation: nil)) { _, events in
                    if case .bookingCreated(let booking)? = events.first { booking.token } else { "" }
                })
        }
        return codes
    }

    /// A bookshop that is paid, with a book and a film on sale without end.
    private func shop(_ service: Service, _ hash: String) throws(Refusal) -> [Identifier<Stock>] {
        let offerer = OffererDraft(
            name: "Librairie du banc", siren: "418166096", address: "1 rue du Banc", postalCode: "93100",
            city: "Montreuil")
        let seller = try account(service, "libraire@example.org", .professional(offerer), hash)
        let id = Identifier<Offerer>(1)
        var changes = OffererChanges()
        changes.bankDetails = .some(BankDetailsDraft(iban: "FR7630006000011234567890189", bic: "BDFEFRPP"))
        let rib = RIB(form: .pdf, byteCount: 9, digest: "bench", filedAt: service.now())
        var venue = VenueDetails()
        venue.siret = "41816609600034"
        venue.address = "1 rue du Banc"
        venue.postalCode = "93100"
        venue.city = "Montreuil"
        for command in [
            Command.nameAdministrator(id, email: "libraire@example.org"),
            .updateOfferer(by: .user(seller), id, changes),
            .fileRIB(by: .user(seller), .offerer(id), rib), .acceptOffererBankDetails(id),
            .createVenue(
                by: .user(seller),
                VenueDraft(offererID: id, name: "Librairie du banc", isVirtual: false, details: venue)),
        ] { try service.perform(command) { _, _ in } }
        let book = try product(service, .thing, "ThingType.LIVRE_EDITION", seller)
        let film = try product(service, .event, "EventType.CINEMA", seller)
        let begin = service.now() + .days(20)
        let date = try service.perform(
            .createOccurrence(by: .user(seller), film, begin: begin, end: begin + .hours(2))
        ) { state, _ in Identifier<Occurrence>(Int64(state.occurrences.count)) }
        return [try stock(service, .offer(book), seller), try stock(service, .occurrence(date), seller)]
    }

    private func account(
        _ service: Service, _ email: String, _ purpose: SignUp.Purpose, _ hash: String
    ) throws(Refusal) -> Identifier<User> {
        let draft = SignUp(
            purpose: purpose, email: email, passwordHash: hash, publicName: "Quelqu'un", isValidatedAtOnce: true)
        return try service.perform(.signUp(draft)) { state, _ in Identifier(Int64(state.users.count)) }
    }

    private func product(
        _ service: Service, _ kind: Product.Kind, _ type: String, _ seller: Identifier<User>
    ) throws(Refusal) -> Identifier<Offer> {
        var details = ProductDetails()
        details.name = "Ce qui est en vente"
        details.type = type
        details.durationMinutes = kind == .event ? 120 : nil
        let draft = ProductDraft(kind: kind, details: details)
        return try service.perform(.createProduct(by: .user(seller), draft, at: Identifier(2))) { state, _ in
            Identifier(Int64(state.offers.count))
        }
    }

    private func stock(
        _ service: Service, _ owner: StockDraft.Owner, _ seller: Identifier<User>
    ) throws(Refusal) -> Identifier<Stock> {
        let draft = StockDraft(owner: owner, price: Euros(cents: 1_000), available: nil, limit: .none)
        return try service.perform(.createStock(by: .user(seller), draft)) { state, _ in
            Identifier(Int64(state.stocks.count))
        }
    }

    private func write(_ codes: [String]) -> Bool {
        guard let file = fopen(tokens, "w") else { return false }
        defer { fclose(file) }
        return fputs(codes.joined(separator: "\n") + "\n", file) >= 0
    }
}

guard let loaded = LoadedPlatform(Array(CommandLine.arguments.dropFirst())) else {
    print("usage: loaded-platform --bookings N --tokens FILE [--both-editions]")
    exit(3)
}
try await loaded.run()
