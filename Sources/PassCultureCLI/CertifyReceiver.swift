// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import Conformance

/// `passculture certify receiver`: judges a vendor's receiver of notifications.
struct CertifyReceiver: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "receiver",
            abstract: tr(
                "Judges a receiver of notifications (notificationUrl).",
                "Juge un récepteur de notifications (notificationUrl)."),
            discussion: tr(
                """
                Sends notifications as the pass Culture signs them: both inner forms, accents, wrong signatures, the same one twice. \
                What is stored cannot be seen in the answers: --count-url tells it.

                  passculture certify receiver --url http://127.0.0.1:3000/pass-culture --hmac-key-file hmac.key \\
                    --count-url http://127.0.0.1:3000/test/count

                Exit codes: as for certify platform.
                """,
                """
                Envoie des notifications signées comme par le pass Culture : les deux formes, des accents, de fausses signatures, deux \
                fois la même. Ce qui est enregistré ne se voit pas dans les réponses : --count-url le dit.

                  passculture certify receiver --url http://127.0.0.1:3000/pass-culture --hmac-key-file hmac.key \\
                    --count-url http://127.0.0.1:3000/test/count

                Codes de sortie : ceux de certify platform.
                """))
    }

    @Option(help: ArgumentHelp(tr("URL of the receiver.", "URL du récepteur.")))
    var url: String

    @Option(
        help: ArgumentHelp(
            tr(
                "Page of your test set-up that answers {\"bookings\": n}.",
                "Page de votre montage d'essai qui répond {\"bookings\": n}."),
            valueName: "url"))
    var countUrl: String?

    @Option(
        help: ArgumentHelp(
            tr(
                "Seconds within which you book a notification, once its turn has come.",
                "Secondes en lesquelles vous enregistrez une notification, une fois son tour venu."),
            valueName: "seconds"))
    var bookedAfter: UInt32 = 5

    @OptionGroup var vendor: VendorOptions

    @OptionGroup var selection: SelectionOptions

    @OptionGroup var common: CommonOptions

    func run() async throws {
        var setting = try vendor.setting()
        setting.countURL = countUrl
        setting.bookedAfter = .seconds(Int64(bookedAfter))
        try await selection.run(
            CertificationConfiguration(url: url, subject: .receiver(setting), ownsEnvironment: vendor.ownership.isOwned)
        )
    }
}
