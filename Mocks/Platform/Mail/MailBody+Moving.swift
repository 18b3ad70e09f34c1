// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension MailBody {
    /// The same with its links to one address of the platform leading to another.
    func moved(from old: String, to new: String) -> MailBody {
        func moved(_ url: String) -> String { url.hasPrefix(old + "/") ? new + url.dropFirst(old.count) : url }
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
