// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture
import PassCultureTesting
import Synchronization

/// Somebody who publishes, in front of a scripted platform.
struct EANShelf: Sendable {
    private static let keys = Mutex(0)

    /// One that nobody else has, as the limit of calls is the process's.
    let key: String
    static let host = "https://backend.integration.passculture.pro"

    let transport: FakeTransport
    let time: VirtualTime
    let publisher: Publisher

    /// Everything it waits for passes at once.
    init(
        _ script: [FakeTransport.Step] = [], retries: RetryPolicy = .none, circuit: CircuitPolicy = .none,
        deadline: Duration = .seconds(30), time: VirtualTime = VirtualTime(),
        observe: (@Sendable (Event) -> Void)? = nil
    ) throws {
        transport = FakeTransport(script)
        self.time = time
        key = Self.keys.withLock { number in
            number += 1
            return "integration_publisher_canary\(number)secret"
        }
        let options = Options(
            retries: retries, circuit: circuit, time: time, draw: { 0xABCDEF }, observe: observe)
        publisher = PassCulture(.integration, options: options, transport: transport)
            .publisher(key: try ProviderKey(key), deadline: deadline)
    }

    /// Method and path of what was sent.
    var asked: [String] {
        transport.requests.map { "\($0.method) \($0.url.dropFirst(Self.host.count))" }
    }

    /// The bodies of what was sent, as text.
    var bodies: [String] {
        transport.requests.map { String(decoding: $0.body ?? [], as: UTF8.self) }
    }
}

extension FakeTransport.Step {
    /// Answers with JSON.
    static func json(_ text: String, status: Int = 200) -> Self {
        .answer(TransportResponse(status: status, text: text))
    }

    /// Answers with JSON when so much time has passed.
    static func slow(_ text: String, status: Int = 200, after wait: Duration, of time: VirtualTime) -> Self {
        .perform { _ in
            time.advance(by: wait)
            return .success(TransportResponse(status: status, text: text))
        }
    }
}

/// Things to publish.
enum Sample {
    /// As many EANs as wanted, each with its check digit.
    static func eans(_ count: Int) throws -> [EAN] {
        try (0..<count).map { number in
            let twelve = "978" + String(repeating: "0", count: 9 - "\(number)".count) + "\(number)"
            for digit in 0...9 {
                if let ean = try? EAN(twelve + "\(digit)") { return ean }
            }
            throw EANError.notOnlyDigits
        }
    }

    static func stocks(_ count: Int) throws -> [EANStock] {
        try eans(count).map { EANStock($0, priceCents: 1250, quantity: .units(3)) }
    }

    static func offer(_ category: CategoryFields = CategoryFields(.conference)) -> OfferDraft {
        OfferDraft(
            name: "Molière", category: category,
            accessibility: Accessibility(audio: true, mental: false, motor: true, visual: false), location: .venue(7))
    }

    /// A product as the platform gives it.
    static func product(
        _ ean: EAN, id: Int = 1, stock: String? = #"{"price":1250,"quantity":3,"bookedQuantity":0}"#
    ) -> String {
        #"{"id":\#(id),"status":"ACTIVE","name":"X","categoryRelatedFields":{"category":"LIVRE_PAPIER","ean":"\#(ean)"},"#
            + #""accessibility":{"audioDisabilityCompliant":null},"location":{"type":"physical","venueId":7},"#
            + #""stock":\#(stock ?? "null"),"later":true}"#
    }

    static func products(_ products: [String]) -> FakeTransport.Step {
        .json(#"{"products":[\#(products.joined(separator: ","))]}"#)
    }

    static let event =
        #"{"id":5,"status":"DRAFT","name":"Molière","hasTicket":false,"categoryRelatedFields":{"category":"CONFERENCE"},"#
        + #""accessibility":{"audioDisabilityCompliant":true},"location":{"type":"physical","venueId":7},"#
        + #""priceCategories":[{"id":9,"label":"Plein tarif","price":2000,"idAtProvider":null}],"videoUrl":null}"#

    /// The beginning of a PNG of a size.
    static func png(_ width: Int, _ height: Int) -> [UInt8] {
        func four(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + four(width)
            + four(height)
    }

    /// The beginning of a JPEG of a size, with a segment before its frame.
    static func jpeg(_ width: Int, _ height: Int) -> [UInt8] {
        func two(_ number: Int) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 0xFF)] }
        return [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC2, 0, 11, 8] + two(height) + two(width)
    }
}
