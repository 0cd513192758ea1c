package import AnswerStore
import Elicitation
import Foundation
import Respondents
package import Study
import Text

/// Files of answers to a study's own questions, checked as a whole before anything is stored.
package struct ExchangeImport {
    let study: LoadedStudy
    let settings: ExchangeSettings
    let files: [AnswerFile]
    let placer: AnswerPlacer
    let sources: [ImportedFile]
    var groups: [ExchangeGroup]
    /// Answers in all files together.
    let answers: Int

    /// Whether a file is one of answers to questions of ours, told by what it holds.
    ///
    /// - Throws: ``ExchangeError`` where it is, and can't be read.
    package static func isOne(_ path: String) throws -> Bool { try AnswerFile(path: path) != nil }

    /// Looks at all files, and at the runs that they belong to.
    ///
    /// - Parameters:
    ///   - study: with its actions.
    ///   - store: where the runs may be; nil where there is none yet.
    ///   - progress: what is being done, how much of it is done, and of how much; 0 where that is not known.
    /// - Throws: ``ExchangeError`` with counts and examples where anything speaks against them.
    package init(
        _ paths: [String], study: LoadedStudy, store: AnswerStore?, _ settings: ExchangeSettings,
        progress: (String, Int, Int) -> Void = { _, _, _ in }
    ) async throws {
        (self.study, self.settings) = (study, settings)
        let files = try paths.compactMap { try AnswerFile(path: $0) }
        self.files = files
        sources = try files.map { file in
            var source = try ImportedFile(path: file.path, at: settings.now)
            if case .inspect(let log) = file.kind { source.log = log.provenance }
            return source
        }
        progress("looking for questions", 0, 0)
        let survey = try AnswerSurvey(files, settings)
        answers = survey.count
        let finder = QuestionFinder(
            study: study.definition, selection: settings.selection ?? Selection(),
            replicates: settings.selection?.replicates ?? ExchangeSettings.usualRepeats)
        let found = try finder.find(ids: survey.ids, prompts: survey.prompts)
        var check = ExchangeCheck(files, study, store, settings)
        let people = try check.people(survey.people)
        placer = try AnswerPlacer(study, finder, found, epochs: survey.epochs, people: people)
        groups = try await check.groups(placer, repetitions: finder.replicates) {
            progress("checking", $0, survey.count)
        }
    }

    /// A person's mark: their name is not kept.
    static func digest(ofPerson name: String) -> String { Digest(of: Array(name.utf8)).hexadecimal(bytes: 8) }
}

/// What is asked for in some files, and how often: all that must be known before questions are looked for.
struct AnswerSurvey {
    private(set) var ids: Set<QuestionKey> = []
    private(set) var prompts: Set<QuestionKey> = []
    /// Digests, in the order of their first answer.
    private(set) var people: [String] = []
    private(set) var epochs = 1
    private(set) var count = 0

    /// - Throws: ``ExchangeError`` where a file is damaged, or none holds an answer.
    init(_ files: [AnswerFile], _ settings: ExchangeSettings) throws {
        var known: Set<String> = []
        for file in files {
            var source = try file.answers(map: settings.map)
            var isAnswered = false
            while let answer = try source.next() {
                count += 1
                switch answer.outcome {
                case .words(let words): isAnswered = isAnswered || words.contains { !$0.answer.trimmedSpace.isEmpty }
                default: isAnswered = true
                }
                add(answer)
                guard settings.people == .together, let person = answer.person else { continue }
                let digest = ExchangeImport.digest(ofPerson: person)
                if known.insert(digest).inserted { people.append(digest) }
            }
            guard isAnswered else {
                throw ExchangeError(
                    .questionsNotAnswers, "'\(file.name)' holds no answer: give the file that came back, or fill it in")
            }
        }
    }

    private mutating func add(_ answer: ReturnedAnswer) {
        epochs = max(epochs, (answer.epoch ?? 0) + 1)
        switch answer.key {
        case .id(let id):
            if let key = QuestionKey(id: id) {
                ids.insert(key)
            } else if let prompt = answer.prompt, prompt.isEmbedded {
                prompts.insert(QuestionKey(text: prompt.user))
            }
        case .prompt(let text): prompts.insert(QuestionKey(text: text))
        }
    }
}
