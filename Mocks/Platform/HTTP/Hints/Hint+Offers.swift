// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

// Offers, dates and stocks (`contract 2018-12 §6`).
extension Hint {
    /// A physical offer at the virtual venue.
    static let physicalAtVirtualVenue = Hint(
        "This venue is the structure's virtual one, for things with a url: give a venue whose isVirtual is false, or a url."
    )
    /// A digital offer at a physical venue.
    static let digitalAtPhysicalVenue = Hint(
        "A thing with a url belongs at the venue whose isVirtual is true: GET /offerers/{id} lists it under managedVenues."
    )
    /// Neither an event nor a thing, or both.
    static let eventOrThing = Hint("Give exactly one of eventId and thingId.")
    /// A date without length.
    static let endIsBegin = Hint("endDatetime must be after beginningDatetime, not equal to it.")
    /// Numbers that the service's columns could not hold.
    static let amountOutOfRange = Hint(
        "A price must be from 0 to 99999999.99, and a quantity or another whole number from 0 to 2147483647.")
    /// A form without its identifiers.
    static let incompleteForm = Hint("The form needs the fields offererId and offerId beside the file thumb.")
    /// An image by its address.
    static let noFetching = Hint("This platform fetches nothing: send the image itself as the file thumb.")

    /// The hints of this page.
    static let offers = [
        physicalAtVirtualVenue, digitalAtPhysicalVenue, eventOrThing, endIsBegin, amountOutOfRange, incompleteForm,
        noFetching,
    ]
}
