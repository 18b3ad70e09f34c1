// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Synchronization

/// A vendor under test: its URLs, the key that signs, and what the run has learnt about it.
final class Vendor: Sendable {
    /// Where notifications or bookings go.
    let address: WebhookAddress
    /// Where tickets are cancelled.
    let cancelling: WebhookAddress?
    /// The page of the test set-up that counts.
    let counting: WebhookAddress?
    /// What the person said.
    let setting: VendorSetting
    private let learnt = Mutex((form: InnerForm?.none, keepsTickets: false))

    /// Judges the URLs and the fields.
    ///
    /// - Throws: ``WorldRefusal`` with exit code 3 when a URL may not be tried, or a field is none of the contract's or
    ///   the checks' own.
    init(_ url: String, _ setting: VendorSetting, owned: Bool) throws(WorldRefusal) {
        do throws(TargetGuard.Refusal) {
            address = try WebhookAddress(url, owned: owned)
            cancelling = try Vendor.address(setting.cancelURL, owned: owned)
            counting = try Vendor.address(setting.countURL, owned: owned)
        } catch {
            throw WorldRefusal(exitCode: 3, sentence: error.sentence)
        }
        self.setting = setting
        let fields = setting.fields.keys + (setting.slowFields?.keys ?? [])
        for field in fields where WebhookBooking.plain[field] == nil {
            let field = Visible.text(field)
            throw WorldRefusal(
                exitCode: 3,
                sentence: Sentence(
                    "« \(field) » n'est pas un champ des appels du pass Culture.",
                    "\"\(field)\" is no field of the calls of the pass Culture."))
        }
        for field in fields where WebhookBooking.ownFields.contains(field) {
            throw WorldRefusal(
                exitCode: 3,
                sentence: Sentence(
                    "« \(field) » distingue les réservations d'essai : ôtez-le de --payload et --slow-payload.",
                    "\"\(field)\" tells the bookings of the checks apart: take it out of --payload and --slow-payload.")
            )
        }
    }

    private static func address(
        _ url: String?, owned: Bool
    ) throws(TargetGuard.Refusal) -> WebhookAddress? {
        guard let url else { return nil }
        return try WebhookAddress(url, owned: owned)
    }

    /// Whether all is on this machine.
    var isLocal: Bool { [address, cancelling, counting].allSatisfy { $0?.isLocal ?? true } }

    /// Its URLs, each with the option of the command line that gives it.
    var addresses: [(address: WebhookAddress, option: String)] {
        let first = cancelling == nil ? "--url" : "--booking-url"
        return [(address, first), (cancelling, "--cancel-url"), (counting, "--count-url")].compactMap {
            address, option in
            address.map { ($0, option) }
        }
    }

    /// The form of the inner text that the vendor has accepted; nil until it accepted one.
    var acceptedForm: InnerForm? { learnt.withLock { $0.form } }

    /// Remembers that the vendor accepts a form.
    func accepts(_ form: InnerForm) {
        learnt.withLock { $0.form = $0.form ?? form }
    }

    /// Whether a ticket could not be given back.
    var keepsTickets: Bool { learnt.withLock { $0.keepsTickets } }

    /// Remembers that a ticket could not be given back.
    func keepTickets() {
        learnt.withLock { $0.keepsTickets = true }
    }
}
