// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Conformance
import PassCulture

/// The partner's part of a journey, played by the SDK: what a till or an online platform that links it would do.
struct SDKDesk: CountermarkDesk {
    func check(_ request: DeskRequest) async -> DeskAnswer {
        do throws(PassCultureError) {
            let partner = try Partner(request)
            switch try await partner.verify() {
            case .valid(let booking):
                return .valid(
                    userEmail: booking?.email?.revealed, offerName: booking?.offerName, date: booking?.date?.iso8601)
            case .refused(let refusal): return DeskAnswer(refusal)
            }
        } catch {
            return .other("\(error)")
        }
    }

    func validate(_ request: DeskRequest) async -> DeskAnswer {
        do throws(PassCultureError) {
            let partner = try Partner(request)
            switch try await partner.validate() {
            case .validated: return .validated
            case .refused(let refusal): return DeskAnswer(refusal)
            case .unknown: return .unknown
            }
        } catch {
            return .other("\(error)")
        }
    }
}

/// A till or an online platform with one countermark before it.
private struct Partner {
    private enum Identity {
        case desk(PlainDesk)
        case open(OpenDesk, EmailAddress, OfferID)
    }

    private let countermark: Countermark
    private let identity: Identity

    init(_ request: DeskRequest) throws(PassCultureError) {
        let product = Product("passculture-journey", version: KitVersion.current)
        let passCulture = PassCulture(
            try .custom(request.base, allowingClearText: true), options: Options(product: product))
        countermark = try Countermark(request.countermark)
        switch request.way {
        case .desk(let email, let password):
            identity = .desk(try passCulture.plainDesk(email: email, password: password))
        case .open(let userEmail, let offerId):
            identity = .open(passCulture.openDesk, try EmailAddress(userEmail), try OfferID(offerId))
        }
    }

    func verify() async throws(PassCultureError) -> Verification {
        switch identity {
        case .desk(let desk): try await desk.verify(countermark)
        case .open(let desk, let email, let offer): try await desk.verify(countermark, email: email, offer: offer)
        }
    }

    func validate() async throws(PassCultureError) -> Validation {
        switch identity {
        case .desk(let desk): try await desk.validate(countermark)
        case .open(let desk, let email, let offer): try await desk.validate(countermark, email: email, offer: offer)
        }
    }
}

extension DeskAnswer {
    /// The certifier's word for a refusal of the SDK.
    fileprivate init(_ refusal: Refusal) {
        self =
            switch refusal.reason {
            case .alreadyValidated: .alreadyValidated
            case .cancelled: .cancelled
            case .unknownCountermark: .notFound
            case .notYours: .notYours
            case .incompleteRequest: .incomplete
            default: .other("\(refusal)")
            }
    }
}
