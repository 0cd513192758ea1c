import Elicitation
import Respondents
import Study

/// Says which question an answer of a file is to, once all questions were looked for.
struct AnswerPlacer {
    /// A question with its place among all repetitions, and the answer.
    struct Placed {
        var position: Int
        var asked: AskedQuestion
        var question: Question
    }

    let study: LoadedStudy
    let found: QuestionFinder.Found
    /// Questions in one repetition.
    private let length: Int
    private let plan: QuestionPlan
    private let questions: StudyQuestions
    private let finder: QuestionFinder
    /// The place of each person among the repetitions.
    let people: [String: Int]

    /// - Parameters:
    ///   - epochs: how often an id was asked by itself, at most.
    ///   - people: digests of people who are repetitions; none where each is a run.
    init(
        _ study: LoadedStudy, _ finder: QuestionFinder, _ found: QuestionFinder.Found, epochs: Int,
        people: [String: Int]
    ) throws {
        (self.study, self.finder, self.found, self.people) = (study, finder, found, people)
        var selection = finder.selection
        let most = found.ids.values.map { $0.replicate + 1 }.max() ?? 1
        selection.replicates = max(1, most, epochs, people.count, finder.selection.replicates)
        plan = try study.definition.questions(selection)
        length = plan.count / selection.replicates
        questions = StudyQuestions(plan)
    }

    /// The question at a place of the plan of all repetitions.
    func question(at position: Int) -> Question { plan[position] }

    /// How often each question is asked in all.
    var replicates: Int { plan.replicates }

    /// The question of an answer; `nil` where there is none, or something speaks against it, which is noted.
    func place(_ answer: ReturnedAnswer, _ problems: inout ExchangeProblems) throws -> Placed? {
        if let hash = answer.protocolHash, hash != study.protocolHash {
            problems.note(.otherStudy, "\(answer.place): protocol \(hash.prefix(8))")
            return nil
        }
        guard let place = found(answer) else {
            problems.note(.unknown, Self.called(answer))
            return nil
        }
        let position = try replicate(of: answer, at: place) * length + place.position
        guard plan.indices.contains(position) else {
            problems.note(.unknown, Self.called(answer))
            return nil
        }
        let question = plan[position]
        guard fits(answer.prompt, question) else {
            problems.note(.otherPrompt, "\(answer.place): \"\(Self.difference(answer.prompt, question))\"")
            return nil
        }
        if let wrong = answer.about.first(where: { !$0.value.isEmpty && !isAbout($0.key, $0.value, question) }) {
            problems.note(.otherPlace, "\(answer.place): \(wrong.key) \"\(wrong.value.prefix(60))\"")
            return nil
        }
        return Placed(position: position, asked: questions[position], question: question)
    }

    private func found(_ answer: ReturnedAnswer) -> QuestionFinder.Found.Place? {
        switch answer.key {
        case .id(let id):
            if let place = QuestionKey(id: id).flatMap({ found.ids[$0] }) { return place }
            // A harness that numbers its documents by itself keeps the prompt.
            guard QuestionKey(id: id) == nil, answer.prompt?.isEmbedded == true, let prompt = answer.prompt else {
                return nil
            }
            return found.prompts[QuestionKey(text: prompt.user)]
        case .prompt(let text): return found.prompts[QuestionKey(text: text)]
        }
    }

    private func replicate(of answer: ReturnedAnswer, at place: QuestionFinder.Found.Place) throws -> Int {
        let own = [answer.epoch, answer.person.flatMap { people[ExchangeImport.digest(ofPerson: $0)] }].compactMap(
            \.self)
        guard let further = own.max(), further > 0 else { return place.replicate }
        guard place.replicate == 0 else {
            throw ExchangeError(
                .unfit,
                "\(answer.place), repeats a question that is itself a repetition: write the questions with --repeats 1 where epochs "
                    + "or people repeat them")
        }
        return further
    }

    /// A prompt that the file gives must be ours, but for line ends and blanks at its end.
    private func fits(_ prompt: ReturnedAnswer.Prompt?, _ question: Question) -> Bool {
        guard let prompt else { return true }
        let (theirs, ours) = (Self.folded(prompt.user), Self.folded(question.prompt))
        let isSame = prompt.isEmbedded ? theirs.contains(ours) : theirs == ours
        guard isSame, let system = prompt.system else { return isSame }
        return Self.folded(system ?? "") == Self.folded(question.system ?? "")
    }

    private static func folded(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").trimmedSpace
    }

    /// Where a prompt begins to differ, some words of it.
    private static func difference(_ prompt: ReturnedAnswer.Prompt?, _ question: Question) -> String {
        let (theirs, ours) = (folded(prompt?.user ?? ""), folded(question.prompt))
        let common = zip(theirs, ours).prefix { $0 == $1 }.count
        return String(theirs.dropFirst(max(0, common - 12)).prefix(60))
    }

    private func isAbout(_ name: String, _ text: String, _ question: Question) -> Bool {
        let own: String? =
            switch name {
            case "task": question.task.rawValue
            case "country": question.scenario.country
            case "topic": question.scenario.topic
            case "value": question.value
            case "variant": "\(question.variant.index)"
            default: nil
            }
        return own == nil || own?.lowercased() == text.lowercased()
    }

    private static func called(_ answer: ReturnedAnswer) -> String {
        switch answer.key {
        case .id(let id): "\(answer.place): id \"\(id.prefix(64))\""
        case .prompt(let text): "\(answer.place): prompt \"\(text.prefix(60))\""
        }
    }
}
