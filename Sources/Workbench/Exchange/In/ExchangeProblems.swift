import Text

/// What speaks against some files of answers, counted, with examples.
struct ExchangeProblems {
    /// What can be wrong with an answer.
    enum Kind: Int, CaseIterable {
        case otherStudy
        case unknown
        case otherPrompt
        case otherPlace
        case contradicted
        case contradictsStored
        case unknownValue
    }

    private var counts: [Kind: Int] = [:]
    private var examples: [Kind: [String]] = [:]

    /// Whether there is any.
    var isEmpty: Bool { counts.isEmpty }

    mutating func note(_ kind: Kind, _ example: @autoclosure () -> String) {
        counts[kind, default: 0] += 1
        if counts[kind] ?? 0 <= 3 { examples[kind, default: []].append(example()) }
    }

    /// All of it in words.
    ///
    /// - Parameters:
    ///   - study: its name and the hash of what it asks.
    ///   - repetitions: how many were looked through.
    func error(study: (name: String, hash: String), repetitions: Int) -> ExchangeError? {
        guard !isEmpty else { return nil }
        var lines = Kind.allCases.compactMap { kind in
            counts[kind].map {
                sentence(kind, $0, study, repetitions) + " (" + (examples[kind] ?? []).joined(separator: "; ") + ")"
            }
        }
        lines.append("nothing was stored")
        return ExchangeError(.refused, lines.joined(separator: "\n"))
    }

    private func sentence(
        _ kind: Kind, _ count: Int, _ study: (name: String, hash: String), _ repetitions: Int
    ) -> String {
        func answers(_ rest: String) -> String { (count == 1 ? "1 answer is " : "\(count) answers are ") + rest }
        return switch kind {
        case .otherStudy:
            answers(
                "to another study than '\(study.name)', whose protocol is \(study.hash.prefix(8)): choose it with --study, and its "
                    + "actions with --actions")
        case .unknown:
            answers(
                "to no question of '\(study.name)' as it was selected: choose the study with --study and its actions with "
                    + "--actions; \(repetitions) \(repetitions == 1 ? "repetition was" : "repetitions were") looked through, "
                    + "--repeats takes more")
        case .otherPrompt:
            answers("to another prompt than ours, and so to another question: ask ours as they were written")
        case .otherPlace: answers("to a question of ours about something else than --map says: check its names")
        case .contradicted:
            (count == 1 ? "1 question has" : "\(count) questions have")
                + " two different answers: keep one of them; answers of several people need a column 'person'"
        case .contradictsStored:
            (count == 1 ? "1 question has" : "\(count) questions have")
                + " another answer in the stored run: import the file under another name with --model"
        case .unknownValue: answers("to a value that '\(study.name)' does not ask: write its name as the questions do")
        }
    }
}
