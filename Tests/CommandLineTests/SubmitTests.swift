import Foundation
import TestSupport
import Testing

/// `vlens submit`, `status` and `cancel` where there is no Slurm; with one, see `PeerSlurmTests`.
struct SubmitTests {
    private static let submit = ["submit", "--slurm", "--shards", "4", "--model", "vllm/m"]

    @Test func `a dry run prints two scripts that a shell accepts, with every option in its place`() async throws {
        try await withProgram { vlens in
            let result = try await vlens.run(
                Self.submit + [
                    "--partition", "gpu", "--account", "lab", "--gres", "gpu:1",
                    "--time", "4:00:00", "--sbatch-arg", "--qos=it's \"long\"", "--countries", "Philippines", "--quiet",
                    "--store", "all.sqlite", "--dry-run",
                ])
            expect(result, exits: 0, says: [])
            let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let mark =
                "# \(vlens.folder.resolvingSymlinksInPath().path)/all-vllm-m.slurm/merge.sbatch, behind the array"
            let parts = lines.split(separator: mark).map(Array.init)
            try #require(parts.count == 2, "\(result.output)")
            let (array, merge) = (parts[0], parts[1])
            for line in [
                "#SBATCH --array=1-4", "#SBATCH --output=logs/shard-%a.log", "#SBATCH --open-mode=append",
                "#SBATCH --requeue", "#SBATCH --signal=B:TERM@60", "#SBATCH --partition=gpu", "#SBATCH --account=lab",
                "#SBATCH --gres=gpu:1", "#SBATCH --time=4:00:00", "#SBATCH \"--qos=it's \\\"long\\\"\"",
                "    --countries Philippines \\",
            ] {
                #expect(array.contains(line), "no “\(line)”")
            }
            #expect(merge.contains("#SBATCH --partition=gpu") && !merge.contains("#SBATCH --gres=gpu:1"))
            #expect(merge.contains { $0.contains("all.sqlite \"$folder/journal\" --shards 4") })
            #expect(!array.contains { $0.contains("--store all.sqlite") || $0.contains("--quiet") })
            for script in [array, merge] {
                try vlens.write(script.joined(separator: "\n"), to: "script")
                expect(try await vlens.shell(["/bin/bash", "-n", "script"]), exits: 0, says: [])
            }
            #expect(try vlens.names() == ["script"])
        }
    }

    @Test(arguments: ["it's", "a b", "two\nlines", "\"$HOME\" `id` \\", "--sneaky"])
    func `what a shell would take apart comes through a script as it was typed`(text: String) async throws {
        try await withProgram { vlens in
            let command = "serve {port} \(text)"
            let result = try await vlens.run(
                Self.submit + ["--serve", command, "--dry-run"])
            expect(result, exits: 0, says: [])
            // The same script with a program that prints its arguments, each with a line of its own behind it.
            try vlens.write("#!/bin/sh\nfor word; do printf '%s\\n<end>\\n' \"$word\"; done\n", to: "echo.sh")
            let array = try #require(result.output.components(separatedBy: "\n# /").first)
            try vlens.write(array, to: "shards.sbatch")
            let ran = try await vlens.shell([
                "/usr/bin/env", "VLENS=\(vlens.file("echo.sh").path)", "SLURM_ARRAY_TASK_ID=3", "SLURM_ARRAY_JOB_ID=9",
                "/bin/bash", "-c", "chmod +x echo.sh; mkdir -p vlens-vllm-m.slurm; bash shards.sbatch",
            ])
            let words = ran.output.components(separatedBy: "\n<end>\n")
            let at = try #require(words.firstIndex(of: "--serve"))
            #expect(words[at + 1] == command)
            #expect(words[words.firstIndex(of: "--shard").map { $0 + 1 } ?? 0] == "3/4")
        }
    }

