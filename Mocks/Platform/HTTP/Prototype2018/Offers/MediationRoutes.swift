// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The routes of teasers and of their images (`guide G18`, `contract 2018-12 §6.6`).
enum MediationRoutes {
    /// The routes.
    static let routes = [
        Route("POST", "/mediations", handler: create),
        Route("GET", "/mediations/{id}", handler: show),
        Route("PATCH", "/mediations/{id}", handler: update),
        storage,
    ]

    /// Where images are, whatever the edition.
    static let storage = Route("GET", "/storage/{bucket}/{path...}", needsOrigin: false, handler: image)

    private static let badImage = WireError.field(
        "thumb", "Cet image manque d'une extension (.png, .jpg...) ou son format n'est pas autorisé")
    private static let badAddress = WireError.field("thumbUrl", "L'adresse saisie n'est pas valide")
        .hinting(.noFetching)

    // MARK: Creating

    /// The image is kept as it was sent, or cropped; nothing is kept of a teaser whose image is none.
    private static func create(_ call: Call) async throws(WireError) -> Answer {
        let person = try call.signedIn()
        let form = Multipart(call.body, contentType: call.header("Content-Type"))
        let file = form.file("thumb")
        guard file?.filename?.isEmpty == false || (file == nil && form.value("thumbUrl") != nil) else {
            throw .field("thumb", "Vous devez fournir une image d'accroche")
        }
        guard let offererText = form.value("offererId") else { throw WireError.badRequestPage.hinting(.incompleteForm) }
        let offererID: Identifier<Offerer> = try HumanizedID.identifier(offererText)
        guard call.service.read({ state, _ in state.canEdit(.user(person), offererID) }) else {
            throw .forbiddenOfferer
        }
        guard let offerText = form.value("offerId") else { throw WireError.badRequestPage.hinting(.incompleteForm) }
        let offerID: Identifier<Offer> = try HumanizedID.identifier(offerText)
        // The service fetched an image from its address; this platform calls nobody.
        guard let file, let filename = file.filename else { throw badAddress }
        guard ImageForm.accepts(filename: filename) else { throw badImage }
        let credit = form.value("credit")?.trimmed
        try checkCredit(credit)
        guard let image = ImageForm(file.bytes) else { throw badImage }
        let kept = try await cropped(file.bytes, image, form, call)
        let color = await WorkPool.run { PNGImage(kept.bytes)?.dominantColor() }
        let command = Command.createMediation(
            by: .user(person), offerID, credit: credit, thumbCount: 1, dominantColor: color, crop: kept.crop)
        let mediation = try call.perform(command, sentences: words) { _, events in
            events.lazy.compactMap { event in
                if case .mediationCreated(let mediation) = event { mediation } else { nil }
            }.first
        }
        guard let mediation else { throw .technical }
        call.service.storeThumb(kept.bytes, type: image.rawValue, for: mediation.id)
        return .json(.object(MediationJSON.object(mediation)), status: 201)
    }

    /// What is kept of an image: the part in the frame, if it is a PNG that can be cropped; else all of it, and the wish.
    private static func cropped(
        _ bytes: [UInt8], _ image: ImageForm, _ form: Multipart, _ call: Call
    ) async throws(WireError) -> (bytes: [UInt8], crop: Crop?) {
        guard let wish = try CropForm(form), let size = ImageSize(bytes, form: image) else { return (bytes, nil) }
        let mustFill = call.service.read { state, _ in state.rules.cropFillsFrame }
        var frame = try wish.frame(in: size, mustFill: mustFill)
        let (columns, rows) = (frame.columns, frame.rows)
        guard let part = await WorkPool.run({ PNGImage(bytes)?.cropped(columns: columns, rows: rows) }) else {
            return (bytes, frame.crop)
        }
        frame.crop.isApplied = true
        return (part, frame.crop)
    }

    private static func words(_ refusal: Refusal) -> WireError? {
        refusal == .unknown(.offer) ? Sales.unknownReference("offerId") : nil
    }

    private static func checkCredit(_ credit: String?) throws(WireError) {
        guard let credit, credit.unicodeScalars.count > 255 else { return }
        throw .field("credit", Sentences.longest(255))
    }

    // MARK: Reading and changing

    private static func show(_ call: Call) throws(WireError) -> Answer {
        _ = try call.signedIn()
        let id = try call.identifier("id", of: Mediation.self)
        guard let mediation = call.service.read({ state, _ in state.mediations[id] }) else { throw .htmlNotFound }
        return .json(.object(MediationJSON.object(mediation)))
    }

    private static func update(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let id = try call.identifier("id", of: Mediation.self)
        let body = try call.jsonBody()
        let mayEdit = call.service.read { state, _ in
            state.mediations[id].flatMap { state.offererID(of: $0.offerID) }.map { state.canEdit(.user(person), $0) }
        }
        guard let mayEdit else { throw .htmlNotFound }
        guard mayEdit else { throw .forbiddenOfferer }
        var fields = try FieldReader(body)
        let isActive = fields.bool("isActive")
        let credit: String?? = fields.contains("credit") ? .some(fields.string("credit", max: 255)) : nil
        try fields.errors.throwIfAny()
        let command = Command.updateMediation(by: .user(person), id, isActive: isActive, credit: credit)
        let mediation = try call.perform(command, sentences: words) { state, _ in state.mediations[id] }
        guard let mediation else { throw .htmlNotFound }
        return .json(.object(MediationJSON.object(mediation)))
    }

    // MARK: Images

    /// Whatever is asked of the storage, it answers without an `Origin`; it holds the teasers' images alone.
    private static func image(_ call: Call) throws(WireError) -> Answer {
        let path = call.parameters["path"] ?? ""
        let text = String(path.split(separator: "/").last ?? "")
        guard call.parameters["bucket"] == "thumbs", path == "mediations/" + text,
            let number = try? HumanizedID.decode(text), HumanizedID.encode(number) == text,
            let thumb = call.service.thumb(Identifier(number))
        else { throw WireError(.text("file not found", status: 404)) }
        var answer = Answer.image(thumb.bytes, type: thumb.type)
        if let crop = call.service.read({ state, _ in state.mediations[Identifier(number)]?.crop }), !crop.isApplied {
            answer.headers.append(("X-Cropping-Rect", CropForm.text(crop)))
        }
        return answer
    }
}
