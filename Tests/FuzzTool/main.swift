// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Fuzzing
import Glibc
import TestSupport

/// Gives targets inputs without end and ends with 1 when something does not hold of one, or one ends the program.
///
/// `fuzz [TARGET...] [--count N] [--seed N]`: so many inputs for each target (all of them, and 1,000,000, unless told). `fuzz TARGET --input HEX`
/// gives one. Each target runs in a process of its own, which tells the input that it is about to take by a file in memory: so the one
/// that ended it is known, whatever ended it.
struct FuzzTool {
    private static let names = ["json", "answers", "public-answers", "countermark", "link", "webhook", "outbox"]
    /// As large as an input gets.
    private static let room = 1 << 20

    private var chosen: [String] = []
    private var count = 1_000_000
    private var seed: UInt64 = 1
    private var input: [UInt8]?
    private var announcements: String?

    /// What the arguments ask for; nothing when they cannot be understood.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            if Self.names.contains(name) {
                chosen.append(name)
                continue
            }
            guard let text = rest.popFirst() else { return nil }
            switch name {
            case "--count": if let number = Int(text), number > 0 { count = number } else { return nil }
            case "--seed": if let number = UInt64(text) { seed = number } else { return nil }
            case "--input": if let bytes = Hexadecimal.bytes(text) { input = bytes } else { return nil }
            case "--announce-in": announcements = text
            default: return nil
            }
        }
        if chosen.isEmpty { chosen = Self.names }
        if chosen.count > 1, input != nil || announcements != nil { return nil }
    }

    /// Does it; gives the exit code.
    func run() throws -> Int32 {
        if let input { return try take(input) }
        if let announcements { return try work(announcing: announcements) }
        var code: Int32 = 0
        for name in chosen where try !watch(name) { code = 1 }
        return code
    }

    private func target() throws -> FuzzTarget {
        switch chosen[0] {
        case "json": .json
        case "answers": try .answers()
        case "public-answers": try .publicAnswers()
        case "countermark": .countermark
        case "link": .link
        case "webhook": try .webhook()
        default: try .outbox(in: try ScratchFolder(in: access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"))
        }
    }

    private func take(_ input: [UInt8]) throws -> Int32 {
        do {
            say(try target().take(input))
            return 0
        } catch let broken as Broken {
            say("\(chosen[0]): \(broken)")
            return 1
        }
    }

    /// Runs a target in another process; says whether all held.
    private func watch(_ name: String) throws -> Bool {
        let folder = try ScratchFolder()
        try folder.write("input", [])
        let begin = SystemClock.monotonic()
        let child = try ChildProcess(
            CommandLine.arguments[0],
            [name, "--count", "\(count)", "--seed", "\(seed)", "--announce-in", folder.path("input")],
            output: 1, error: 2)
        let code = try child.waitForEnd()
        say("\(name): \((SystemClock.monotonic() - begin).microseconds / 1_000_000) s")
        guard code > 1 || code < 0 else { return code == 0 }
        let bytes = try folder.bytes("input")
        let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        say(
            "\(name): ended with \(code) while it took (seed \(seed))\n\(again(name, Array(bytes.dropFirst(4).prefix(length))))"
        )
        return false
    }

    private func work(announcing path: String) throws -> Int32 {
        let descriptor = open(path, O_RDWR)
        guard descriptor >= 0, ftruncate(descriptor, off_t(Self.room + 4)) == 0,
            let memory = mmap(nil, Self.room + 4, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
            memory != MAP_FAILED
        else { throw SystemCallError(call: "mmap \(path)") }
        let ending = FuzzRun(try target(), seed: seed, count: count).run { input in
            let length = min(input.count, Self.room)
            memory.storeBytes(of: UInt32(length).bigEndian, as: UInt32.self)
            input.withUnsafeBytes {
                if let start = $0.baseAddress { (memory + 4).copyMemory(from: start, byteCount: length) }
            }
        }
        say("\(chosen[0]): seed \(seed), \(ending.count) inputs, \(ending.fates) different fates")
        guard let (input, broken) = ending.failure else { return 0 }
        say("\(chosen[0]): \(broken)\n\(again(chosen[0], input))")
        return 1
    }

    private func again(_ name: String, _ input: [UInt8]) -> String {
        "  \(Hexadecimal.text(input))\n  again: .build/fuzz/release/fuzz \(name) --input HEX"
    }

    private func say(_ text: String) {
        print(text)
        fflush(nil)
    }
}

guard let tool = FuzzTool(Array(CommandLine.arguments.dropFirst())) else {
    print(
        "usage: fuzz [json|answers|countermark|link|webhook|outbox ...] [--count N] [--seed N] | fuzz TARGET --input HEX"
    )
    exit(3)
}
exit(try tool.run())
