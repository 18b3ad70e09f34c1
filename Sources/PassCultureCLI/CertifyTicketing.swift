// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import Conformance

/// `passculture certify ticketing`: judges a vendor's ticketing system.
struct CertifyTicketing: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "ticketing",
            abstract: tr(
                "Judges a ticketing system (bookingUrl, cancelUrl).", "Juge une billetterie (bookingUrl, cancelUrl)."),
            discussion: tr(
                """
                Books and cancels as the pass Culture does: one and two tickets, the last seats, one seat for two, wrong signatures, \
                both inner forms. It fills a stock of yours, which needs 3 to 30 seats left, and gives all back.

                  passculture certify ticketing --booking-url http://127.0.0.1:3000/book --cancel-url http://127.0.0.1:3000/cancel \\
                    --hmac-key-file hmac.key --payload stock.json

                Exit codes: as for certify platform.
                """,
                """
                Réserve et annule comme le pass Culture : un et deux billets, les dernières places, une place pour deux, de fausses \
                signatures, les deux formes. Il remplit un stock à vous, auquel il doit rester 3 à 30 places, et rend tout.

                  passculture certify ticketing --booking-url http://127.0.0.1:3000/book --cancel-url http://127.0.0.1:3000/cancel \\
                    --hmac-key-file hmac.key --payload stock.json

                Codes de sortie : ceux de certify platform.
                """))
    }

    @Option(help: ArgumentHelp(tr("URL that issues tickets.", "URL qui émet les billets."), valueName: "url"))
    var bookingUrl: String

    @Option(help: ArgumentHelp(tr("URL that cancels tickets.", "URL qui annule les billets."), valueName: "url"))
    var cancelUrl: String

    @Option(
        help: ArgumentHelp(
            tr(
                "Page of your test set-up that answers {\"remainingQuantity\": n} for the slow stock.",
                "Page de votre montage d'essai qui répond {\"remainingQuantity\": n} pour le stock lent."),
            valueName: "url"))
    var countUrl: String?

    @Option(
        help: ArgumentHelp(
            tr(
                "Like --payload, for a stock whose tickets you issue after more than 8 s.",
                "Comme --payload, pour un stock dont vous émettez les billets après plus de 8 s."),
            valueName: "file"))
    var slowPayload: String?

    @Option(
        help: ArgumentHelp(
            tr(
                "Seconds after which you release a ticket issued too late.",
                "Secondes après lesquelles vous libérez un billet émis trop tard."),
            valueName: "seconds"))
    var releasedAfter: UInt32 = 0

    @OptionGroup var vendor: VendorOptions

    @OptionGroup var selection: SelectionOptions

    @OptionGroup var common: CommonOptions

    func run() async throws {
        var setting = try vendor.setting()
        setting.cancelURL = cancelUrl
        setting.countURL = countUrl
        if let slowPayload { setting.slowFields = try VendorOptions.fields(slowPayload) }
        setting.releasedAfter = .seconds(Int64(releasedAfter))
        try await selection.run(
            CertificationConfiguration(
                url: bookingUrl, subject: .ticketing(setting), ownsEnvironment: vendor.ownership.isOwned))
    }
}
