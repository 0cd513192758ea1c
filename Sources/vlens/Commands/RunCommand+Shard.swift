import AnswerStore
import ArgumentParser
import Elicitation
import Text
import Workbench

extension RunCommand {
    /// What the start may ask and take: a shard's share of what is given for the run.
    func sharedBounds() throws -> StartBounds {
        var start = try bounds.bounds()
        guard let shard = try sharding.shard() else { return start }
        start.budget = start.budget.map { shard.share(of: $0) }
        start.tokens = try sharding.share(of: start.tokens, "--max-tokens-total")
        return start
    }

    /// How fast to ask: a shard's share of what is given for the run.
    func startPacing(concurrency: Int) throws -> Pacing {
        var pacing = pacing.pacing(concurrency: concurrency)
        pacing.requestsPerMinute = try sharding.share(of: pacing.requestsPerMinute, "--rpm")
        pacing.tokensPerMinute = try sharding.share(of: pacing.tokensPerMinute, "--tpm")
        return pacing
    }

    /// Begins the journal, where there is to be one, and says what was read back from earlier ones.
    func beginJournal(_ planned: PlannedRun, _ run: RunRecord, _ store: AnswerStore) throws -> ShardJournal? {
        if let shard = planned.shard {
            try store.noteShard(shard.number, of: shard.count, isDone: false, run: run.id)
        }
        guard let folder = sharding.journal else { return nil }
        let (journal, replayed) = try planned.share(run, in: store, folder: folder, atOnce: model.concurrency)
        for note in replayed.notes { Terminal.error.line(Terminal.error.wrapped("note: \(note)")) }
        if !quiet, replayed.replies > 0 {
            let files = replayed.journals == 1 ? "journal" : "journals"
            Terminal.error.line(
                "\(replayed.replies) replies were read back from \(replayed.journals) \(files) in '\(folder)'")
        }
        return journal
    }

    /// A shard is measured by nobody: says how its questions stand and what comes next.
    func conclude(_ shard: Shard, _ planned: PlannedRun, _ snapshot: RunSnapshot, _ store: AnswerStore) throws {
        guard let run = try planned.stored(in: store) else { return }
        if run.status == .finished {
            try store.noteShard(shard.number, of: shard.count, isDone: true, run: run.id)
        }
        if json {
            let document: JSONValue = [
                "shard": .string(shard.description), "run": .integer(Int(run.id)),
                "status": .string(run.status.rawValue),
                "planned": .integer(snapshot.planned), "replied": .integer(snapshot.done),
                "failed": .integer(snapshot.failed), "answered_now": .integer(snapshot.answered),
                "refused_now": .integer(snapshot.refused), "unreadable_now": .integer(snapshot.unreadable),
            ]
            Terminal.output.write(json: document.text())
        } else {
            Terminal.output.line(
                "shard \(shard): \(snapshot.done) of \(snapshot.planned) questions have their reply. It is measured together "
                    + "with the others, once they are merged: vlens merge OUT \(sharding.journal ?? self.store.store) …"
            )
        }
        let counts = try store.counts(run: run.id)
        if let incomplete = RunEnding.incompleteness(snapshot, counts) { throw incomplete }
    }
}
