import AnswerStore
import Foundation
import Study

/// What the files hold for one run.
struct ExchangeGroup {
    /// What came of one question.
    struct Entry {
        /// Of the reply's text, to tell another answer; 0 for a failure.
        var mark: Int
        var isReply: Bool
        /// The file that has it.
        var file: Int
        /// Whether the stored run has it already, as a reply or a failure.
        var isKnown = false
        /// Whether the stored run has this very reply.
        var isStored = false
    }

    let identity: RunIdentity
    /// The stored run; nil where there is none yet.
    var run: RunRecord?
    /// By the question's place in the plan of all repetitions.
    var entries: [Int: Entry] = [:]
    /// Files that hold something of it, in their order.
    var files: [Int] = []
    /// Answers that say again what another one says.
    var repeated = 0
    /// Keys of the questions that no earlier file had, by file.
    var fresh: [Int: [QuestionKey]] = [:]
    /// Of those, how many by task and file.
    var planned: [Int: [StudyTask: Int]] = [:]
    /// The places that the files ask about.
    var places: [Int: Places] = [:]
    /// People that the run has had none of before.
    var newPeople: [String] = []

    /// What some questions are about.
    struct Places {
        var countries: Set<String> = []
        var topics: Set<String> = []
        var tasks: Set<StudyTask> = []
        var variants: Set<Int> = []
        var replicates = 1

        /// - Parameter wording: the number of its variant, whoever wrote the actions.
        mutating func add(_ question: Question, wording: Int) {
            variants.insert(wording)
            countries.insert(question.scenario.country)
            topics.insert(question.scenario.topic)
            tasks.insert(question.task)
            replicates = max(replicates, question.replicate + 1)
        }
    }

    /// How many questions have a reply, or none.
    func count(replies: Bool) -> Int { entries.values.count { $0.isReply == replies } }

    /// The reply or failure of an answer that is not stored yet.
    var newReplies: Int { entries.values.count { $0.isReply && !$0.isStored } }
    var newFailures: Int { entries.values.count { !$0.isReply && !$0.isKnown } }
}

extension RunSelection {
    /// What one file of answers adds to a run, where the plan was not named.
    init(_ group: ExchangeGroup, file: Int, of study: StudyDefinition, source: ImportedFile) {
        let planned = group.planned[file] ?? [:]
        self.init(
            stated: planned[.stated] ?? 0, acted: planned[.acted] ?? 0, ratingsPerReply: study.theory.values.count,
            file: source)
        let places = group.places[file] ?? ExchangeGroup.Places()
        func part(_ names: Set<String>, of known: [String]) -> [String]? {
            names.count == known.count ? nil : known.filter(names.contains)
        }
        let most = StudyTask.allCases.map { task in
            Set(study.variants(of: task).map { study.wording(ofVariant: $0.index, of: task) }).count
        }.max()
        selection = Part(
            countries: part(places.countries, of: study.countries), topics: part(places.topics, of: study.topics),
            tasks: places.tasks.map(\.rawValue).sorted(),
            variants: places.variants.count == most ? nil : places.variants.sorted(),
            replicates: places.replicates, sample: nil)
        counted = QuestionKey.mark(of: group.fresh[file] ?? [])
        if file == group.files.first, !group.newPeople.isEmpty { people = group.newPeople }
    }
}

extension RunSelection {
    /// Whether it is another's plan, of the same file.
    func holdsPlan(of other: RunSelection) -> Bool {
        var (own, theirs) = (self, other)
        guard own.file?.name == theirs.file?.name, own.file?.sha256 == theirs.file?.sha256 else { return false }
        (own.file, theirs.file) = (nil, nil)
        return own == theirs
    }
}
