// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import PassCulture
import Synchronization

/// A transport without a network that answers the magic countermarks as the local platform does: the code says what becomes of it.
///
/// ```swift
/// let desk = try PassCulture(.integration, transport: MagicTransport())
///     .desk(email: "caisse@example.fr", password: "secret", outbox: MemoryOutbox())
/// print(try desk.validateBlocking(try Countermark("MAGEDE")))   // refused: already validated
/// print(try desk.validateBlocking(try Countermark("MAGEPE")))   // done, and the answer lost
/// ```
///
/// Any other countermark is unknown. Nobody waits: what is slow or dribbles on the local platform is past its deadline, or whole, at once.
/// With a provider's key it answers as today's edition, for a till of venue 1; none of its bookings is in a list.
/// `MAGEPE` stays validated for as long as the transport lives. Safe to use from several threads.
public final class MagicTransport: Transport {
    /// The codes, in the order of the local platform's table (`passculture mock --magic`).
    public static let codes = [
        "MAGEVA", "MAGEDE", "MAGECA", "MAGENE", "MAGEAU", "MAGELE", "MAGEPE", "MAGEPA", "MAGERE", "MAGECU", "MAGE5A",
        "MAGE4A", "MAGE4M", "MAGEHM", "MAGEJM", "MAGETY", "MAGEGU",
    ]

    private static let booking =
        #"{"bookingId":"AE","date":null,"email":"jeune@example.com","isUsed":false,"offerName":"Contremarque magique","#
        + #""userName":"Jeune d'exemple","venueDepartementCode":"93"}"# + "\n"

    private let isLost = Mutex(false)

    /// Creates a transport that has seen nothing yet.
    public init() {}

    /// Answers as the code says.
    public func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        try sendBlocking(request)
    }

    /// Answers as the code says.
    public func sendBlocking(_ request: TransportRequest) throws(TransportFailure) -> TransportResponse {
        let path = request.url.prefix { $0 != "?" }
        let steps = path.split(separator: "/").map(String.init)
        let code = steps.last ?? ""
        let isLoggedIn = request.header("Authorization") != nil
        if request.pathTemplate.hasPrefix(Self.publicPath) {
            let route = request.pathTemplate.dropFirst(Self.publicPath.count).split(separator: "/")[0]
            if let answer = Self.publicAnswer(
                code, String(route), isLoggedIn: isLoggedIn, isLost: isLost.withLock { $0 })
            {
                return answer
            }
        }
        return try answer(code, isValidation: request.method == "PATCH", isLoggedIn: isLoggedIn)
    }

    private func answer(
        _ code: String, isValidation: Bool, isLoggedIn: Bool
    ) throws(TransportFailure) -> TransportResponse {
        switch code {
        case "MAGEVA", "MAGEGU": return Self.valid(isValidation, isLoggedIn)
        case "MAGEDE": return Self.gone("Cette réservation a déjà été validée")
        case "MAGECA": return Self.gone("Cette réservation a été annulée")
        case "MAGEAU":
            return isValidation ? SampleAnswer.notYours.response : TransportResponse(status: 204)
        case "MAGEPE":
            if isLost.withLock({ $0 }) { return Self.gone("Cette réservation a déjà été validée") }
            guard isValidation else { return Self.valid(false, isLoggedIn) }
            isLost.withLock { $0 = true }
            throw TransportFailure(.noAnswer, detail: "the answer is lost")
        case "MAGEPA":
            guard isValidation else { return Self.valid(false, isLoggedIn) }
            throw TransportFailure(.noAnswer, detail: "the request is lost")
        case "MAGELE": throw TransportFailure(.noAnswer, detail: "past the deadline")
        case "MAGERE": throw TransportFailure(.noAnswer, detail: "the connection was reset")
        case "MAGECU": throw TransportFailure(.answerCutShort, status: 200)
        case "MAGE5A":
            return TransportResponse(status: 500, contentType: "text/html", text: "<h1>Internal Server Error</h1>\n")
        case "MAGE4A": return Self.saysWhen(Self.json(429, #"{"global":["Too many requests"]}"#))
        case "MAGE4M": return Self.json(429, #"{"global":["Too many requests"]}"#)
        case "MAGEHM":
            return TransportResponse(status: 502, contentType: "text/html", text: "<h1>502 Bad Gateway</h1>\n")
        case "MAGEJM": return Self.json(200, String(Self.booking.prefix(Self.booking.count * 2 / 3)))
        case "MAGETY": return TransportResponse(status: 200, contentType: "text/html", text: Self.booking)
        default: return Self.json(404, #"{"global":["Cette contremarque n'a pas été trouvée"]}"#)
        }
    }

    private static func valid(_ isValidation: Bool, _ isLoggedIn: Bool) -> TransportResponse {
        isValidation || !isLoggedIn ? TransportResponse(status: 204) : json(200, booking)
    }

    /// The answer with `Retry-After: 30`.
    static func saysWhen(_ answer: TransportResponse) -> TransportResponse {
        var answer = answer
        answer.retryAfter = .delay(.seconds(30))
        return answer
    }

    private static func gone(_ sentence: String) -> TransportResponse {
        json(410, #"{"booking":["\#(sentence)"]}"#)
    }

    private static func json(_ status: Int, _ text: String) -> TransportResponse {
        TransportResponse(status: status, text: text)
    }
}
