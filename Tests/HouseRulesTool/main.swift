// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import HouseRules

/// Writes a line to standard error.
func complain(_ line: String) {
    var text = line + "\n"
    text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

let usage = """
    house-rules [ROOT]             checks the files below ROOT (the current folder unless given)
    house-rules linkage FILE...    checks that the linked FILEs need no library of Foundation
    house-rules list               lists the rules
    Exit codes: 0 all kept, 1 a rule is broken, 2 something could not be read.
    """

/// Checks the files below `root`.
func check(root: String) throws -> Int32 {
    let (violations, files) = try HouseRules.check(SourceTree(root: root))
    guard files > 0 else {
        complain("house-rules: no file below \(root)")
        return 2
    }
    for violation in violations { print(violation) }
    if !violations.isEmpty { complain("house-rules: \(violations.count) places in \(files) files break a rule") }
    return violations.isEmpty ? 0 : 1
}

/// Checks what the linked files at `paths` need.
func checkLinkage(_ paths: [String]) throws -> Int32 {
    var code: Int32 = 0
    for path in paths {
        let linkage = try Linkage(of: SourceTree.bytes(of: path))
        for library in linkage.foundation {
            print("\(path):1: needs \(library); the SDK's own targets link no Foundation")
            code = 1
        }
    }
    return code
}

let arguments = Array(CommandLine.arguments.dropFirst())
do {
    switch arguments.first {
    case "list":
        for rule in HouseRules.all { print("\(rule.name): \(rule.summary)") }
    case "linkage" where arguments.count > 1:
        exit(try checkLinkage(Array(arguments.dropFirst())))
    case "linkage", "-h", "--help", "help":
        print(usage)
        exit(arguments.first == "linkage" ? 2 : 0)
    default:
        exit(try check(root: arguments.first ?? "."))
    }
} catch {
    complain("house-rules: \(error)")
    exit(2)
}
