import AnswerStore
import Elicitation
import Foundation
import Respondents
import Study
import Text

/// Places every answer and holds it against the others and against what is stored.
struct ExchangeCheck {
    private let files: [AnswerFile]
    private let study: LoadedStudy
    private let store: AnswerStore?
    private let settings: ExchangeSettings
    private var groups: [ExchangeGroup] = []
    private var numbers: [String: Int] = [:]
    private var shortcuts: [[String]: Int] = [:]
    private var knownPeople: [String] = []
    private var newPeople: [String] = []

    init(_ files: [AnswerFile], _ study: LoadedStudy, _ store: AnswerStore?, _ settings: ExchangeSettings) {
        (self.files, self.study, self.store, self.settings) = (files, study, store, settings)
    }

    /// The place of each person among the repetitions: those of the stored run first, so that a later file renumbers nobody.
    mutating func people(_ digests: [String]) throws -> [String: Int] {
        guard !digests.isEmpty else { return [:] }
        let names = Set(try files.map { try name(of: $0, person: "someone") })
        guard names.count == 1, let name = names.first else {
            throw ExchangeError(.unfit, "several files name people, and their runs differ: name one with --model")
        }
        let run = try store?.run(key: RunIdentity(answeredAs: name, settings: [:], study: study).key)
        knownPeople = try run.map { try RunSelection.all($0).flatMap { $0.people ?? [] } } ?? []
        let known = Set(knownPeople)
        newPeople = digests.filter { !known.contains($0) }
        let all = knownPeople + newPeople
        guard all.count <= Selection.mostReplicates else {
            throw ExchangeError(
                .unfit,
                "\(all.count) people answered; one run holds \(Selection.mostReplicates) at most: import them in parts, each "
                    + "with a --model of its own")
        }
        return Dictionary(all.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What the files hold for each run.
    ///
    /// - Throws: ``ExchangeError`` where anything speaks against any of it.
    mutating func groups(
        _ placer: AnswerPlacer, repetitions: Int, progress: (Int) -> Void
    ) async throws -> [ExchangeGroup] {
        var problems = ExchangeProblems()
        let resolver = try AnswerResolver()
        do {
            var done = 0
            for (number, file) in files.enumerated() {
                var source = try file.answers(map: settings.map)
                while let answer = try source.next() {
                    done += 1
                    if done.isMultiple(of: 256) { progress(done) }
                    guard let placed = try placer.place(answer, &problems) else { continue }
                    try add(answer, placed, file: number, resolver, &problems)
                }
            }
        } catch {
            await resolver.shutdown()
            throw error
        }
        await resolver.shutdown()
        for number in groups.indices { try compareWithStored(number, placer, &problems) }
        let name = (name: study.definition.label, hash: study.protocolHash)
        if let error = problems.error(study: name, repetitions: repetitions) { throw error }
        if let first = groups.indices.first { groups[first].newPeople = newPeople }
        return groups
    }

    private mutating func add(
        _ answer: ReturnedAnswer, _ placed: AnswerPlacer.Placed, file: Int, _ resolver: AnswerResolver,
        _ problems: inout ExchangeProblems
    ) throws {
        let resolved: AnswerResolver.Resolved
        do throws(AnswerResolver.Trouble) {
            resolved = try resolver.resolve(answer.outcome, to: placed.question, placed.asked.request)
        } catch .contradicted(let first, let second) {
            return problems.note(.contradicted, "\(answer.place): \"\(first.prefix(40))\" and \"\(second.prefix(40))\"")
        } catch .unknownValue(let name) {
            return problems.note(.unknownValue, "\(answer.place): \"\(name.prefix(60))\"")
        }
        let group = try group(of: files[file], person: answer.person)
        if groups[group].files.last != file { groups[group].files.append(file) }
        groups[group].places[file, default: .init()].add(
            placed.question,
            wording: study.definition.wording(ofVariant: placed.question.variant.index, of: placed.question.task))
        var entry = ExchangeGroup.Entry(mark: 0, isReply: false, file: file)
        if case .reply(let reply) = resolved {
            (entry.mark, entry.isReply) = (StudyReader.apart(reply).text.hashValue, true)
        }
        guard let other = groups[group].entries[placed.position] else {
            groups[group].entries[placed.position] = entry
            return
        }
        switch (other.isReply, entry.isReply) {
        case (true, true) where other.mark != entry.mark:
            problems.note(.contradicted, "\(answer.place): id \(placed.question.id)")
        case (false, true): groups[group].entries[placed.position] = entry
        default: groups[group].repeated += 1
        }
    }

    /// What the stored run has already, and whether it is the same.
    private mutating func compareWithStored(_ number: Int, _ placer: AnswerPlacer, _ problems: inout ExchangeProblems)
        throws
    {
        let run = groups[number].run
        for (position, entry) in groups[number].entries {
            let question = placer.question(at: position)
            if let run, let store {
                if let reply = try store.reply(run: run.id, question: question.id) {
                    if entry.isReply, reply.text.hashValue != entry.mark {
                        problems.note(.contradictsStored, "id \(question.id) in run \(run.id)")
                    }
                    groups[number].entries[position]?.isKnown = true
                    groups[number].entries[position]?.isStored = true
                    continue
                }
                if try store.failure(run: run.id, question: question.id) != nil {
                    groups[number].entries[position]?.isKnown = true
                    continue
                }
            }
            groups[number].planned[entry.file, default: [:]][question.task, default: 0] += 1
            if let key = QuestionKey(id: question.id) { groups[number].fresh[entry.file, default: []].append(key) }
        }
    }

    // MARK: - Runs

    private mutating func group(of file: AnswerFile, person: String?) throws -> Int {
        // An identity is made of JSON: once for each that answers is enough.
        let short = [file.path, settings.people == .apart ? person ?? "" : person == nil ? "" : "1"]
        if let number = shortcuts[short] { return number }
        let identity = try identity(of: file, person: person)
        if let number = numbers[identity.key] {
            shortcuts[short] = number
            return number
        }
        shortcuts[short] = groups.count
        numbers[identity.key] = groups.count
        groups.append(ExchangeGroup(identity: identity, run: try store?.run(key: identity.key)))
        return groups.count - 1
    }

    /// The run that an answer belongs to.
    func identity(of file: AnswerFile, person: String?) throws -> RunIdentity {
        var known: [String: String] = [:]
        if case .inspect(let log) = file.kind { known = log.settings }
        return try RunIdentity(answeredAs: name(of: file, person: person), settings: known, study: study)
    }

    /// The respondent of an answer.
    ///
    /// - Throws: ``ExchangeError`` where nothing says it.
    private func name(of file: AnswerFile, person: String?) throws -> String {
        let own: String?
        switch file.kind {
        case .inspect(let log): own = settings.model ?? log.model
        default: own = settings.model ?? (person == nil ? nil : "people/\(ReleasedImport.modelName(file.path))")
        }
        guard let own, !own.isEmpty else {
            throw ExchangeError(
                .unfit,
                "'\(file.name)' does not say who answered: name the respondent, such as --model openai/gpt-4o-mini")
        }
        return person != nil && settings.people == .apart ? "\(own)/\(Plain.line(person ?? ""))" : own
    }
}
