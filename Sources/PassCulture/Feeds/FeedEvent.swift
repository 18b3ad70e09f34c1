// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON

/// An event and its occurrences (provider document (22)).
///
/// What is served overwrites what was served before: an event or a future occurrence that is missing from a later
/// answer is hidden, and **its bookings are cancelled**. Seats and prices are told by a ``FeedStock`` for each
/// occurrence.
public struct FeedEvent: FeedEntry, Hashable {
    /// The event's identifier in the provider's system.
    public let uid: String
    /// The title.
    public let title: FeedText
    /// What it is about.
    public let description: FeedText
    /// The address of a picture; without one, young people do not find the event.
    public let image: String?
    /// What there is for people with a handicap.
    public let accessibility: [FeedAccess]
    /// When the event was last changed.
    public let updatedAt: Instant
    /// Whose picture it is.
    public let imageCredits: String?
    /// Its occurrences.
    public let timings: [FeedTiming]
    /// How one registers, in the provider's words: the document has it as a list of texts, and says nothing of what
    /// they are.
    public let registration: [String]
    /// What kind of event it is.
    public let category: FeedCategory
    /// Words by which it is found, best with a property of schema.org before them: `actor:Louis de Funès`.
    public let tags: [String]
    /// Genre or subgenre, of the performing arts alone.
    public let eddCode: EDDCode?

    /// Takes an event.
    ///
    /// - Throws: ``FeedError`` when the identifier is unusable, a date cannot be written, the picture has no address of
    ///   the web, two occurrences share an identifier, or a code of the performing arts is given to something else.
    public init(
        uid: String, title: FeedText, description: FeedText, category: FeedCategory, updatedAt: Instant,
        timings: [FeedTiming], accessibility: [FeedAccess] = [], image: String? = nil, imageCredits: String? = nil,
        registration: [String] = [], tags: [String] = [], eddCode: EDDCode? = nil
    ) throws(FeedError) {
        try FeedError.check(identifier: uid)
        try FeedError.check(updatedAt)
        var seen: Set<String> = []
        for timing in timings where !seen.insert(timing.uid).inserted { throw .timingTwice(uid: timing.uid) }
        if let image {
            let isOfTheWeb = image.hasPrefix("https://") || image.hasPrefix("http://")
            let hasBlank = image.unicodeScalars.contains { $0.properties.isWhitespace } || image.hasControlCharacter
            guard isOfTheWeb, !hasBlank else { throw .image }
        }
        guard eddCode == nil || category == .performingArts else { throw .eddCodeOutside(category) }
        self.uid = uid
        self.title = title
        self.description = description
        self.category = category
        self.updatedAt = updatedAt
        self.timings = timings
        self.accessibility = accessibility
        self.image = image
        self.imageCredits = imageCredits
        self.registration = registration
        self.tags = tags
        self.eddCode = eddCode
    }

    /// The event's identifier.
    public var reference: String { uid }

    /// When the event was last changed.
    public var modifiedAt: Instant? { updatedAt }

    /// Whether both have one identifier.
    public func isTwin(of other: FeedEvent) -> Bool { uid == other.uid }

    /// Whether the left one is served first: by identifier.
    public static func < (left: FeedEvent, right: FeedEvent) -> Bool {
        guard left.uid == right.uid else { return left.uid < right.uid }
        return left.updatedAt < right.updatedAt
    }

    var json: JSONValue {
        var object: JSONObject = ["uid": .string(uid), "title": title.json, "description": description.json]
        object["image"] = image.map { .string($0) }
        object["accessibility"] = .array(accessibility.map(\.json))
        object["updatedAt"] = updatedAt.feedDate
        object["imageCredits"] = imageCredits.map { .string($0) }
        object["timings"] = .array(timings.map(\.json))
        object["registration"] = .array(registration.map { .string($0) })
        object["category"] = .string(category.rawValue)
        object["tags"] = .array(tags.map { .string($0) })
        object["eddCode"] = eddCode.map { .number(JSONNumber($0.number)) }
        return .object(object)
    }
}
