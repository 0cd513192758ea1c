import Study
import Text

/// How it was judged, in the words that both files share.
extension DatasetJudging {
    /// How people judged.
    var protocolWords: [String] {
        var words = [
            "Codebook \(codebook) (digest \(digest)). Each action was to be judged by \(overlap) "
                + "\(overlap == 1 ? "person" : "people")"
                + (byCountry ? " who know its country" : "")
                + ", blind to one another. What a model had judged was shown: "
                + "\(suggestions). \(accepted) answers only accept what was filled in.",
            "Guideline: \(guideline)",
        ]
        words += criteria.map { "\($0.name): \($0.question) \($0.definition)" }
        return words
    }

    /// What came of it.
    var analysis: [String] {
        var words = [
            "\(items) actions of the dataset are in the project; \(complete) were judged by as many people as were to; "
                + "\(annotators) people gave \(answers) answers, \(adjudicators) adjudicated."
        ]
        words += criteria.map { criterion in
            let counts = criterion.answers.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
            let share = criterion.agreement.map { "; \(Self.percent($0)) of pairs of people agree" } ?? ""
            return "\(criterion.name): final answers \(counts)\(share)."
        }
        if !provenance.isEmpty {
            words.append("Final answers: \(provenance.map { "\($0.count) \($0.name)" }.joined(separator: ", ")).")
        }
        return words
    }

    /// Who judged.
    var demographics: [String] {
        func words(_ counts: [Count], _ what: String) -> [String] {
            counts.map { count in
                let people = count.count == 1 ? "1 person" : "\(count.count) people"
                return count.name.isEmpty ? "\(people) without a \(what) said" : "\(people): \(what) \(count.name)"
            }
        }
        return words(countries, "country") + words(languages, "language")
    }

    static func percent(_ share: Double) -> String {
        let tenths = Int((1000 * share).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
