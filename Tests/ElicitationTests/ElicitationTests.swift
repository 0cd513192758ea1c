import AnswerStore
import Elicitation
import Foundation
import Respondents
import Study
import Synchronization
import Testing
import Workbench

struct ElicitationTests {
    @Test func `every question of the plan is asked once and has its reply`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let respondent = Scripted { request, _ throws(RespondentError) in readable(request) }
        let snapshot = try await bench.ask(respondent)
        #expect(snapshot.answered == bench.plan.count)
        #expect(respondent.counts.count == bench.plan.count)
        #expect(respondent.counts.values.allSatisfy { $0 == 1 })
        #expect(try bench.store.counts(run: bench.run.id).answered == bench.plan.count)
        #expect(try bench.store.runs().map(\.status) == [.finished])
    }

    @Test func `a second start asks nothing`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        _ = try await bench.ask(Scripted { request, _ throws(RespondentError) in readable(request) })
        let again = Scripted { request, _ throws(RespondentError) in readable(request) }
        let snapshot = try await bench.ask(again)
        #expect(again.counts.isEmpty)
        #expect(snapshot.repliedBefore == bench.plan.count)
        #expect(snapshot.left == 0)
    }

    @Test func `a fault that passes is tried again and leaves no trace but the number of attempts`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        // Fewer than would look like a server that is gone.
        let busy = Set(bench.plan.ids.prefix(12))
        let respondent = Scripted { request, before throws(RespondentError) in
            if before == 0, busy.contains(request.questionID) {
                throw RespondentError(code: .http(503), what: "busy")
            }
            return readable(request)
        }
        let snapshot = try await bench.ask(respondent)
        #expect(snapshot.answered == bench.plan.count)
        #expect(snapshot.retries == busy.count)
        #expect(try bench.store.failures(run: bench.run.id).isEmpty)
        try bench.store.forEachReply(run: bench.run.id, raw: false) { reply in
            #expect(reply.attempts == (busy.contains(reply.question.id) ? 2 : 1))
        }
    }

    @Test func `a question that can't be asked is kept as a failure and the others go on`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let bad = try #require(bench.plan.ids.dropFirst(5).first)
        let respondent = Scripted { request, _ throws(RespondentError) in
            if request.questionID == bad { throw RespondentError(code: .http(400), what: "no such thing") }
            return readable(request)
        }
        let snapshot = try await bench.ask(respondent)
        #expect(snapshot.failed == 1)
        #expect(snapshot.answered == bench.plan.count - 1)
        #expect(respondent.counts[bad] == 1)
        let failures = try bench.store.failures(run: bench.run.id)
        #expect(failures.map(\.questionID) == [bad])
        #expect(failures.map(\.code) == ["http-400"])
        let later = try await bench.ask(Scripted { request, _ throws(RespondentError) in readable(request) })
        #expect(later.answered == 1)
        #expect(try bench.store.failures(run: bench.run.id).isEmpty)
    }

    @Test func `a wrong key stops the run after one question`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let respondent = Scripted { _, _ throws(RespondentError) in
            throw RespondentError(code: .unauthorized, what: "the key was refused", status: 401)
        }
        let error = await #expect(throws: ElicitationError.self) { try await bench.ask(respondent) }
        #expect(error?.description == "the key was refused")
        #expect(respondent.counts.values.reduce(0, +) == 1)
    }

    @Test func `a server that is not there stops the run after three attempts`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let respondent = Scripted { _, _ throws(RespondentError) in
            throw RespondentError(code: .connectionRefused, what: "nobody listens")
        }
        await #expect(throws: ElicitationError.self) { try await bench.ask(respondent) }
        #expect(respondent.counts.values.reduce(0, +) == 3)
        #expect(try bench.store.runs().map(\.status) == [.stopped])
    }

    @Test func `a server that dies for good ends the run instead of failing every question`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let first = Mutex(0)
        let respondent = Scripted { request, _ throws(RespondentError) in
            let number = first.withLock { number in
                number += 1
                return number
            }
            if number > 20 { throw RespondentError(code: .connectionLost, what: "gone") }
            return readable(request)
        }
        let error = await #expect(throws: ElicitationError.self) { try await bench.ask(respondent, concurrency: 4) }
        #expect(error?.description == "16 attempts in a row failed, the last with: gone")
        #expect(try bench.store.counts(run: bench.run.id).answered == 20)
        let later = try await bench.ask(Scripted { request, _ throws(RespondentError) in readable(request) })
        #expect(later.answered == bench.plan.count - 20)
    }

    @Test func `a refusal and an unreadable reply are replies and are not asked again`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let respondent = Scripted { request, _ throws(RespondentError) in
            request.questionID.hasPrefix("0") ? "I'm sorry, but I can't help with that." : "qwerty"
        }
        let snapshot = try await bench.ask(respondent)
        #expect(snapshot.answered == 0)
        #expect(snapshot.refused == bench.plan.ids.filter { $0.hasPrefix("0") }.count)
        #expect(snapshot.replied == bench.plan.count)
    }

    @Test func `stopped, it keeps what came and the next start asks the rest`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let stop = StopSwitch()
        let count = Mutex(0)
        let respondent = Scripted { request, _ throws(RespondentError) in
            let number = count.withLock { count in
                count += 1
                return count
            }
            if number == 30 { stop.stop() }
            return readable(request)
        }
        let snapshot = try await bench.ask(respondent, stop: stop)
        #expect(snapshot.replied >= 30)
        #expect(snapshot.replied < bench.plan.count)
        #expect(try bench.store.runs().map(\.status) == [.stopped])
        let rest = Scripted { request, _ throws(RespondentError) in readable(request) }
        let finished = try await bench.ask(rest)
        #expect(finished.answered == bench.plan.count - snapshot.replied)
        #expect(Set(rest.counts.keys).isDisjoint(with: respondent.counts.keys))
    }

    @Test func `stopped, it does not wait longer than the grace time for a reply that hangs`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let stop = StopSwitch()
        let respondent = Scripted { request, _ throws(RespondentError) in
            guard request.replicate == 0, request.isStated else {
                stop.stop()
                do { try await Task.sleep(for: .seconds(3600)) } catch {}
                throw RespondentError(code: .cancelled, what: "cancelled")
            }
            return readable(request)
        }
        let snapshot = try await bench.ask(respondent, stop: stop)
        #expect(snapshot.failed == 0)
        #expect(try bench.store.failures(run: bench.run.id).isEmpty)
    }

    @Test func `two processes on one store ask each question once between them`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let other = try AnswerStore(path: bench.path)
        let respondent = Scripted { request, _ throws(RespondentError) in
            do { try await Task.sleep(for: .milliseconds(2)) } catch {}
            return readable(request)
        }
        let options = Elicitation.Options(concurrency: 8)
        async let first = bench.ask(respondent)
        async let second = Elicitation(store: other, respondent: respondent, options: options)
            .ask(bench.plan, run: bench.run)
        let (a, b) = try await (first, second)
        #expect(a.answered + b.answered == bench.plan.count)
        #expect(respondent.counts.count == bench.plan.count)
        #expect(respondent.counts.values.allSatisfy { $0 == 1 })
    }
}
