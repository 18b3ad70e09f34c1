// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension MailBody {
    /// The same with its links to one address of the platform, however that is spelt, leading to another.
    ///
    /// Whoever worked with the platform as `localhost` was mailed links into its pages there (`contract 2018-12 §10`).
    func moved(from old: String, to new: String) -> MailBody {
        guard blocks.contains(where: \.isLink) else { return self }
        let spellings = OriginPolicy.spellings(of: old)
        func moved(_ url: String) -> String {
            guard let old = spellings.first(where: { url.hasPrefix($0 + "/") }) else { return url }
            return new + url.dropFirst(old.count)
        }
        let blocks = blocks.map { block in
            switch block {
            case .link(let text, let url): Block.link(text, url: moved(url))
            case .action(let text, let words, let url): Block.action(text, words: words, url: moved(url))
            case .heading, .text, .lines, .table: block
            }
        }
        return MailBody(greeting: greeting, blocks: blocks, isSigned: isSigned)
    }
}

extension MailBody.Block {
    /// Whether it leads somewhere.
    fileprivate var isLink: Bool {
        switch self {
        case .link, .action: true
        case .heading, .text, .lines, .table: false
        }
    }
}
