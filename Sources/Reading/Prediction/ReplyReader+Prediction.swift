import Text

extension ReplyReader {
    /// Reads what an observer predicts: a side, and how probable it is.
    ///
    /// - The reply holds an object with a member "stated" (or "prediction", "label", "answer", "side") whose text says one side: "agree",
    ///   "Disagree", "somewhat agree", "does not agree"; `true` is agreement. Of several objects the last with a side counts; two sides inside
    ///   one document are `ambiguous`, a member that says neither, or both, is `notAnOption`.
    /// - Without such an object the prose counts where a label stands before the side ("Label: True", "I predict that they disagree"), or
    ///   where it begins with the side; labels with different sides are `ambiguous`.
    /// - The probability is a number from 0 to 1 or a percentage ("80 %"). Anything else, and one below one half, is none: the side still
    ///   counts (``StatedPrediction/fault``).
    package func statedPrediction(
        in reply: some Sequence<UInt8>, truncated: Bool = false
    ) -> Reading<StatedPrediction> {
        reading(reply, truncated: truncated) { bytes, parts, _ in
            var problem: UnreadableReason?
            for document in parts.documents.reversed() {
                switch PredictionObject.find(in: document) {
                case .success(let prediction): return .answered(prediction)
                case .failure(let reason): problem = problem ?? (reason == .noAnswer ? nil : reason)
                }
            }
            if let problem { return .unreadable(problem) }
            let prose = parts.prose.map { bytes.text($0) }.joined(separator: "\n")
            switch PredictionProse.find(in: prose) {
            case .success(let prediction)? where !truncated: return .answered(prediction)
            case .failure(let reason)?: return .unreadable(reason)
            default: break
            }
            if Refusal.isRefusal(bytes, parts.prose, lexicon) { return .refused }
            return .unreadable(truncated || parts.isCutOff ? .truncated : .noAnswer)
        }
    }
}

/// The side that a few words say.
enum PredictedSide {
    private static let agree: Set<String> = ["agree", "agrees", "agreed", "agreeing", "agreement", "true", "yes"]
    private static let disagree: Set<String> = [
        "disagree", "disagrees", "disagreed", "disagreeing", "disagreement", "false", "no",
    ]
    private static let denials: Set<String> = ["not", "never", "t", "cannot"]

    /// Whether the words say agreement; `nil` where they say neither side, or both.
    static func agrees(_ words: [String]) -> Bool? {
        var found: Set<Bool> = []
        for (place, word) in words.enumerated() {
            let isDenied = place > 0 && words[max(0, place - 3)..<place].contains(where: denials.contains)
            if agree.contains(word) { found.insert(!isDenied) }
            if disagree.contains(word) {
                // "does not disagree" says neither.
                if isDenied { return nil }
                found.insert(false)
            }
        }
        return found.count == 1 ? found.first : nil
    }

    /// Whether a word says a side.
    static func isSide(_ word: String) -> Bool { agree.contains(word) || disagree.contains(word) }

    /// The words of a text in lower case.
    static func words(_ text: some StringProtocol) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }
}

/// Finds a prediction in a document.
private enum PredictionObject {
    private static let sides: Set<[UInt8]> = Set(
        ["stated", "prediction", "predicted", "label", "answer", "side", "statement"].map { NameFolding.fold($0) })
    private static let probabilities: Set<[UInt8]> = Set(
        ["probability", "confidence", "prob", "p", "certainty"].map { NameFolding.fold($0) })

    static func find(in document: LooseDocument) -> Result<StatedPrediction, UnreadableReason> {
        var (found, hasOther): ([StatedPrediction], Bool) = ([], false)
        collect(document.value, &found, &hasOther)
        guard let last = found.last else {
            if hasOther { return .failure(.notAnOption) }
            return .failure(document.isComplete ? .noAnswer : .truncated)
        }
        let differs = found.contains { $0.agrees != last.agrees }
        if document.isDoubtful || hasOther || differs { return .failure(.ambiguous) }
        return .success(last)
    }

