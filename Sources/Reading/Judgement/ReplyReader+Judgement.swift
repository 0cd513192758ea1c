import Text

/// Something that a judge answers, by the names under which a reply may have it.
package struct JudgedCriterion: Sendable, Hashable {
    /// As the answer is to be kept.
    package let id: String
    /// The names of its member: its id and what it is called.
    package let names: [String]
    /// The answers: as they are kept, and the words that mean them.
    package let answers: [(id: String, words: [String])]

    /// A criterion.
    package init(id: String, names: [String], answers: [(id: String, words: [String])]) {
        (self.id, self.names, self.answers) = (id, names, answers)
    }

    package static func == (left: Self, right: Self) -> Bool { left.id == right.id && left.names == right.names }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension ReplyReader {
    /// Reads what a model judged.
    ///
    /// - The reply holds an object with a member for each criterion, its name matched on folded letters; the object may lie inside
    ///   another one. A member holds one of the answers, a truth where "yes" and "no" are answers, or an object with a member
    ///   "answer", "judgement", "label", "rating" or "value" that does.
    /// - An answer is one of the words on folded letters, or begins with one that a mark ends: "Yes, because …".
    /// - All criteria must be answered, else `incomplete`; an answer that is none of those offered is `notAnOption`.
    /// - Codes, whose answers are "yes" and "no", may stand as a list, too: `{"codes": ["discrimination"]}`, by their names. What is
    ///   not in it does not apply, and an empty list means that none does; a name that is no code's is `notAnOption`.
    /// - Of several objects the last whole one counts; two that differ inside one document are `ambiguous`.
    ///
    /// - Returns: the answers' ids by the criteria's.
    package func judgements(
        in reply: some Sequence<UInt8>, criteria: [JudgedCriterion], areCodes: Bool = false, truncated: Bool = false
    ) -> Reading<[String: String]> {
        let names = JudgementObject(criteria, areCodes: areCodes)
        return reading(reply, truncated: truncated) { bytes, parts, whole in
            var problem: UnreadableReason?
            for document in parts.documents.reversed() {
                switch names.find(in: document) {
                case .success(let answers): return .answered(answers)
                case .failure(let reason): problem = problem ?? (reason == .noAnswer ? nil : reason)
                }
            }
            if let problem { return .unreadable(problem) }
            if Refusal.isRefusal(bytes, parts.prose, lexicon) { return .refused }
            return .unreadable(truncated || parts.isCutOff ? .truncated : .noAnswer)
        }
    }
}

/// Finds judgements in a document.
private struct JudgementObject {
    private let criteria: [JudgedCriterion]
    private let places: [[UInt8]: Int]
    private let words: [[[UInt8]: String]]

    private static let inner: Set<[UInt8]> = Set(
        ["answer", "judgement", "judgment", "label", "rating", "value"].map { NameFolding.fold($0) })

    private let areCodes: Bool
    private static let lists: Set<[UInt8]> = Set(["codes", "code"].map { NameFolding.fold($0) })

    init(_ criteria: [JudgedCriterion], areCodes: Bool) {
        (self.criteria, self.areCodes) = (criteria, areCodes)
        places = Dictionary(
            criteria.enumerated().flatMap { place, criterion in
                criterion.names.map { (NameFolding.fold($0), place) }
            }, uniquingKeysWith: { first, _ in first })
        words = criteria.map { criterion in
            Dictionary(
                criterion.answers.flatMap { answer in
                    ([answer.id] + answer.words).map { (NameFolding.fold($0), answer.id) }
                }, uniquingKeysWith: { first, _ in first })
        }
    }

    func find(in document: LooseDocument) -> Result<[String: String], UnreadableReason> {
        var found: [Found] = []
        collect(document.value, &found)
        guard let last = found.last(where: { $0.isWhole(criteria.count) }) else {
            if !document.isComplete { return .failure(.truncated) }
            guard !found.isEmpty else { return .failure(.noAnswer) }
            return .failure(found.contains(where: \.hasOther) ? .notAnOption : .incomplete)
        }
        let differs = found.contains { $0.isWhole(criteria.count) && $0.answers != last.answers }
        if document.isDoubtful || differs { return .failure(.ambiguous) }
        return .success(last.answers)
    }

    /// What one object says.
    private struct Found {
        var answers: [String: String] = [:]
        /// Whether a member holds what is none of the answers, or stands twice.
        var hasOther = false

        func isWhole(_ count: Int) -> Bool { !hasOther && answers.count == count }
    }

    private func collect(_ value: JSONValue, _ found: inout [Found]) {
        switch value {
        case .array(let items): for item in items { collect(item, &found) }
        case .object(let fields):
            var own = Found()
            for field in fields {
                guard let place = places[NameFolding.fold(field.name)] else {
                    if let listed = listed(field) {
                        found.append(listed)
                    } else {
                        collect(field.value, &found)
                    }
                    continue
                }
                let id = criteria[place].id
                let answer = answer(field.value, place)
                if answer == nil || own.answers[id] != nil { own.hasOther = true }
                own.answers[id] = answer
            }
            if !own.answers.isEmpty || own.hasOther { found.append(own) }
        default: break
        }
    }

    /// What a list of codes says; `nil` where the member is none.
    private func listed(_ field: JSONValue.Member) -> Found? {
        guard areCodes, Self.lists.contains(NameFolding.fold(field.name)), case .array(let items) = field.value,
            items.allSatisfy({ $0.fields == nil })
        else { return nil }
        var own = Found(answers: Dictionary(uniqueKeysWithValues: criteria.map { ($0.id, "no") }))
        for item in items {
            if let place = item.text.flatMap({ places[NameFolding.fold($0)] }) {
                own.answers[criteria[place].id] = "yes"
            } else {
                own.hasOther = true
            }
        }
        return own
    }

    private func answer(_ value: JSONValue, _ place: Int) -> String? {
        switch value {
        case .bool(let isTrue): return words[place][NameFolding.fold(isTrue ? "yes" : "no")]
        case .object(let fields):
            let inner = fields.filter { Self.inner.contains(NameFolding.fold($0.name)) }
            guard inner.count == 1, inner[0].value.fields == nil else { return nil }
            return answer(inner[0].value, place)
        default:
            guard let text = value.text else { return nil }
            if let whole = words[place][NameFolding.fold(text)] { return whole }
            let head = text.drop { $0.isWhitespace }.prefix { $0.isLetter || $0.isNumber }
            let rest = text.drop { $0.isWhitespace }.dropFirst(head.count).drop { $0 == " " }
            guard let mark = rest.first, ",.;:–—-(".contains(mark) else { return nil }
            return words[place][NameFolding.fold(head)]
        }
    }
}
