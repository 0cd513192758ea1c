import Foundation
import TestSupport
import Testing
import Yams

/// What docs/cluster.md shows of schedulers that are not here.
struct ClusterPageTests {
    private func blocks(_ language: String) throws -> [String] {
        let path = SharedFolder.projectRoot.appending(path: "docs/cluster.md")
        let text = try String(contentsOf: path, encoding: .utf8)
        return text.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
    }

    private func expectShell(_ script: String, _ shell: String, _ vlens: Program) async throws {
        try vlens.write(script, to: "script")
        expect(try await vlens.shell([shell, "-n", "script"]), exits: 0, says: [])
    }

    @Test func `its scripts are such as a shell accepts`() async throws {
        try await withProgram { vlens in
            let scripts = try blocks("bash")
            #expect(!scripts.isEmpty)
            for script in scripts { try await expectShell(script, "/bin/bash", vlens) }
        }
    }

    @Test func `its Kubernetes job is YAML, and counts shards from 1`() async throws {
        try await withProgram { vlens in
            let text = try #require(try blocks("yaml").first)
            let job = try #require(try Yams.load(yaml: text) as? [String: Any])
            let spec = try #require(job["spec"] as? [String: Any])
            #expect(spec["completionMode"] as? String == "Indexed")
            #expect(spec["completions"] as? Int == 32)
            let pod = try #require((spec["template"] as? [String: Any])?["spec"] as? [String: Any])
            let container = try #require((pod["containers"] as? [[String: Any]])?.first)
            let script = try #require((container["args"] as? [String])?.first)
            try await expectShell(script, "/bin/sh", vlens)
            // The script with a program that says what it was given.
            let stand = "vlens() { for word; do echo \"$word\"; done; }; JOB_COMPLETION_INDEX=31\n"
            let said = try await vlens.shell(["/bin/sh", "-c", stand + script.replacing("exec vlens", with: "vlens")])
            #expect(said.output.contains("--shard\n32/32\n"), "\(said.error)")
        }
    }
}
