import Foundation
import TestSupport
import Testing

/// A clone in which a packed program lies: './vlens' runs it where it is of the clone's own sources and as it was packed.
struct PackedProgramTests {
    @Test func `a packed program of these sources is run, and nothing is built`() async throws {
        let clone = try await Clone()
        defer { clone.remove() }
        let result = try await clone.run()
        #expect(result.output == "packed: run --quiet\n")
        #expect(result.error == "")
        #expect(result.status == 0)
    }

    @Test func `one whose bytes are others is left alone, with the reason`() async throws {
        let clone = try await Clone()
        defer { clone.remove() }
        try await clone.shell("echo 'echo changed' >>\(clone.packed)/vlens")
        let result = try await clone.run()
        #expect(result.error.hasPrefix("vlens: '\(clone.packed)' is left alone: its checksums are wrong\n"))
        #expect(result.output == "built: run --quiet\n")
    }

    @Test func `one of other sources is left alone, with the reason`() async throws {
        let clone = try await Clone()
        defer { clone.remove() }
        try await clone.shell("echo '// one more line' >>Sources/One.swift")
        let result = try await clone.run()
        let said = "vlens: '\(clone.packed)' is left alone: it was made of other sources than these\n"
        #expect(result.error.hasPrefix(said))
        #expect(result.output == "built: run --quiet\n")
    }

    @Test func `a program that was built of these sources goes before it`() async throws {
        let clone = try await Clone()
        defer { clone.remove() }
        try await clone.shell("Scripts/swift build")
        #expect(try await clone.run().output == "built: run --quiet\n")
    }
}

/// The project's own script, and beside it sources of one line, a compiler that only says that it was here, and a packed program.
private struct Clone {
    private let vlens: Program
    let packed: String

    init() async throws {
        vlens = try Program()
        let root = SharedFolder.projectRoot.path
        let machine = try await vlens.shell("uname -m").output.trimmingCharacters(in: .newlines)
        packed = "vlens-0.0.1-linux-\(machine)"
        try await shell(
            """
            cp '\(root)/vlens' . && mkdir -p Sources Scripts/packaging \(packed)
            cp '\(root)/Scripts/packaging/sources' Scripts/packaging/
            echo '// one' >Sources/One.swift && echo '// package' >Package.swift
            printf '#!/bin/sh\\nmkdir -p .build/release\\nprintf "#!/bin/sh\\\\necho built: \\\\$*\\\\n" >.build/release/vlens\\n' >Scripts/swift
            printf 'chmod +x .build/release/vlens\\n' >>Scripts/swift
            chmod +x Scripts/swift
            printf '#!/bin/sh\\necho packed: $*\\n' >\(packed)/vlens && chmod +x \(packed)/vlens
            Scripts/packaging/sources . >\(packed)/SOURCES
            (cd \(packed) && sha256sum vlens SOURCES >SHA256SUMS)
            """)
    }

    func run() async throws -> Program.Result { try await vlens.shell("./vlens run --quiet") }

    @discardableResult
    func shell(_ lines: String) async throws -> Program.Result {
        let result = try await vlens.shell(lines)
        try #require(result.status == 0, "\(result.error)")
        return result
    }

    func remove() { vlens.remove() }
}
