import AnswerStore
import Measures
import Study

extension ReadingCollector {
    /// Gathers the readings of a stored run. An item is looked up once, whatever number of replies there are to it.
    mutating func collect(_ run: RunRecord, _ store: AnswerStore, _ scoring: Scoring, _ extents: RunExtents) throws {
        let interpreter = ReplyInterpreter(scoring: scoring)
        guard scoring != .legacy else { return try collectLegacy(run, store, interpreter, extents) }
        var places: [Int64: MatrixPlace] = [:]
        let overruled = scoring == .overruled ? try RunOverrules(of: run, in: store).readings : [:]
        try store.forEachReading(run: run.id, item: { places[$0] = place(of: $1) }) { row in
            let asking = extents.asking(kind: row.kind, variant: row.variant, replicate: row.replicate)
            if overruled[row.reply] != nil { addOverruled(kind: row.kind) }
            try interpreter.add(
                overruled[row.reply] ?? row.reading, kind: row.kind, first: row.first,
                at: places[row.item] ?? .stranger, asking: asking, to: &self)
            if row.kind == StudyTask.acted.rawValue {
                note(reply: row.reply, at: places[row.item] ?? .stranger, asking: asking)
            }
            return true
        }
    }

    /// The notebooks' rules read what Task 1 replies say, so whole replies are wanted.
    private mutating func collectLegacy(
        _ run: RunRecord, _ store: AnswerStore, _ interpreter: ReplyInterpreter, _ extents: RunExtents
    ) throws {
        try store.forEachReply(run: run.id, raw: true) { reply in
            let question = reply.question
            let asking = extents.asking(
                kind: question.kind, variant: question.variant, replicate: question.replicate)
            let place = place(of: question.item)
            if question.kind == StudyTask.stated.rawValue {
                try interpreter.addLegacy(
                    reply.text, isReversed: question.startsAtDisagreement, at: place, asking: asking, to: &self)
            } else {
                try interpreter.add(
                    reply.reading, kind: question.kind, first: question.first, at: place, asking: asking, to: &self)
            }
        }
    }

    /// Where an item lies.
    func place(of item: ItemRecord) -> MatrixPlace {
        place(country: item["country"] ?? "", topic: item["topic"] ?? "", value: item["value"])
    }
}

extension RunExtents {
    /// The number of an asking of its cell: replicate by replicate, each with all variants.
    func asking(kind: String, variant: Int, replicate: Int) -> Int {
        replicate * (kind == StudyTask.stated.rawValue ? stated.variants : acted.variants) + variant
    }
}
