// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HouseRules
import Testing

/// What the tutorials quote is what the compiler has seen.
struct TutorialTests {
    private static let catalog = "Sources/PassCulture/PassCulture.docc"

    /// Where the code stands that is compiled: the samples, and what the tests of calls are played against.
    private static let homes = [
        "Samples/Bookstall/", "Samples/Button/", "Samples/Shelf/", "Samples/VideoClub/",
        "Tests/PassCultureTests/Webhooks/ReceivingWebhooks.swift",
    ]

    @Test func `every block of Swift in the documentation stands in the sample, letter by letter`() throws {
        let tree = SourceTree(root: Repository.root)
        let pages = try tree.paths().filter { $0.hasPrefix(Self.catalog + "/") && $0.hasSuffix(".md") }
        let sources = try tree.paths().filter { path in Self.homes.contains { path.hasPrefix($0) } }.map(Self.text)
        var count = 0
        for page in pages {
            for block in Self.blocks(in: try Self.text(page)) {
                #expect(sources.contains { Self.holds($0, block) }, "\(page), not in what is compiled:\n\(block)")
                count += 1
            }
        }
        #expect(count >= 30)
    }

    @Test func `every example in a comment of the SDK stands in a test that is compiled`() throws {
        let tree = SourceTree(root: Repository.root)
        let compiled = Self.unindented(try Self.text("Tests/PassCultureTests/DocumentedExamples.swift"))
        let paths = try tree.paths().filter { path in
            ["Sources/PassCulture/", "Sources/PassCultureTesting/"].contains { path.hasPrefix($0) }
                && path.hasSuffix(".swift")
        }
        var count = 0
        for path in paths {
            for block in Self.blocks(in: Self.comments(of: try Self.text(path))) where !Self.isOutline(block) {
                let example = block.hasPrefix("import PassCulture\n\n") ? String(block.dropFirst(20)) : block
                #expect(Self.holds(compiled, Self.unindented(example)), "\(path), not in what is compiled:\n\(block)")
                count += 1
            }
        }
        #expect(count >= 15)
    }

    /// Whether a block leaves something out, or needs a library that the tests have not.
    private static func isOutline(_ block: String) -> Bool {
        block.contains("{ … }") || block.contains("import AsyncHTTPClient")
            || block.contains("AsyncHTTPClientTransport")
    }

    /// What stands in the comments of declarations.
    private static func comments(of source: String) -> String {
        source.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
            let text = line.drop { $0 == " " }
            guard text.hasPrefix("///") else { return "" }
            return text.dropFirst(text.hasPrefix("/// ") ? 4 : 3)
        }.joined(separator: "\n")
    }

    private static func unindented(_ source: String) -> String {
        source.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }.joined(
            separator: "\n")
    }

    @Test func `both languages quote the same code`() throws {
        let twins = [
            ("Button", "Bouton", 9), ("OnlinePlatform", "PlateformeEnLigne", 5),
            ("ServingStocks", "ServirSesStocks", 3),
        ]
        for (english, french, count) in twins {
            let pages = try [english, french].map { Self.blocks(in: try Self.text("\(Self.catalog)/\($0).md")) }
            #expect(pages[0] == pages[1])
            #expect(pages[0].count >= count)
        }
    }

    @Test func `a block that was changed is found`() throws {
        let page = "text\n\n```swift\nlet a = 1\nlet b = 2\n```\n```\nnot swift\n```\n"
        #expect(Self.blocks(in: page) == ["let a = 1\nlet b = 2"])
        #expect(Self.holds("let a = 1\nlet b = 2\nlet c = 3\n", "let a = 1\nlet b = 2"))
        #expect(!Self.holds("let a = 1\nlet b = 3\n", "let a = 1\nlet b = 2"))
        #expect(!Self.holds("let a = 1\nlet b = 20\n", "let a = 1\nlet b = 2"))
    }

    private static func text(_ path: String) throws -> String {
        String(decoding: try SourceTree(root: Repository.root).file(at: path).bytes, as: UTF8.self)
    }

    /// The fenced blocks of Swift.
    private static func blocks(in page: String) -> [String] {
        var blocks: [String] = []
        var block: [Substring]?
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "```swift" {
                block = []
            } else if line == "```", let done = block {
                blocks.append(done.joined(separator: "\n"))
                block = nil
            } else {
                block?.append(line)
            }
        }
        return blocks
    }

    /// Whether the lines of a block follow each other in a source.
    private static func holds(_ source: String, _ block: String) -> Bool {
        ("\n" + source + "\n").contains("\n" + block + "\n")
    }
}
