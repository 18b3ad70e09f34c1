// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

/// What becomes of tills when the program that holds them forks: in Python, on the library's C interface.
@Suite(.timeLimit(.minutes(2)))
struct ForkedTillTests {
    /// What every program begins with. In `child`, `work` runs in a child of its own; what fails there is told by its exit code.
    private static let prelude = """
        import os, passculture, sys, traceback
        outbox, other = sys.argv[1:]
        def open_till(path):
            return passculture.Till(base_url="http://127.0.0.1:9", email="a@b.example", password="x", outbox=path)
        def later(till, code):
            assert till.validate_later(code, passculture.Kind.CINEMA).outcome.name == "PROVISIONAL"
        def refused(path):
            try:
                open_till(path)
            except passculture.Fault as fault:
                assert fault.status == 21 and fault.nothing_was_sent, fault
                assert "fork()" in fault.cashier and "fork()" in fault.cashier_english and path in fault.detail, fault
            else:
                raise AssertionError(path + " was opened")
        def child(work):
            pid = os.fork()
            if pid == 0:
                try:
                    work()
                except BaseException:
                    traceback.print_exc()
                    os._exit(1)
                os._exit(0)
            assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0

        """

    private func run(_ program: String) async throws -> Program.Ending? {
        guard let python = Program.found("python3") else {
            print("not tried: there is no python3 here")
            return nil
        }
        let folder = try ScratchFolder()
        return try await python.run(
            ["-c", Self.prelude + program, folder.path("outbox.db"), folder.path("other.db")],
            environment: [
                "PASSCULTURE_LIBRARY": try Program.folder + "/libpassculture-c.so", "PYTHONDONTWRITEBYTECODE": "1",
                "PYTHONPATH": "\(LibrarySample.root)/Samples/Python",
            ])
    }

    @Test func `a child is told that the till is its parent's`() async throws {
        let ending = try await run(
            """
            till = open_till(None)
            def work():
                for call in (lambda: till.check("LYSYU9"), till.close):
                    try:
                        call()
                    except passculture.Fault as fault:
                        assert fault.status == 4 and fault.nothing_was_sent, fault
                    else:
                        raise AssertionError("it works")
                open_till(None).close()
            child(work)
            till.close()
            """)
        #expect(ending?.code ?? 0 == 0, "\(ending?.error ?? "")")
    }

    @Test
    func `a child and its child are refused an outbox that was open at the fork; other files and the parent go on`()
        async throws
    {
        let ending = try await run(
            """
            parent, second = open_till(outbox), open_till(outbox)
            later(parent, "AAAAA2")
            second.close()
            os.symlink(outbox, outbox + ".link")
            def work():
                refused(outbox)
                refused(outbox + ".link")
                own = open_till(other)
                later(own, "BBBBB2")
                child(lambda: (refused(outbox), refused(other)))
                assert len(own.pending()) == 1
            child(work)
            child(lambda: later(open_till(other), "CCCCC2"))
            later(parent, "DDDDD2")
            parent.close()
            print([a.countermark for path in (outbox, other) for a in open_till(path).pending()])
            """)
        #expect(ending?.code ?? 0 == 0, "\(ending?.error ?? "")")
        if let ending { #expect(ending.output == "['AAAAA2', 'DDDDD2', 'BBBBB2', 'CCCCC2']\n") }
    }

    @Test func `who closes before the fork, or forks first, has an outbox that keeps what a killed child wrote`()
        async throws
    {
        let ending = try await run(
            """
            before = open_till(outbox)
            later(before, "AAAAA2")
            before.close()
            ready, go = os.pipe(), os.pipe()
            pid = os.fork()
            if pid == 0:
                till = open_till(outbox)
                later(till, "BBBBB2")
                os.write(ready[1], b"x")
                os.read(go[0], 1)
                later(till, "CCCCC2")
                os.kill(os.getpid(), 9)
            os.read(ready[0], 1)
            # What closes a file last takes its log away: not while the child has it.
            open_till(outbox).close()
            os.write(go[1], b"x")
            os.waitpid(pid, 0)
            print([a.countermark for a in open_till(outbox).pending()])
            """)
        #expect(ending?.code ?? 0 == 0, "\(ending?.error ?? "")")
        if let ending { #expect(ending.output == "['AAAAA2', 'BBBBB2', 'CCCCC2']\n") }
    }
}
