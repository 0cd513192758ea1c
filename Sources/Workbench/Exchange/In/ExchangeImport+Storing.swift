package import AnswerStore
import Elicitation
import Foundation
import Respondents
import Study

extension ExchangeImport {
    /// What became of the files for one run.
    package struct Outcome {
        /// The run.
        package var run: RunRecord
        /// Sentences for its user.
        package var lines: [String]
        /// The files that have something of it.
        package var files: [String]
    }

    /// So many replies are in memory, and in one transaction, at a time.
    private static let batch = 500

    /// Stores what is new. Killed in between, the same files again store the rest.
    ///
    /// - Parameter progress: what is being done, how much of it, and of how much.
    package func store(
        in store: AnswerStore, progress: (String, Int, Int) -> Void = { _, _, _ in }
    ) async throws -> [Outcome] {
        var runs: [String: (number: Int, run: RunRecord)] = [:]
        for (number, group) in groups.enumerated() {
            runs[group.identity.key] = (number, try begin(group, in: store))
        }
        var (done, overtaken) = (0, OvertakenReplies())
        for (number, file) in files.enumerated() {
            var pending = PendingAnswers(store: store, reader: StudyReader(study: study.definition))
            var keys: [String: String] = [:]
            var source = try file.answers(map: settings.map)
            var ignored = ExchangeProblems()
            let resolver = try AnswerResolver()
            do {
                while let answer = try source.next() {
                    done += 1
                    if done.isMultiple(of: 256) { progress("storing", done, answers) }
                    let key = try keys[answer.person ?? ""] ?? key(of: file, person: answer.person)
                    keys[answer.person ?? ""] = key
                    guard let placed = try placer.place(answer, &ignored), let (group, run) = runs[key],
                        let entry = groups[group].entries[placed.position], entry.file == number
                    else { continue }
                    try pending.add(answer, placed, entry, run: run, resolver, at: settings.now)
                    if pending.count >= Self.batch { try await pending.flush() }
                }
                try await pending.flush()
            } catch {
                await resolver.shutdown()
                throw error
            }
            await resolver.shutdown()
            overtaken.join(pending.overtaken)
        }
        try overtaken.check()
        return try groups.enumerated().map { number, group in
            let run = try runs[group.identity.key]?.run ?? begin(group, in: store)
            return Outcome(
                run: run, lines: try lines(group, run, overtaken.count(ofRun: run.id), in: store),
                files: group.files.map { files[$0].path })
        }
    }

    private func key(of file: AnswerFile, person: String?) throws -> String {
        try ExchangeCheck(files, study, nil, settings).identity(of: file, person: person).key
    }

    /// The run with what these files add to its plan; as it was where they add nothing.
    private func begin(_ group: ExchangeGroup, in store: AnswerStore) throws -> RunRecord {
        let had = try group.run.map { try RunSelection.all($0) } ?? []
        if let run = group.run, group.newReplies + group.newFailures == 0, settings.selection == nil { return run }
        let selections = try group.files.compactMap { number -> RunSelection? in
            let source = sources[number]
            guard settings.selection == nil else { return try named(group, file: number) }
            // Imported before, and killed in between.
            let isKnown = had.contains { $0.file?.name == source.name && $0.file?.sha256 == source.sha256 }
            return isKnown ? nil : RunSelection(group, file: number, of: study.definition, source: source)
        }.filter { new in !had.contains { $0.holdsPlan(of: new) } }
        if selections.isEmpty, let run = group.run { return run }
        var record = group.identity.record(selection: "", at: settings.now)
        record.selections = try selections.map { try $0.json }
        return try store.begin(record, of: study.record)
    }

    /// What was said to have been asked.
    private func named(_ group: ExchangeGroup, file number: Int) throws -> RunSelection? {
        guard var selection = settings.selection else { return nil }
        selection.replicates = max(selection.replicates, placer.people.count)
        var named = RunSelection(selection, plan: try study.definition.questions(selection))
        named.file = sources[number]
        if number == group.files.first, !group.newPeople.isEmpty { named.people = group.newPeople }
        return named
    }

    /// What became of a group's files, for their user.
    private func lines(
        _ group: ExchangeGroup, _ run: RunRecord, _ overtaken: Int, in store: AnswerStore
    ) throws -> [String] {
        var lines = group.files.flatMap { number -> [String] in
            guard case .inspect(let log) = files[number].kind else { return [] }
            return log.notes
        }
        let counts = try store.counts(run: run.id)
        let (replies, failures) = (group.count(replies: true), group.count(replies: false))
        let titles = Set(group.files.map { files[$0].title }).sorted().joined(separator: ", ")
        lines.append(
            "Read as \(titles): \(replies) replies, \(failures) questions without one"
                + (group.repeated > 0 ? ", \(group.repeated) answers that say the same again." : "."))
        if !placer.people.isEmpty {
            lines.append("People: \(placer.people.count); each is a repetition of the questions.")
        }
        if group.newReplies + group.newFailures == 0 {
            lines.append("Nothing is new: the run has all of it, and stays as it was.")
        } else {
            lines.append("Stored: \(group.newReplies - overtaken) replies, \(group.newFailures) failures.")
        }
        let planned = try RunSelection.joined(run, study: study.definition)
        let all = max(counts.replied, (planned?.stated ?? 0) + (planned?.acted ?? 0))
        lines.append(
            "The run now: \(counts.answered) answered, \(counts.refused) refused, \(counts.unreadable) unreadable, "
                + "\(all - counts.replied) missing of \(all).")
        return lines
    }
}