    private static func collect(_ value: JSONValue, _ found: inout [StatedPrediction], _ hasOther: inout Bool) {
        switch value {
        case .array(let items): for item in items { collect(item, &found, &hasOther) }
        case .object(let fields):
            let own = fields.filter { sides.contains(NameFolding.fold($0.name)) && !isObject($0.value) }
            let said = own.map { agrees($0.value) }
            if said.contains(nil) || Set(said).count > 1 {
                hasOther = true
            } else if case let side?? = said.first {
                let given = fields.filter { probabilities.contains(NameFolding.fold($0.name)) }
                found.append(
                    PredictedProbability.prediction(side, given.count == 1 ? given[0].value : nil, given.count))
            }
            for field in fields where isObject(field.value) { collect(field.value, &found, &hasOther) }
        default: break
        }
    }

    private static func isObject(_ value: JSONValue) -> Bool {
        switch value {
        case .object, .array: true
        default: false
        }
    }

    private static func agrees(_ value: JSONValue) -> Bool? {
        if case .bool(let isTrue) = value { return isTrue }
        return value.text.flatMap { text in
            text.utf8.count <= 200 ? PredictedSide.agrees(PredictedSide.words(text)) : nil
        }
    }
}

/// Finds a prediction in prose.
private enum PredictionProse {
    private static let labels: Set<String> = [
        "stated", "predict", "prediction", "predicted", "label", "answer", "side",
    ]

    /// `nil` where it says nothing.
    static func find(in text: String) -> Result<StatedPrediction, UnreadableReason>? {
        let text = text.prefix(4000)
        var found: [Bool] = []
        for sentence in text.split(whereSeparator: { "\n.;!?".contains($0) }) {
            let words = PredictedSide.words(sentence)
            guard let label = words.firstIndex(where: labels.contains),
                words[label...].prefix(9).contains(where: PredictedSide.isSide)
            else { continue }
            guard let side = PredictedSide.agrees(Array(words[label...].prefix(9))) else { return .failure(.ambiguous) }
            found.append(side)
        }
        let head = Array(PredictedSide.words(text.prefix(80)).prefix(1))
        if found.isEmpty, let side = PredictedSide.agrees(head) { found = [side] }
        guard let side = found.last else { return nil }
        if found.contains(!side) { return .failure(.ambiguous) }
        return .success(PredictedProbability.prediction(side, behindLabel: text))
    }
}

/// Reads how probable a prediction is said to be.
enum PredictedProbability {
    /// A prediction with what its member says.
    ///
    /// - Parameter count: how many members there are; two are none.
    static func prediction(_ side: Bool, _ value: JSONValue?, _ count: Int) -> StatedPrediction {
        guard let value, value != .null else {
            return StatedPrediction(agrees: side, probability: nil, fault: count > 1 ? .outOfRange : .missing)
        }
        return prediction(side, number: value.double ?? value.string.flatMap(number))
    }

    /// A prediction with the number behind "probability" in a text.
    static func prediction(_ side: Bool, behindLabel text: Substring) -> StatedPrediction {
        let lower = text.lowercased()
        let labels = ["probability", "confidence", "certainty"].compactMap { lower.ranges(of: $0).last }
        guard let label = labels.max(by: { $0.lowerBound < $1.lowerBound }) else {
            return StatedPrediction(agrees: side, probability: nil)
        }
        let behind = lower[label.upperBound...].drop { !$0.isNumber && !$0.isNewline && $0 != "-" }
        let written = behind.prefix { $0.isNumber || "., %-".contains($0) }
        return prediction(side, number: number(String(written)))
    }

    private static func prediction(_ side: Bool, number: Double?) -> StatedPrediction {
        guard let number, (0...1).contains(number) else {
            return StatedPrediction(agrees: side, probability: nil, fault: .outOfRange)
        }
        guard number >= 0.5 else { return StatedPrediction(agrees: side, probability: nil, fault: .contradictory) }
        return StatedPrediction(agrees: side, probability: number)
    }

    /// "0.8", "0,8", "80 %"; `nil` for anything else.
    private static func number(_ text: String) -> Double? {
        // A sentence's own mark may stand behind the number: "65 %."
        var text = text.filter { !$0.isWhitespace }
        func dropMarks() { while let last = text.last, ".,".contains(last) { text.removeLast() } }
        dropMarks()
        let isPercentage = text.hasSuffix("%")
        if isPercentage { text.removeLast() }
        dropMarks()
        guard text.utf8.count <= 30, let number = Double(text.replacing(",", with: ".")), number.isFinite else {
            return nil
        }
        return isPercentage ? number / 100 : number
    }
}