    @Test func `a task without its number runs nothing`() async throws {
        try await withProgram { vlens in
            let script = try await vlens.run(Self.submit + ["--dry-run"]).output
            try vlens.write(try #require(script.components(separatedBy: "\n# /").first), to: "shards.sbatch")
            let ran = try await vlens.shell(["/bin/bash", "shards.sbatch"])
            expect(ran, exits: 2, says: ["SLURM_ARRAY_TASK_ID is not set: this is a task of a job array"])
        }
    }

    @Test func `what can't be submitted is refused with the remedy, and leaves nothing behind`() async throws {
        try await withProgram { vlens in
            expect(
                try await vlens.run("submit", "--shards", "4"), exits: 2,
                says: ["to what? --slurm submits to Slurm; for others, see 'vlens run --shard'"])
            expect(
                try await vlens.run(Self.submit + ["--shard", "1/4"]), exits: 2,
                says: ["--shard: each shard's task is given its own; leave it out"])
            expect(
                try await vlens.run(Self.submit + ["--batch"]), exits: 2,
                says: ["--batch: a provider's batches are asked by one process, with 'vlens run --batch'; leave it out"]
            )
            expect(
                try await vlens.run(Self.submit + ["--serve", "serve {port} --api-key sk-0123456789abcdef"]), exits: 2,
                says: [
                    "looks like a key, and would stand in a script that others can read: name a file with --key-file"
                ])
            expect(
                try await vlens.run(Self.submit + ["--partition", "a\nb", "--dry-run"]), exits: 2,
                says: ["--partition '--partition=a b' can't stand in a script: it holds a line break"])
            expect(
                try await vlens.run(Self.submit + ["--sbatch-arg", "qos=long"]), exits: 2,
                says: ["--sbatch-arg 'qos=long' is no option: give it in one word with its value"])
            expect(
                try await vlens.run(Self.submit + ["--max-tokens-total", "3"]), exits: 2,
                says: ["--max-tokens-total 3: divided among 4 shards it leaves none to shard 4"])
            var withKey = vlens
            withKey.environment["OPENAI_API_KEY"] = "sk-0123456789abcdef"
            expect(
                try await withKey.run(
                    "submit", "--slurm", "--shards", "4", "--model", "openai/gpt-4o-mini", "--sbatch-arg",
                    "--export=NONE"),
                exits: 2,
                says: ["the key in OPENAI_API_KEY does not reach the nodes: --export=NONE keeps it back", "--key-file"])
            let unknown = try await vlens.run(Self.submit + ["--unknown"])
            expect(unknown, exits: 2, says: ["Usage: vlens submit"])
            #expect(try vlens.names().isEmpty)
        }
    }

    @Test func `shards that would ask again what the store has are refused`() async throws {
        try await withProgram { vlens in
            #expect(try await vlens.run("run", "--quiet", "--no-report", "--no-intervals").status == 0)
            expect(
                try await vlens.run("submit", "--slurm", "--shards", "4"), exits: 2,
                says: ["'vlens.sqlite' has 704 replies to these questions, and shards would ask them again"])
        }
    }

    @Test func `without Slurm each command says so; status shows what the tasks noted and the journals hold`()
        async throws
    {
        try await withProgram { vlens in
            expect(
                try await vlens.run("status"), exits: 2,
                says: ["no folder here is that of a submitted run (….slurm): name it"])
            expect(
                try await vlens.run("status", "x.slurm"), exits: 1,
                says: ["'x.slurm' is no folder of a submitted run: it has no job.json; 'vlens submit' makes one"])
            var apart = vlens
            apart.environment["PATH"] = "/nowhere"
            expect(
                try await apart.run(["submit", "--slurm", "--shards", "2"]), exits: 1,
                says: ["there is no program 'squeue' on the PATH, so Slurm can't be asked", "docs/cluster.md"])

            // A job as 'vlens submit' records it, with one shard asked by hand.
            let folder = "vlens-simulated-subject.slurm"
            for name in ["journal", "state"] {
                try FileManager.default.createDirectory(
                    at: vlens.file("\(folder)/\(name)"), withIntermediateDirectories: true)
            }
            try vlens.write(Self.record, to: "\(folder)/job.json")
            let shard = try await vlens.run(
                "run", "--shard", "2/3", "--journal", "\(folder)/journal", "--store", "own.sqlite", "--limit", "100",
                "--quiet")
            #expect(shard.status == 3, "\(shard.error)")
            try vlens.write("3 0 1 n7\n", to: "\(folder)/state/2")
            let status = try await apart.run("status")
            expect(status, exits: 0, says: ["there is no program 'scontrol' on the PATH"])
            #expect(
                status.output == """
                    \(folder): 3 shards of 704 questions
                      replies: 100 of 704
                      shards: 1 failed, 2 not in the queue
                      shard 2: failed, 100 of 235, requeued once, on n7 (exit code 3)

                    """)
            let json = try await apart.run("status", folder, "--json")
            #expect(json.output.contains("\"replies\" : 100") && json.output.contains("\"seconds_left\"") == false)
            expect(
                try await apart.run("cancel", folder), exits: 1, says: ["there is no program 'squeue' on the PATH"])
            try vlens.write("{}", to: "\(folder)/job.json")
            expect(
                try await apart.run("status"), exits: 1,
                says: ["'\(folder)/job.json' can't be read as the record of a submitted run"])
        }
    }

    private static let record = """
        {"version": 1, "name": "vlens-subject-00000000", "mark": "0123456789abcdef", "shards": 3, "questions": 704,
        "store": "/all.sqlite", "folder": "/", "arguments": [], "program": "/vlens",
        "submissions": [{"date": "2026-01-02T03:04:05Z", "shards": "1-3", "array": "7", "merge": "8"}]}
        """
}
