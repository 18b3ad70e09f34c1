// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Mail {
    /// The same mail with its links to one address of the platform leading to another.
    func moved(from old: String, to new: String) -> Mail {
        Mail(to: to, subject: subject, at: at, body: body.moved(from: old, to: new))
    }
}

extension MailBody {
    /// The same with its links to one address of the platform leading to another.
    fileprivate func moved(from old: String, to new: String) -> MailBody {
        let moved = blocks.map { block in
            guard case .link(let text, let url) = block, url.hasPrefix(old + "/") else { return block }
            return Block.link(text, url: new + url.dropFirst(old.count))
        }
        return MailBody(greeting: greeting, blocks: moved, isSigned: isSigned)
    }
}
