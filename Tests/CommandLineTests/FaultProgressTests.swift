import Elicitation
import TestServers
import TestSupport
import Testing
import vlens

/// How a run's pacing is set, and how its waits are shown.
struct FaultProgressTests {
    private let now = ContinuousClock.now

    @Test func `waits are shown with their reason, how many wait, and how long`() {
        var snapshot = RunSnapshot()
        snapshot.planned = 704
        snapshot.answered = 120
        snapshot.waiting = 3
        snapshot.waitingFor = "http-503"
        snapshot.waitingUntil = now + .seconds(3.2)
        snapshot.pause = RunSnapshot.Pause(
            reason: "the server asks for a pause", questions: 29, until: now + .seconds(75))
        let line = ProgressLine(snapshot: snapshot, rate: nil, now: now)
        #expect(
            line.plain
                == "asked 120 of 704, 29 held back 1:15: the server asks for a pause, 3 waiting, next attempt in 0:04: status 503"
        )
        // What is over by now takes no time any more.
        let later = ProgressLine(snapshot: snapshot, rate: nil, now: now + .seconds(100))
        #expect(later.plain.contains("29 held back 0:00"))
    }

    @Test func `a server that is silent for long is told, in a log as on a terminal`() {
        var snapshot = RunSnapshot()
        (snapshot.planned, snapshot.answered, snapshot.inFlight) = (704, 5, 16)
        snapshot.quietSince = now
        func plain(after seconds: Double) -> String {
            ProgressLine(snapshot: snapshot, rate: nil, now: now + .seconds(seconds)).plain
        }
        #expect(plain(after: 9) == "asked 5 of 704")
        #expect(plain(after: 90) == "asked 5 of 704, no answer for 1:30 to 16 requests in flight")
        (snapshot.inFlight, snapshot.waiting, snapshot.waitingFor) = (4, 12, "timeout")
        (snapshot.failedSince, snapshot.lastFailure, snapshot.waitingFrom) = (13, "timeout", now + .seconds(97))
        #expect(
            plain(after: 90) == "asked 5 of 704, 12 waiting, next attempt in 0:07: timeout, "
                + "no answer for 1:30 to 4 requests in flight, 13 attempts failed: timeout")
        snapshot.ending = "no such key"
        #expect(plain(after: 9).hasPrefix("asked 5 of 704, ending, waiting for 4 in flight"))
    }

    @Test(arguments: [
        (["--rpm", "0"], "--rpm 0: at least one is needed"),
        (["--tpm=-3"], "--tpm -3: at least one is needed"),
        (["--patience=-1"], "--patience -1.0 is outside 0…86400 seconds"),
        (["--min-concurrency", "0"], "--min-concurrency 0 is outside 1…16, the --concurrency"),
        (["--min-concurrency", "9", "--concurrency", "8"], "--min-concurrency 9 is outside 1…8, the --concurrency"),
    ])
    func `a setting of pacing that makes no sense is a misuse, quoted, and leaves nothing behind`(
        options: [String], problem: String
    ) async throws {
        try await withProgram { vlens in
            let result = try await vlens.run(["run"] + options)
            expect(result, exits: 2, says: [problem])
            #expect(try vlens.names() == [])
        }
    }

    @Test func `with every cap set a run asks all the same`() async throws {
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: SmallPart.answer) { server in
                let result = try await vlens.run(
                    SmallPart.run(
                        server, "--no-report", "--min-concurrency", "1", "--rpm", "60000", "--tpm", "9000000",
                        "--patience", "1"))
                expect(result, exits: 0, says: [])
                #expect(try vlens.replyCount() == SmallPart.questions)
            }
        }
    }
}
