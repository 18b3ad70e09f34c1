// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A way in which a provider of stocks and of an agenda is broken.
package enum ProviderFlaw: String, CaseIterable, Sendable {
    /// Answers an empty list for whoever is asked for.
    case knowsEverybody
    /// Writes errors without `errors` around them.
    case leavesErrorsBare
    /// Fails on a SIRET that is none.
    case faultsOnSiret
    /// Refuses what is asked for with the SIRET alone.
    case asksForMore
    /// Calls its JSON text.
    case saysText
    /// Begins again on each page.
    case ignoresAfter
    /// Begins again where no limit is asked for.
    case needsALimit
    /// Begins a page with the last entry of the one before.
    case repeatsLast
    /// Loses the second price where a page ends between two.
    case losesSecondPrice
    /// Takes the end of its list for an error.
    case endsWith404
    /// Takes an unknown `after` for the end of the list.
    case guessesAfter
    /// Answers all at once.
    case ignoresLimit
    /// Keeps to the limit on the first page alone.
    case forgetsLimit
    /// Says a limit that is lower than what it sends.
    case understatesLimit
    /// Says a limit that is higher than the one asked for.
    case overstatesLimit
    /// Has no order.
    case changesOrder
    /// Counts the page where the list is meant.
    case countsThePage
    /// Answers all, whatever date is asked for.
    case ignoresModifiedSince
    /// Answers nothing once a date is asked for.
    case dropsAllThatChanged
    /// Takes "hier" for a date.
    case takesAnyDate
    /// Fails on a limit that is none.
    case faultsOnParameters
    /// Writes a number as text.
    case writesNumbersAsText
    /// Has less than nothing.
    case countsBelowZero
    /// Writes an EAN as a number.
    case writesRefsAsNumbers
    /// Names books by ten digits.
    case namesISBN10
    /// Has a wrong check digit.
    case mistypesEAN
    /// Sells seats of a date that its agenda does not have.
    case sellsUnknownSeats
    /// Writes a price with a comma.
    case writesPricesAsText
    /// Writes what a floating-point number came to.
    case computesPrices
    /// Writes prices in cents.
    case pricesInCents
    /// Has no price for a record.
    case leavesRecordsUnpriced
    /// Writes dates of a place that it does not say.
    case writesLocalDates
    /// Lists one entry twice.
    case listsTwice
    /// Gives two events one name.
    case sharesEventNames
    /// Writes titles without a language.
    case writesPlainTitles
    /// Has no description.
    case forgetsDescriptions
    /// Writes days where instants are meant.
    case writesDaysAlone
    /// Has dates without a name.
    case forgetsOccurrenceNames
    /// Has a date that ends before it begins.
    case endsBeforeStart
    /// Gives dates of two events one name.
    case sharesOccurrenceNames
    /// Says in words what makes it accessible.
    case writesAccessibilityInWords
    /// Says nothing of it.
    case leavesAccessibilityOut
    /// Has categories of its own.
    case namesOwnCategories
    /// Has no image.
    case showsNoImage
    /// Has a code that the nomenclature lacks.
    case namesUnknownCode

    /// The requirements that must turn red, each with the checks that do.
    package var turnsRed: [String: Set<String>] {
        func both(_ name: String) -> Set<String> { ["provider/stocks/\(name)", "provider/events/\(name)"] }
        return switch self {
        case .knowsEverybody: ["PC-PR-001": both("siret/unknown")]
        case .leavesErrorsBare:
            [
                "PC-PR-001": both("siret/unknown"), "PC-PR-017": both("siret/invalid"),
                "PC-PR-027": both("after/unknown"),
            ]
        case .faultsOnSiret: ["PC-PR-017": both("siret/invalid")]
        case .asksForMore: ["PC-PR-018": both("recognised")]
        case .saysText: ["PC-PR-019": both("type")]
        case .ignoresAfter:
            [
                "PC-PR-002": ["provider/events/pages"], "PC-PR-012": ["provider/stocks/pages"],
                "PC-PR-026": both("end"), "PC-PR-027": both("after/unknown"),
            ]
        case .repeatsLast:
            [
                "PC-PR-002": ["provider/events/pages"], "PC-PR-012": ["provider/stocks/pages"],
                "PC-PR-026": both("end"),
            ]
        case .needsALimit: ["PC-PR-002": ["provider/events/pages"], "PC-PR-012": ["provider/stocks/pages"]]
        case .losesSecondPrice: ["PC-PR-012": ["provider/stocks/pages"]]
        case .endsWith404: ["PC-PR-026": both("end")]
        case .guessesAfter: ["PC-PR-027": both("after/unknown")]
        case .ignoresLimit, .understatesLimit, .overstatesLimit: ["PC-PR-013": both("limit")]
        // Of a short agenda no more is left behind the first page than may be.
        case .forgetsLimit: ["PC-PR-013": ["provider/stocks/limit"]]
        case .changesOrder:
            // Pages that follow another order each do not add up to the list.
            [
                "PC-PR-002": ["provider/events/pages"], "PC-PR-012": ["provider/stocks/pages"],
                "PC-PR-014": ["provider/stocks/order"],
            ]
        case .countsThePage: ["PC-PR-015": both("total")]
        case .ignoresModifiedSince: ["PC-PR-016": ["provider/stocks/modified-since/future"]]
        case .dropsAllThatChanged: ["PC-PR-016": ["provider/stocks/modified-since/past"]]
        case .takesAnyDate: ["PC-PR-028": ["provider/stocks/parameters"]]
        case .faultsOnParameters: ["PC-PR-028": both("parameters")]
        case .writesNumbersAsText, .countsBelowZero, .writesRefsAsNumbers: ["PC-PR-007": ["provider/stocks/entries"]]
        case .namesISBN10, .mistypesEAN, .sellsUnknownSeats: ["PC-PR-008": ["provider/stocks/ref"]]
        case .writesPricesAsText, .computesPrices: ["PC-PR-009": ["provider/stocks/price"]]
        case .pricesInCents: ["PC-PR-029": ["provider/stocks/price/euros"]]
        case .leavesRecordsUnpriced: ["PC-PR-010": ["provider/stocks/price/missing"]]
        case .writesLocalDates: ["PC-PR-011": ["provider/stocks/valid-until"]]
        case .listsTwice: ["PC-PR-025": ["provider/stocks/once"]]
        case .sharesEventNames: ["PC-PR-003": ["provider/events/uid"]]
        case .writesPlainTitles, .forgetsDescriptions: ["PC-PR-020": ["provider/events/texts"]]
        case .writesDaysAlone: ["PC-PR-004": ["provider/events/updated-at"]]
        case .forgetsOccurrenceNames, .endsBeforeStart, .sharesOccurrenceNames:
            ["PC-PR-021": ["provider/events/timings"]]
        case .writesAccessibilityInWords, .leavesAccessibilityOut: ["PC-PR-022": ["provider/events/accessibility"]]
        case .namesOwnCategories: ["PC-PR-023": ["provider/events/category"]]
        case .showsNoImage: ["PC-PR-005": ["provider/events/image"]]
        case .namesUnknownCode: ["PC-PR-024": ["provider/events/edd-code"]]
        }
    }
}
