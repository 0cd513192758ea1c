import Foundation
import Testing
import Workbench

struct ClusterTests {
    @Test(arguments: [
        ("plain-1.2/3:x", "plain-1.2/3:x"), ("", "''"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("$HOME", "'$HOME'"),
        ("two\nlines", "'two\nlines'"), ("é", "'é'"),
    ])
    func `a word of a shell is quoted where it has to be`(text: String, word: String) {
        #expect(ShellWord.quoted(text) == word)
    }

    @Test func `a directive holds anything but what ends its line`() {
        #expect(ShellWord.directive("--comment=it's \"x\" \\ é") == "\"--comment=it's \\\"x\\\" \\\\ é\"")
        #expect(ShellWord.directive("a\nb") == nil)
        #expect(ShellWord.directive("a\u{7F}") == nil)
        #expect(!ShellWord.isPossible("a\u{0}b"))
    }

    @Test func `lists of shards are written and read as Slurm does`() {
        #expect(ShardList.text([1, 2, 3, 7, 9, 10]) == "1-3,7,9-10")
        #expect(ShardList.text([]) == "")
        #expect(ShardList.numbers("1-3,7,9-10%4", upTo: 32) == [1, 2, 3, 7, 9, 10])
        #expect(ShardList.numbers("3-1,x,5-99999999,-2,2,...", upTo: 32) == [2])
    }

    /// Lines of `scontrol show job -o` of Slurm 22.05.8.
    @Test func `a task is read from what Slurm says of it`() throws {
        let line =
            "JobId=13 ArrayJobId=12 ArrayTaskId=2 JobName=vlens-m-0 x UserId=root(0) GroupId=root(0) MCS_label=N/A "
            + "Priority=4294901757 Nice=0 Account=(null) QOS=(null) JobState=PENDING Reason=BeginTime Dependency=(null) "
            + "Requeue=1 Restarts=2 BatchFlag=1 Reboot=0 ExitCode=0:0 RunTime=00:00:00 TimeLimit=UNLIMITED NodeList= "
            + "Command=/x/JobState=FAILED"
        let record = try #require(SlurmRecord(line: line))
        #expect(record.state == "PENDING")
        #expect(record.reason == "BeginTime")
        #expect(record.restarts == 2)
        #expect(record.tasks == "2")
        #expect(record.node.isEmpty)
        #expect(SlurmRecord(line: "No jobs in the system") == nil)
    }

    @Test func `every question is in one shard`() {
        for (shards, questions) in [(1, 10), (8, 704), (32, 5), (7, 0)] {
            let job = ClusterJob(
                name: "", mark: "", shards: shards, questions: questions, store: "", folder: "", arguments: [],
                program: "")
            #expect((1...shards).reduce(0) { $0 + job.questions(ofShard: $1) } == questions)
            #expect((1...shards).allSatisfy { abs(job.questions(ofShard: $0) - questions / shards) <= 1 })
        }
    }

    @Test func `a server learns nothing of the task that starts it`() {
        let ours = [
            "SLURM_PROCID": "1", "RANK": "1", "WORLD_SIZE": "2", "MASTER_PORT": "1", "PMIX_RANK": "1", "OMPI_X": "1",
            "HF_TOKEN": "x", "PATH": "/bin", "CUDA_VISIBLE_DEVICES": "0", "PROMPT": "x", "RANKING": "x",
        ]
        #expect(
            Set(ServerEnvironment.scrubbed(ours).keys)
                == ["HF_TOKEN", "PATH", "CUDA_VISIBLE_DEVICES", "PROMPT", "RANKING"])
    }

    @Test func `an address of a server has its port put in, and is one of this machine`() throws {
        #expect(try ServedAddress(nil).with(port: 7) == "http://127.0.0.1:7/v1")
        #expect(try ServedAddress("http://localhost:{port}/api/").with(port: 7) == "http://localhost:7/api/")
        for text in [
            "http://127.0.0.1:8000/v1", "https://127.0.0.1:{port}", "http://127.0.0.1:{port}0", "http://x:{port}",
        ] {
            #expect(throws: ServingError.foreignAddress(text)) { try ServedAddress(text) }
        }
    }

    @Test func `a program's output, failure, absence and slowness are told apart`() async throws {
        let long = try await ProgramOutput.of(["sh", "-c", "yes 0123456789 | head -n 100000; echo aside >&2"])
        #expect(long.utf8.count == 1_100_000)
        await #expect(throws: ProgramError(program: "sh", problem: .failed(status: 3, words: "no"))) {
            try await ProgramOutput.of(["sh", "-c", "echo no >&2; exit 3"])
        }
        await #expect(throws: ProgramError(program: "no-such-program", problem: .notStarted(number: ENOENT))) {
            try await ProgramOutput.of(["no-such-program"])
        }
        await #expect(throws: ProgramError(program: "sleep", problem: .tooSlow(seconds: 1))) {
            try await ProgramOutput.of(["sleep", "600"], seconds: 1)
        }
    }
}
