// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension Publisher {
    /// The categories of events as the platform has them today.
    public func eventCategories() async throws(PassCultureError) -> Lookup<[CategoryDescription]> {
        try await look(categoriesCall("events"))
    }

    /// The categories of events as the platform has them today, asked on the caller's thread.
    public func eventCategoriesBlocking() throws(PassCultureError) -> Lookup<[CategoryDescription]> {
        try lookBlocking(categoriesCall("events"))
    }

    /// The categories of products as the platform has them today.
    public func productCategories() async throws(PassCultureError) -> Lookup<[CategoryDescription]> {
        try await look(categoriesCall("products"))
    }

    /// The categories of products as the platform has them today, asked on the caller's thread.
    public func productCategoriesBlocking() throws(PassCultureError) -> Lookup<[CategoryDescription]> {
        try lookBlocking(categoriesCall("products"))
    }

    /// The kinds of music: those that events may have, or all.
    public func musicTypes(ofEvents: Bool = true) async throws(PassCultureError) -> Lookup<[LabelledType]> {
        try await look(typesCall(ofEvents ? "music_types/event" : "music_types/all"))
    }

    /// The kinds of music, asked on the caller's thread.
    public func musicTypesBlocking(ofEvents: Bool = true) throws(PassCultureError) -> Lookup<[LabelledType]> {
        try lookBlocking(typesCall(ofEvents ? "music_types/event" : "music_types/all"))
    }

    /// The kinds of show.
    public func showTypes() async throws(PassCultureError) -> Lookup<[LabelledType]> {
        try await look(typesCall("show_types"))
    }

    /// The kinds of show, asked on the caller's thread.
    public func showTypesBlocking() throws(PassCultureError) -> Lookup<[LabelledType]> {
        try lookBlocking(typesCall("show_types"))
    }

    private func categoriesCall(_ what: String) -> PublishingCall<[CategoryDescription]> {
        .get(
            "/public/offers/v1/\(what)/categories",
            read: JSONReader.list { reader throws(JSONReadingError) in try CategoryDescription(reader) })
    }

    private func typesCall(_ what: String) -> PublishingCall<[LabelledType]> {
        .get(
            "/public/offers/v1/\(what)",
            read: JSONReader.list { reader throws(JSONReadingError) in try LabelledType(reader) })
    }
}
