import AnswerStore
package import Reports
package import Study
import Text

extension FlaggedPair {
    /// Every cell of a study with its actions and what there is to see of them, in the order of the full cross; with several generators
    /// once for each.
    package static func all(of study: StudyDefinition) -> [FlaggedPair] {
        var tokenizer = SearchTokenizer()
        let sets = study.hasActions ? study.actionSets : [GeneratedActions(pairs: [:])]
        let wordsOf = sets.map { set in
            set.pairs.mapValues { pair in
                (
                    agree: Self.words(pair.agree.text, &tokenizer), disagree: Self.words(pair.disagree.text, &tokenizer)
                )
            }
        }
        // In how many cells an action's words are one, whoever wrote them.
        var cellsOfText: [[String]: Int] = [:]
        for cell in Set(wordsOf.flatMap(\.keys)) {
            let texts = wordsOf.compactMap { $0[cell] }.flatMap { [$0.agree, $0.disagree] }
            for text in Set(texts) where !text.isEmpty { cellsOfText[text, default: 0] += 1 }
        }
        let names = Dictionary(
            study.theory.values.map { value in
                (value.name, ([value.name] + value.aliases).map { Self.words($0, &tokenizer) })
            }, uniquingKeysWith: { first, _ in first })
        let groups = Dictionary(
            study.theory.groups.flatMap { group in group.values.map { ($0.name, group.name) } },
            uniquingKeysWith: { first, _ in first })
        return (0..<study.cellCount * sets.count).compactMap { number in
            let (index, set) = number.quotientAndRemainder(dividingBy: sets.count)
            guard let cell = study.cell(at: index) else { return nil }
            var made = FlaggedPair(
                country: cell.scenario.country, topic: cell.scenario.topic, value: cell.value,
                group: groups[cell.value] ?? "", agree: nil, disagree: nil, flags: [.incompletePair])
            made.generator = study.generators.isEmpty ? nil : sets[set].generator
            guard let pair = sets[set].pairs[cell], let texts = wordsOf[set][cell] else { return made }
            func flagged(_ action: Action, _ words: [String]) -> FlaggedAction {
                FlaggedAction(
                    action, words: words, names: names[cell.value] ?? [], language: study.language,
                    isElsewhere: cellsOfText[words, default: 0] > 1)
            }
            made.agree = flagged(pair.agree, texts.agree)
            made.disagree = flagged(pair.disagree, texts.disagree)
            made.flags = Self.flags(texts.agree, texts.disagree)
            return made
        }
    }

    private static func flags(_ agree: [String], _ disagree: [String]) -> [ActionFlag] {
        var flags: [ActionFlag] = []
        if ActionChecks.areNearlySame(agree, disagree) { flags.append(.sameActions) }
        if ActionChecks.lengthsDiffer(agree.count, disagree.count) { flags.append(.lengthsDiffer) }
        return flags
    }

    private static func words(_ text: String, _ tokenizer: inout SearchTokenizer) -> [String] {
        tokenizer.tokens(of: text).map(\.text)
    }
}

extension FlaggedAction {
    fileprivate init(_ action: Action, words: [String], names: [[String]], language: Language, isElsewhere: Bool) {
        let checks: [(ActionFlag, Bool)] = [
            (.attributionElsewhere, !ActionChecks.attributionsElsewhere(in: action).isEmpty),
            (.noAttribution, ActionChecks.lacksAttribution(action)),
            (.noExplanation, ActionChecks.lacksExplanation(action)),
            (.namesValue, ActionChecks.names(names, in: words)),
            (.notFirstPerson, ActionChecks.lacksFirstPerson(words, language: language)),
            (.marks, ActionChecks.hasMarks(action.text)),
            (.duplicate, isElsewhere),
        ]
        self.init(
            text: action.text, attributions: action.attributions, explanation: action.explanation,
            flags: checks.filter(\.1).map(\.0))
    }
}
