// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A provider under test: its address, the place that it knows, and the lists that were read so far.
final class Feed: Sendable {
    /// Before which `/stocks` and `/events` stand.
    let address: WebhookAddress
    /// What the person said.
    let setting: FeedSetting
    private let read = Mutex<[FeedSection: FeedList]>([:])

    /// Judges the address and the place.
    ///
    /// - Throws: ``WorldRefusal`` with exit code 3 when the address may not be tried, or the SIRET is none.
    init(_ url: String, _ setting: FeedSetting, owned: Bool) throws(WorldRefusal) {
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

    /// The list that was read, if one was.
    func list(_ section: FeedSection) -> FeedList? { read.withLock { $0[section] } }

    /// Keeps a list for the checks to come.
    func keep(_ list: FeedList, of section: FeedSection) {
        read.withLock { $0[section] = list }
    }
}
