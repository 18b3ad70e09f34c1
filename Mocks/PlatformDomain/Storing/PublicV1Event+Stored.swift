// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension PublicV1Event {
    /// The event as it is kept.
    var stored: StoredEvent {
        switch self {
        case .providerCreated(let provider): StoredEvent("providerCreated", provider)
        case .providerUpdated(let provider): StoredEvent("providerUpdated", provider)
        case .venueLinked(let link): StoredEvent("venueLinked", link)
        case .venueLinkUpdated(let link): StoredEvent("venueLinkUpdated", link)
        case .offerPublished(let offer): StoredEvent("offerPublished", offer)
        case .publishedOfferUpdated(let offer): StoredEvent("publishedOfferUpdated", offer)
        case .priceCategoryCreated(let category): StoredEvent("priceCategoryCreated", category)
        case .priceCategoryUpdated(let category): StoredEvent("priceCategoryUpdated", category)
        case .stockPublished(let stock): StoredEvent("stockPublished", stock)
        case .publishedStockUpdated(let stock): StoredEvent("publishedStockUpdated", stock)
        case .addressCreated(let address): StoredEvent("addressCreated", address)
        case .bookingEmailChanged(let id, let email):
            StoredEvent("bookingEmailChanged", ["offer": id, "email": email])
        case .eanOrdered(let order): StoredEvent("eanOrdered", order)
        case .eanOrderDone(let id): StoredEvent("eanOrderDone", ["order": id])
        case .cinemaOrdered(let order): StoredEvent("cinemaOrdered", order)
        case .cinemaOrderDone(let id, let offerID): StoredEvent("cinemaOrderDone", ["order": id, "offer": offerID])
        case .termsFixed(let terms): StoredEvent("termsFixed", terms)
        case .termsUpdated(let terms): StoredEvent("termsUpdated", terms)
        case .ticketIssued(let ticket): StoredEvent("ticketIssued", ticket)
        case .barcodeGivenUp(let barcode): StoredEvent("barcodeGivenUp", barcode)
        case .barcodeReturned(let id): StoredEvent("barcodeReturned", ["barcode": id])
        case .noticeQueued(let notice): StoredEvent("noticeQueued", notice)
        case .noticeBegun(let id): StoredEvent("noticeBegun", ["notice": id])
        case .waitingCallsDropped: StoredEvent("waitingCallsDropped", [:])
        case .bookingKept(let id, let instant): StoredEvent("bookingKept", ["booking": id, "at": instant])
        }
    }

    /// Reads one of these; nothing if it is another.
    static func event(_ stored: StoredEvent) throws(StoredError) -> PublicV1Event? {
        switch stored.kind {
        case "providerCreated": .providerCreated(try stored.record())
        case "providerUpdated": .providerUpdated(try stored.record())
        case "venueLinked": .venueLinked(try stored.record())
        case "venueLinkUpdated": .venueLinkUpdated(try stored.record())
        case "offerPublished": .offerPublished(try stored.record())
        case "publishedOfferUpdated": .publishedOfferUpdated(try stored.record())
        case "priceCategoryCreated": .priceCategoryCreated(try stored.record())
        case "priceCategoryUpdated": .priceCategoryUpdated(try stored.record())
        case "stockPublished": .stockPublished(try stored.record())
        case "publishedStockUpdated": .publishedStockUpdated(try stored.record())
        case "addressCreated": .addressCreated(try stored.record())
        case "bookingEmailChanged":
            .bookingEmailChanged(try stored.value("offer"), try stored.value("email"))
        case "eanOrdered": .eanOrdered(try stored.record())
        case "eanOrderDone": .eanOrderDone(try stored.value("order"))
        case "cinemaOrdered": .cinemaOrdered(try stored.record())
        case "cinemaOrderDone": .cinemaOrderDone(try stored.value("order"), try stored.value("offer"))
        case "termsFixed": .termsFixed(try stored.record())
        case "termsUpdated": .termsUpdated(try stored.record())
        case "ticketIssued": .ticketIssued(try stored.record())
        case "barcodeGivenUp": .barcodeGivenUp(try stored.record())
        case "barcodeReturned": .barcodeReturned(try stored.value("barcode"))
        case "noticeQueued": .noticeQueued(try stored.record())
        case "noticeBegun": .noticeBegun(try stored.value("notice"))
        case "waitingCallsDropped": .waitingCallsDropped
        case "bookingKept": .bookingKept(try stored.value("booking"), at: try stored.value("at"))
        default: nil
        }
    }
}
