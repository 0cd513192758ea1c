import Text

/// Reads an object whose names are options and whose values say of each whether it was chosen.
struct ChoiceTruths {
    /// Whether the object says that it was not chosen itself.
    let isUnchosen: Bool
    private var truths: [Int: Set<Bool>] = [:]
    private let options: [String: Int]

    init(_ fields: [JSONValue.Member], labels: ChoiceLabels) {
        let lexicon = labels.lexicon
        func truth(_ value: JSONValue) -> Bool? {
            switch value {
            case .bool(let truth): return truth
            case .string(let text), .written(let text):
                let words = lexicon.words(Words(ChoiceMarks.spelled(text), elisions: lexicon.elisions))
                if lexicon.falsy.isWhole(words) || words == ["0"] { return false }
                return lexicon.truthy.isWhole(words) || words == ["1"] ? true : nil
            default: return nil
            }
        }
        /// The field of an object that says whether it was chosen.
        func chosen(_ fields: [JSONValue.Member]) -> Bool? {
            fields.compactMap { field -> Bool? in
                guard case .bool(let truth) = field.value else { return nil }
                let words = lexicon.words(Words(field.name, elisions: lexicon.elisions))
                if lexicon.truthy.isWhole(words) { return truth }
                return lexicon.falsy.isWhole(words) ? !truth : nil
            }.first
        }
        var options: [String: Int] = [:]
        for field in fields.prefix(16) {
            guard let option = Self.option(field.name, labels) else { continue }
            guard let truth = truth(field.value) ?? field.value.fields.flatMap(chosen) else { continue }
            options[field.name] = option
            truths[option, default: []].insert(truth)
        }
        // A lone number may be a rank as well as a yes.
        let numbers = fields.filter { options[$0.name] != nil }.compactMap { field -> String? in
            guard case .written(let text) = field.value else { return nil }
            return text
        }
        if !numbers.isEmpty, Set(numbers) != ["0", "1"] { (options, truths) = ([:], [:]) }
        self.options = options
        isUnchosen = options.isEmpty && chosen(fields) == false
    }

    /// The option that a key of the object names, if its value says whether it was chosen.
    func isAbout(_ key: String) -> Int? { options[key] }

    var outcome: ChoiceOutcome {
        let chosen = truths.filter { $0.value == [true] }.keys
        if truths.values.contains(where: { $0.count > 1 }) { return .ambiguous }
        if chosen.count == 1, let option = chosen.first { return ChoiceOutcome(option) }
        return truths.count > 1 ? .notAnOption : .none
    }

    private static func option(_ key: String, _ labels: ChoiceLabels) -> Int? {
        guard key.utf8.count < 200, case .option(let option)? = ChoiceText(key, labels: labels).bare else { return nil }
        return option
    }
}
