// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import CivilTime
import Glibc
import PassCulture

/// The settings of a till, read from a C program's `pc_config` and checked.
struct TillSettings {
    /// Which pass Culture is meant.
    let environment: Environment
    /// Deadlines and product.
    let options: Options
    /// What carries the requests.
    let transport: CurlTransport
    /// As whom it asks.
    let identity: DeskIdentity
    /// The clocks of the venue, as far as they are known.
    let zone: Zone
    /// Where the outbox is, if there is to be one.
    let outboxPath: String?
    /// How a desk with an outbox works.
    let desk: Desk.Settings

    private static let knownFlags = PC_CLEAR_TEXT | PC_SHARED_LEDGER | PC_AGAINST_THE_GUIDE

    /// Reads the settings.
    ///
    /// - Throws: ``Trouble`` when one cannot be used, or means nothing beside the others.
    init(_ config: pc_config, provider: pc_provider?) throws(Trouble) {
        guard config.flags & ~Self.knownFlags == 0, config.reserved == 0 else {
            throw .badArgument("flags or reserved holds a bit that this version of the library does not know")
        }
        let department = try provider.flatMap { provider throws(Trouble) in
            try CText.setting(provider.department, "department")
        }
        identity = try Self.identity(config, provider, department)
        zone = .officialTime(inDepartment: department)
        environment = try Self.environment(config)
        options = try Self.options(config)
        transport = try Self.transport(config)
        outboxPath = try CText.setting(config.outbox_path, "outbox_path")
        if outboxPath == "" { throw .badArgument("outbox_path is empty: NULL means none") }
        desk = try Self.desk(config)
    }

    private static func identity(
        _ config: pc_config, _ provider: pc_provider?, _ department: String?
    ) throws(Trouble) -> DeskIdentity {
        let email = try CText.setting(config.email, "email"), password = try CText.setting(config.password, "password")
        guard let provider else {
            guard let email, let password else { throw .badArgument("email or password is NULL") }
            return .portal(email: email, password: password)
        }
        guard email == nil, password == nil else { throw .badArgument("email and password beside a provider's key") }
        guard provider.reserved == 0, provider.venue > 0 else {
            throw .badArgument("venue is no number of a venue, or reserved is not 0")
        }
        guard let text = try CText.setting(provider.key, "key") else { throw .badArgument("key is NULL") }
        let key = try Trouble.asking { () throws(PassCultureError) in try ProviderKey(text) }
        return .provider(key: key, venue: Int(provider.venue), department: department)
    }

    private static func environment(_ config: pc_config) throws(Trouble) -> Environment {
        let url = try CText.setting(config.base_url, "base_url")
        switch (config.environment, url) {
        case (PC_INTEGRATION, nil): return .integration
        case (PC_PRODUCTION, nil): return .production
        case (0, let url?):
            return try Trouble.asking { () throws(PassCultureError) in
                try .custom(url, allowingClearText: config.flags & PC_CLEAR_TEXT != 0)
            }
        case (0, nil): throw .badArgument("neither environment nor base_url says which pass Culture is meant")
        case (PC_INTEGRATION, _?), (PC_PRODUCTION, _?): throw .badArgument("environment and base_url are both given")
        default: throw .badArgument("environment is neither PC_INTEGRATION nor PC_PRODUCTION")
        }
    }

    private static func options(_ config: pc_config) throws(Trouble) -> Options {
        var options = Options()
        if config.total_deadline_ms > 0 { options.totalDeadline = .milliseconds(config.total_deadline_ms) }
        if config.connect_deadline_ms > 0 { options.connectDeadline = .milliseconds(config.connect_deadline_ms) }
        let version = try CText.setting(config.product_version, "product_version")
        if let name = try CText.setting(config.product_name, "product_name") {
            options.product = Product(name, version: version ?? "0")
        } else if version != nil {
            throw .badArgument("product_version without product_name")
        }
        return options
    }

    private static func transport(_ config: pc_config) throws(Trouble) -> CurlTransport {
        let proxy: CurlTransport.Proxy =
            switch try CText.setting(config.proxy, "proxy") {
            case nil: .environment
            case ""?: .none
            case let url?: .url(url)
            }
        let authorities = try CText.setting(config.ca_file, "ca_file")
        if let authorities, access(authorities, R_OK) != 0 {
            throw Trouble(PassCultureError(.invalidConfiguration, detail: "ca_file cannot be read"))
        }
        return CurlTransport(proxy: proxy, authorities: authorities)
    }

    private static func desk(_ config: pc_config) throws(Trouble) -> Desk.Settings {
        var settings = Desk.Settings(venue: try CText.setting(config.venue, "venue"))
        if let name = try CText.setting(config.till_name, "till_name") { settings.till = name }
        guard config.offline_amount_cents >= 0 else { throw .badArgument("offline_amount_cents is negative") }
        if config.offline_count > 0 {
            settings.offline = .store(
                OfflineLimits(
                    count: Int(config.offline_count),
                    age: .hours(config.offline_hours > 0 ? Int64(config.offline_hours) : 24),
                    amountCents: config.offline_amount_cents > 0 ? config.offline_amount_cents : nil))
        } else if config.offline_hours > 0 || config.offline_amount_cents > 0 {
            throw .badArgument("offline_hours or offline_amount_cents without offline_count, which stores nothing")
        }
        if config.flags & PC_SHARED_LEDGER != 0 { settings.promotion = .ledger }
        settings.allowsLateValidationAgainstTheGuide = config.flags & PC_AGAINST_THE_GUIDE != 0
        let needsOutbox = config.offline_count > 0 || config.flags & (PC_SHARED_LEDGER | PC_AGAINST_THE_GUIDE) != 0
        if needsOutbox, config.outbox_path == nil { throw .noOutbox }
        return settings
    }
}
