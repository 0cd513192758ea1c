import Foundation
import TestSupport
import Testing

/// Standard output that takes nothing: told on standard error, whatever the command.
struct StandardOutputTests {
    static let commands = [
        "--help", "--version", "help run", "run --help", "", "study show pilot", "study show --json --prompts",
        "study validate s.yaml", "runs", "runs --json", "measure --no-intervals", "measure --json --no-intervals",
        "reread",
        "replies", "report", "report --json", "doctor --json", "import --json m_t1.csv", "import m_t1.csv",
        "run --dry-run", "run --no-report --quiet", "--generate-completion-script bash",
    ]

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full here"))
    func `a full disk under standard output is an error with exit 1, and the closed one too`() async throws {
        try await withProgram { vlens in
            try await vlens.store(StoredRuns.pilot)
            expect(try await vlens.run("study", "new", "s"), exits: 0, says: [])
            try vlens.write(BadTablesTests.stated, to: "m_t1.csv")
            for command in Self.commands {
                expect(
                    try await vlens.shell("vlens \(command) > /dev/full"), exits: 1,
                    says: ["vlens: standard output can't be written: the disk is full; free some room\n"])
            }
            for command in ["--help", "runs", "study show", "run --no-report --quiet"] {
                expect(
                    try await vlens.shell("vlens \(command) >&-"), exits: 1,
                    says: ["vlens: standard output can't be written: it is closed\n"])
            }
            // What was closed is not given to the store.
            #expect(try vlens.replyCount() == 705)
        }
    }

    @Test func `a reader that has seen enough ends every command quietly`() async throws {
        try await withProgram { vlens in
            try await vlens.store(StoredRuns.pilot)
            for command in [
                "--help", "runs", "study show pilot --prompts", "replies --limit 700", "measure --json",
            ] {
                let result = try await vlens.shell("vlens \(command) | true")
                expect(result, exits: 0, says: [])
                #expect(result.error == "", "\(command)")
            }
        }
    }
}
