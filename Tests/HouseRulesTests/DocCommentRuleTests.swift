// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HouseRules
import Testing

/// A doc comment on every public or package declaration.
struct DocCommentRuleTests {
    private func lines(_ text: String) -> [Int] {
        DocCommentRule().violations(in: SourceFile(path: "Sources/JSON/A.swift", text: text)).map(\.line)
    }

    @Test(arguments: [
        "public func a() {}", "package func a() {}", "open class A {}", "public struct A {}", "package let a = 1",
        "public static var a: Int { 1 }", "public private(set) var a = 1", "public init() {}", "public actor A {}",
        "@discardableResult public func a() {}", "@available(*, deprecated) package func a() {}",
        "public typealias A = Int",
        "public final class A {}", "public class func a() {}", "public subscript(a: Int) -> Int { a }",
        "public enum A {}",
        "// an ordinary comment\npublic func a() {}", "/// Far away.\n\npublic func a() {}",
    ])
    func anUndocumentedDeclarationIsCaught(code: String) {
        #expect(lines(code).count == 1)
        #expect(lines("/// It is documented.\n" + code).count == (code.hasPrefix("/") ? 1 : 0))
    }

    @Test func attributesOfSeveralLinesStandBetweenCommentAndDeclaration() {
        #expect(lines("/// An a.\n@inlinable\n@available(\n    *, deprecated)\npublic func a() {}") == [])
        #expect(lines("@inlinable\n@available(\n    *, deprecated)\npublic func a() {}") == [4])
        #expect(
            lines("/// An a.\n// swift-format-ignore: NeverForceUnwrap\n#if DEBUG\npublic func a() {}\n#endif") == [])
    }

    @Test func theCasesOfAVisibleEnumAreVisible() {
        let text = """
            /// An a.
            public enum A: Sendable {
                case b
                /// A c.
                case c(Int)
                indirect case d(A)

                func e() {
                    switch self {
                    case .b: break
                    default: break
                    }
                }
            }
            """
        #expect(lines(text) == [3, 6])
        #expect(lines("enum A {\n    case b\n}") == [])
    }

    @Test func theRequirementsOfAVisibleProtocolAreVisible() {
        let text = """
            /// An a.
            package protocol A {
                associatedtype B
                var c: Int { get }
                /// A d.
                func d(_ class: Int)
                init(e: Int)
            }
            """
        #expect(lines(text) == [3, 4, 7])
        #expect(lines("protocol A {\n    var b: Int { get }\n}") == [])
    }

    @Test(arguments: [
        "func a() {}", "private let a = 1", "public import JSON", "public override func a() {}",
        "let a = \"public func b\"",
        "extension A {\n    func b() { self.init() }\n}", "package(set) var a = 1",
        "enum Door {\n    case open\n    case closed\n}", "let a = Door.open\nlet b = 1",
    ])
    func whatNobodyElseSeesNeedsNone(code: String) {
        #expect(lines(code) == [])
    }

    @Test func onlyTheDocumentedFoldersAreJudged() {
        #expect(DocCommentRule().applies(to: "Conformance/Engine/Run.swift"))
        #expect(!DocCommentRule().applies(to: "Tests/JSONTests/A.swift"))
    }
}
