// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The category of an offer, with the fields that this category has.
///
/// ```swift
/// let play = CategoryFields(.spectacleRepresentation, author: "Molière", showType: ShowType("THEATRE", "COMEDIE"))
/// ```
///
/// A field that must be there, and one that the category has not, are found before anything is sent.
public struct CategoryFields: Hashable, Sendable {
    /// The category.
    public var category: OfferCategory

    /// Who wrote it.
    public var author: String?

    /// The number under the bar code; `nil` also for one of the platform's own that fails its check digit.
    public var ean: EAN?

    /// The kind of music.
    public var musicType: MusicType?

    /// Who plays or sings.
    public var performer: String?

    /// The kind of show.
    public var showType: ShowType?

    /// Who speaks.
    public var speaker: String?

    /// Who staged or directed it.
    public var stageDirector: String?

    /// The number of the film's visa.
    public var visa: String?

    /// Creates a category with its fields.
    public init(
        _ category: OfferCategory, author: String? = nil, ean: EAN? = nil, musicType: MusicType? = nil,
        performer: String? = nil, showType: ShowType? = nil, speaker: String? = nil, stageDirector: String? = nil,
        visa: String? = nil
    ) {
        self.category = category
        self.author = author
        self.ean = ean
        self.musicType = musicType
        self.performer = performer
        self.showType = showType
        self.speaker = speaker
        self.stageDirector = stageDirector
        self.visa = visa
    }

    /// The text of a field, as it is sent.
    private func text(of field: CategoryField) -> String? {
        switch field {
        case .author: author
        case .ean: ean?.digits
        case .musicType: musicType?.rawValue
        case .performer: performer
        case .showType: showType?.rawValue
        case .speaker: speaker
        case .stageDirector: stageDirector
        case .visa: visa
        }
    }

    var json: JSONValue {
        var object: JSONObject = ["category": .string(category.rawValue)]
        for field in CategoryField.allCases { object.write(field.rawValue, text(of: field)) }
        return .object(object)
    }

    init(_ reader: JSONReader) throws(JSONReadingError) {
        self.init(
            OfferCategory(rawValue: try reader["category"].string()),
            author: try reader["author"].stringIfPresent(),
            ean: try reader["ean"].stringIfPresent().flatMap { try? EAN($0) },
            musicType: try reader["musicType"].stringIfPresent().map(MusicType.init(rawValue:)),
            performer: try reader["performer"].stringIfPresent(),
            showType: try reader["showType"].stringIfPresent().map(ShowType.init(rawValue:)),
            speaker: try reader["speaker"].stringIfPresent(),
            stageDirector: try reader["stageDirector"].stringIfPresent(),
            visa: try reader["visa"].stringIfPresent())
    }

    /// - Parameter kind: By which route it is to be made; nil for a change.
    func check(_ limits: inout Limits, for kind: CategoryTable.Kind?) {
        guard let row = CategoryTable.rows[category] else { return }
        if let kind, row.kind != kind {
            limits.refuse(
                "categoryRelatedFields.category",
                row.kind == .ean ? "this category is published by EAN" : "this category is none of this route")
        }
        guard let fields = row.fields else { return }
        for field in CategoryField.allCases {
            let path = "categoryRelatedFields.\(field.rawValue)"
            switch (fields[field], text(of: field)) {
            case (.required, nil) where kind != nil: limits.refuse(path, "field required")
            case (nil, .some): limits.refuse(path, "extra fields not permitted")
            default: break
            }
        }
    }
}
