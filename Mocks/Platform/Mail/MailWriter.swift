// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// Says which mails follow from what happened (`contract 2018-12 §10`).
struct MailWriter {
    /// The platform right after the events.
    let state: PlatformState
    /// Where links that the platform itself answers lead.
    let base: String
    /// Where links into the portal lead: the `Origin` of the request, or the platform itself.
    let linkBase: String
    /// When.
    let at: Instant

    /// Who hears of everything.
    static let team = MailSender.team

    /// Creates a writer.
    init(state: PlatformState, base: String, linkBase: String? = nil, at: Instant) {
        self.state = state
        self.base = base
        self.linkBase = linkBase ?? base
        self.at = at
    }

    /// Whether a mail may follow from an event: asked first, because nearly all events have none.
    static func concerns(_ event: Event) -> Bool {
        switch event {
        case .userCreated, .userValidated, .passwordResetRequested, .administratorNamed, .offererCreated,
            .offererValidated, .userOffererCreated, .userOffererValidated, .venueCreated, .venueValidated,
            .bookingCreated, .bookingCancelled, .administratorAsked, .ribFiled, .bankDetailsRefused,
            .bookingRecapSent, .paymentBatchRun:
            true
        default: false
        }
    }

    /// The mails that follow from events which happened together.
    func mails(for events: [Event]) -> [Mail] {
        var mails: [Mail] = []
        for event in events {
            switch event {
            case .userCreated, .passwordResetRequested, .userValidated, .administratorNamed:
                mails += accountMails(for: event)
            case .offererCreated(let offerer):
                // At sign-up the team hears of the structure only once the address is validated.
                if !events.contains(where: \.isSignUp) { mails += structureToValidate(offerer) }
            case .userOffererCreated(let link):
                if !events.contains(where: { $0.isSignUp || $0.isNewStructure }) { mails += linkToValidate(link) }
            case .offererValidated, .userOffererValidated, .venueCreated, .venueValidated:
                mails += structureMails(for: event, among: events)
            case .administratorAsked, .ribFiled, .bankDetailsRefused: mails += administrationMails(for: event)
            case .bookingCreated(let booking): mails += bookingMails(booking)
            case .bookingCancelled(let id, let cause, _): mails += cancellationMails(id, cause)
            case .bookingRecapSent(let id, _): mails += recapMail(id)
            case .paymentBatchRun(let batch): mails += Self.paymentMails(batch)
            default: break
            }
        }
        return mails + deletionRecaps(events)
    }

    /// A mail, or none if there is nobody to send it to.
    func mail(
        from: MailSender = .portal, to recipients: [String?], _ subject: String, _ body: MailBody,
        attachments: [MailAttachment] = []
    ) -> [Mail] {
        var to: [String] = []
        for case let address? in recipients where !address.isEmpty && !to.contains(address) { to.append(address) }
        guard !to.isEmpty else { return [] }
        return [Mail(from: from, to: to, subject: subject, at: at, body: body, attachments: attachments)]
    }
}

extension Event {
    /// Whether an account was made.
    fileprivate var isSignUp: Bool {
        if case .userCreated = self { true } else { false }
    }

    /// Whether a structure was made.
    fileprivate var isNewStructure: Bool {
        if case .offererCreated = self { true } else { false }
    }
}
