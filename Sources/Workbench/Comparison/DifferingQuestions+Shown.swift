package import AnswerStore
import Measures
package import Pages
package import Reports
import Study

extension DifferingQuestions {
    /// So many bytes of each reply are shown.
    private static let bytesShown = 4000

    /// What a page shows of some of the questions: the replies are read now.
    package func shown(_ entries: some Sequence<Entry>, runs: [Int64], in store: AnswerStore) throws -> [SideQuestion] {
        try entries.compactMap { entry in
            guard let question = try store.askedQuestion(number: entry.question) else { return nil }
            let replies = try store.beginnings(question: entry.question, runs: runs, bytes: Self.bytesShown)
            let answers = replies.map { reply in
                reply.map { SideAnswer($0.reading, kind: question.kind, first: question.first) }
            }
            let ratings = entry.values.map { value in
                SideQuestion.Rating(
                    value: axes.values[value],
                    options: answers.map { answer in
                        (answer?.ratings).flatMap { $0.indices.contains(value) ? $0[value].map(Int.init) : nil }
                    })
            }
            let place = axes.position(ofCell: entry.firstCell(axes))
            let prompt = [question.system, question.prompt].compactMap(\.self).joined(separator: "\n\n")
            return SideQuestion(
                id: question.id, task: entry.task == .stated ? .stated : .acted, country: axes.countries[place.country],
                topic: axes.topics[place.topic], value: entry.task == .acted ? axes.values[place.value] : nil,
                reason: entry.rank.kind.reason, prompt: prompt.isEmpty ? nil : prompt,
                replies: zip(replies, answers).map(Self.reply), ratings: ratings)
        }
    }

    private static func reply(_ beginning: ReplyBeginning?, _ answer: SideAnswer?) -> SideQuestion.Reply? {
        guard let beginning, let answer else { return nil }
        let content = beginning.reading.content
        return SideQuestion.Reply(
            text: beginning.text, bytes: beginning.bytes, isWhole: beginning.isWhole, state: answer.state,
            reason: beginning.reading.reason, choice: answer.choice?.rawValue,
            option: content == "1" || content == "2" ? content : nil, stop: beginning.finishReason)
    }

    /// So many questions a file holds at most.
    package static let mostInFile = 50_000

    /// The readings of some of the questions, a row for each run, in the order of the entries: the runs are walked once more.
    package func rows(_ entries: [Entry], runs: [Int64], in store: AnswerStore) throws -> [SideRow] {
        let numbers = Dictionary(
            entries.prefix(Self.mostInFile).enumerated().map { ($1.question, $0) },
            uniquingKeysWith: { first, _ in first })
        var found = [[SideRow]](repeating: [], count: numbers.count)
        try store.forEachSharedQuestion(of: runs, item: { _, _ in }) { row in
            guard let number = numbers[row.question] else { return true }
            let entry = entries[number]
            let place = axes.position(ofCell: entry.firstCell(axes))
            found[number] = zip(runs, row.readings).map { run, reading in
                let answer = reading.map { SideAnswer($0, kind: row.kind, first: row.first) }
                return SideRow(
                    question: row.id, task: entry.task == .stated ? .stated : .acted,
                    country: axes.countries[place.country], topic: axes.topics[place.topic],
                    value: entry.task == .acted ? axes.values[place.value] : nil, reason: entry.rank.kind.reason,
                    run: Int(run), state: answer?.state ?? "missing", unreadable: reading?.reason,
                    answer: answer?.choice?.rawValue ?? (answer?.ratings == nil ? nil : reading?.content),
                    values: entry.values.map { axes.values[$0] })
            }
            return true
        }
        return found.flatMap(\.self)
    }
}

extension QuestionRank.Kind {
    /// The kind as pages and files have it.
    var reason: SideQuestion.Reason {
        switch self {
        case .sidesDiffer: .sidesDiffer
        case .answersDiffer: .answersDiffer
        case .statesDiffer: .statesDiffer
        }
    }
}

extension DifferingQuestions {
    /// What an address chooses of them: a page of questions for people, all readings for programs.
    ///
    /// - Throws: `AddressProblem` where the study has no country, topic or value of a name.
    package func page(
        _ address: SideBySideAddress, _ format: SiteFormat, isCurrent: Bool, in store: AnswerStore
    ) throws -> SideBySidePage {
        let filter = try SideBySideFilter(address, axes: axes)
        let chosen = entries.filter(filter.holds)
        let runs = address.runs.map(Int64.init)
        let isPage = format == .html
        let first = (address.page - 1) * SideBySideAddress.pageSize
        return SideBySidePage(
            shared: shared, differing: differing, chosen: chosen.count, countries: axes.countries, topics: axes.topics,
            values: axes.values,
            questions: isPage
                ? try shown(chosen.dropFirst(first).prefix(SideBySideAddress.pageSize), runs: runs, in: store) : [],
            rows: isPage ? [] : try rows(chosen, runs: runs, in: store), isCurrent: isCurrent)
    }
}
