// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON
import Synchronization

/// A young person who follows links to an online platform over HTTP: as a browser does without scripts, with the cookies of the visit and up
/// to ten redirections, as long as they stay on this machine (or anywhere that is owned). One that leads elsewhere is the last answer, and its
/// `Location` what it says.
///
/// What the last page says is told by its status (2xx access, 4xx refused, else not known), and before that by the texts to look for, if there
/// are any.
public final class LinkVisitor: Gate {
    /// What an online platform shows.
    public struct Texts: Sendable {
        /// Stands on a page that gives access, and on no other.
        public var welcome: String?
        /// Stands on a page that tells of a refusal, and on no other.
        public var refusal: String?

        /// Texts to look for; without one the status decides.
        public init(welcome: String? = nil, refusal: String? = nil) {
            self.welcome = welcome
            self.refusal = refusal
        }
    }

    /// How many redirections are followed.
    static let redirections = 10

    private let offers: String
    private let texts: Texts
    private let owned: Bool
    private let patience: Duration
    private let client: HTTPClient
    private let hasLooked = Mutex(false)
    /// The online platform goes on from one scenario to the next.
    public let goesOn = true

    /// A visitor.
    ///
    /// - Parameters:
    ///   - offers: the address of the offers, by which the online platform is found.
    ///   - texts: what tells access from a refusal.
    ///   - owned: whether links to other machines may be followed: whoever runs this said that they are theirs.
    ///   - seconds: how long a page may take.
    public init(_ offers: String, _ texts: Texts, owned: Bool, patience seconds: Int = 75) {
        self.offers = offers.hasPrefix("http") ? offers : "http://" + offers
        self.texts = texts
        self.owned = owned
        patience = .seconds(seconds)
        var settings = HTTPClientConfiguration()
        settings.maximumAnswerBytes = 8 << 20
        // No proxy knows a site of this machine.
        if (try? Self.target(of: self.offers, owned: owned))?.isLocal == true { settings.proxy = .none }
        settings.userAgent = "Mozilla/5.0 (passculture)"
        client = HTTPClient(settings)
    }

    /// Makes sure that links to an address may be followed.
    ///
    /// - Parameters:
    ///   - offers: the address of the offers.
    ///   - owned: whether links to other machines may be followed.
    /// - Throws: ``TargetGuard/Refusal`` when it cannot be read, or when it may not.
    public static func judge(_ offers: String, owned: Bool) throws(TargetGuard.Refusal) {
        _ = try target(of: offers.hasPrefix("http") ? offers : "http://" + offers, owned: owned)
    }

    /// Makes sure, the first time, that something listens there, whatever it says. Each visit is one by itself.
    public func begin(_ scenario: GateScenario) async throws(GateTrouble) {
        let hasLooked = hasLooked.withLock { hasLooked in
            defer { hasLooked = true }
            return hasLooked
        }
        guard !hasLooked else { return }
        let target = try allowed(offers)
        do {
            _ = try await client.send(
                HTTPRequest(
                    url: target.base + "/", connectDeadline: .seconds(2), totalDeadline: .seconds(10),
                    closesConnection: true))
        } catch {
            guard error.wasNeverSent else { return }
            throw .notBegun(
                Sentence(
                    "Rien ne répond à \(target.base) : lancez d'abord votre plateforme en ligne.",
                    "Nothing answers at \(target.base): start your online platform first."))
        }
    }

    /// Follows a link.
    public func perform(_ act: GateAct, with shown: String) async throws(GateTrouble) -> GateAnswer {
        var jars: [String: CookieJar] = [:]
        var url = shown
        var host = try allowed(url).host
        for _ in 0...Self.redirections {
            let cookies = jars[host] ?? CookieJar()
            jars[host] = cookies
            let answer: HTTPResponse
            do throws(HTTPClientError) {
                answer = try await page(url, cookies)
            } catch {
                if Task.isCancelled { throw .brokenOff }
                // Whoever waits before an empty window has no access, and has been refused nothing.
                return GateAnswer(.open, "no page of \(Visible.text(url)): \(error)")
            }
            guard [301, 302, 303, 307, 308].contains(answer.status), let location = answer.header("Location") else {
                return told(answer.status, PageText.source(answer.body))
            }
            // A way that leads to nowhere, or to where nobody is put to the test, is an answer too.
            guard let next = Redirection.address(location, from: url),
                let target = try? Self.target(of: next, owned: owned)
            else { return told(answer.status, "Location: \(location)") }
            (url, host) = (next, target.host)
        }
        return GateAnswer(.open, "more than \(Self.redirections) redirections")
    }

    private func page(_ url: String, _ cookies: CookieJar) async throws(HTTPClientError) -> HTTPResponse {
        // What stands behind a # is for the browser alone.
        let address = url.prefix { $0 != "#" }
        let request = HTTPRequest(
            url: String(address), headers: cookies.header.map { [HTTPHeader("Cookie", $0)] } ?? [],
            totalDeadline: patience, usesFreshConnection: true, closesConnection: true)
        let answer = try await client.send(request)
        cookies.absorb(answer.headers.map { ($0.name, $0.value) })
        return answer
    }

    /// Nothing is left of a visit.
    public func end() async {}

    private func told(_ status: Int, _ body: String) -> GateAnswer {
        let page = PageText(body)
        let words = "\(status) \(page.beginning)"
        // What can be read comes before what stands in a script for another time.
        for text in [page.text, PageText.oneSpaced(body)] {
            func stands(_ words: String?) -> Bool { words.map { text.contains(PageText.oneSpaced($0)) } ?? false }
            if stands(texts.refusal) { return GateAnswer(.refused, words) }
            if stands(texts.welcome) { return GateAnswer(.good, words) }
        }
        return switch status {
        case 200..<300 where texts.welcome == nil && texts.refusal == nil: GateAnswer(.good, words)
        // Later, or not here: nothing is said about the countermark.
        case 408, 425, 429: GateAnswer(.open, words)
        case 400..<500: GateAnswer(.refused, words)
        default: GateAnswer(.open, words)
        }
    }

    /// The server of a link, if links to it may be followed.
    private static func target(of url: String, owned: Bool) throws(TargetGuard.Refusal) -> TargetGuard.Target {
        let authority =
            url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).dropFirst(2).first
            .map { $0.prefix { !"/?#".contains($0) } } ?? ""
        return try TargetGuard.judge(String(url.prefix { $0 != ":" }) + "://" + authority, owned: owned)
    }

    private func allowed(_ url: String) throws(GateTrouble) -> TargetGuard.Target {
        do {
            return try Self.target(of: url, owned: owned)
        } catch {
            throw .notBegun(error.sentence)
        }
    }
}
