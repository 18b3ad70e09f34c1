// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension Publisher {
    /// Makes an address known, for offers that are not at the venue (`today §3.2`).
    public func createAddress(_ draft: AddressDraft) async throws(PassCultureError) -> Publishing<Address> {
        try await publish(createCall(draft))
    }

    /// Makes an address known, on the caller's thread.
    public func createAddressBlocking(_ draft: AddressDraft) throws(PassCultureError) -> Publishing<Address> {
        try publishBlocking(createCall(draft))
    }

    /// The addresses that are known already and read like this one.
    public func searchAddresses(_ draft: AddressDraft) async throws(PassCultureError) -> Lookup<[Address]> {
        try await look(searchCall(draft))
    }

    /// The addresses that are known already and read like this one, asked on the caller's thread.
    public func searchAddressesBlocking(_ draft: AddressDraft) throws(PassCultureError) -> Lookup<[Address]> {
        try lookBlocking(searchCall(draft))
    }

    /// The address with a number.
    public func address(_ id: Int) async throws(PassCultureError) -> Lookup<Address> {
        try await look(addressCall(id))
    }

    /// The address with a number, asked on the caller's thread.
    public func addressBlocking(_ id: Int) throws(PassCultureError) -> Lookup<Address> {
        try lookBlocking(addressCall(id))
    }

    private func createCall(_ draft: AddressDraft) -> PublishingCall<Address> {
        .order(
            "POST", "/public/offers/v1/addresses", draft.json, refusal: limits { draft.check(&$0) },
            read: { reader throws(JSONReadingError) in try Address(reader) })
    }

    private func searchCall(_ draft: AddressDraft) -> PublishingCall<[Address]> {
        var query: [(name: String, value: String?)] = draft.fields.map { ($0.name, $0.value) }
        query.append(("latitude", draft.position?.latitude.description))
        query.append(("longitude", draft.position?.longitude.description))
        return .get(
            "/public/offers/v1/addresses/search", query: query, refusal: limits { draft.check(&$0) },
            read: JSONReader.list("addresses") { reader throws(JSONReadingError) in try Address(reader) })
    }

    private func addressCall(_ id: Int) -> PublishingCall<Address> {
        .get(
            "/public/offers/v1/addresses/\(id)", as: "/public/offers/v1/addresses/{address_id}",
            read: { reader throws(JSONReadingError) in try Address(reader) })
    }
}
