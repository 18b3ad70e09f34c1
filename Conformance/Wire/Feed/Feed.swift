// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A provider under test: its address, the place that it knows, and the lists that were read so far.
final class Feed: Sendable {
    /// Before which `/stocks` and `/events` stand.
    let address: WebhookAddress
    /// What the person said.
    let setting: FeedSetting
    private let read = Mutex<[FeedSection: Result<FeedList, Interruption>]>([:])

    /// Judges the address and the place.
    ///
    /// - Throws: ``WorldRefusal`` with exit code 3 when the address may not be tried, or the SIRET is none.
    init(_ url: String, _ setting: FeedSetting, owned: Bool) throws(WorldRefusal) {
        // What stands before an @ is a password: it is not said again.
        guard !url.contains("@"), !url.contains("#") else {
            throw WorldRefusal(
                exitCode: 3,
                sentence: Sentence(
                    "--url : ni identifiant ni « # » dans l'adresse ; les listes sont demandées sans mot de passe.",
                    "--url: no log-in and no \"#\" in the address; lists are asked for without a password."))
        }
        do throws(TargetGuard.Refusal) {
            address = try WebhookAddress(url, owned: owned)
        } catch {
            throw WorldRefusal(exitCode: 3, sentence: error.sentence)
        }
        guard !address.target.contains("?") else {
            throw WorldRefusal(
                exitCode: 3,
                sentence: Sentence(
                    "--url : donnez l'adresse devant /stocks et /events, sans « ? ».",
                    "--url: give the address before /stocks and /events, without a \"?\"."))
        }
        let ending = address.target.split(separator: "/").last.map(String.init) ?? ""
        guard FeedSection(rawValue: ending) == nil, !Self.isSiret(ending) else {
            throw WorldRefusal(
                exitCode: 3,
                sentence: Sentence(
                    "--url : donnez ce qui précède /stocks et /events, sans « /\(ending) ».",
                    "--url: give what comes before /stocks and /events, without \"/\(ending)\"."))
        }
        guard Self.isSiret(setting.siret) else {
            throw WorldRefusal(
                exitCode: 3,
                sentence: Sentence("--siret : 14 chiffres, sans espaces.", "--siret: 14 digits, without blanks."))
        }
        self.setting = setting
    }

    private static func isSiret(_ text: String) -> Bool {
        text.utf8.count == 14 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The path of a section, for a place.
    func path(of section: FeedSection, _ siret: String) -> String {
        let prefix = address.target.hasSuffix("/") ? String(address.target.dropLast()) : address.target
        return "\(prefix)/\(section.rawValue)/\(siret)"
    }

    /// The list that was read, or why none was; nil before.
    func list(_ section: FeedSection) -> Result<FeedList, Interruption>? { read.withLock { $0[section] } }

    /// Keeps a list, or why there is none, for the checks to come.
    func keep(_ list: Result<FeedList, Interruption>, of section: FeedSection) {
        read.withLock { $0[section] = list }
    }
}
