/// What respondents are called where a project holds the gaps of several: two runs of one respondent are two.
struct RespondentNames {
    private let distinctions: [Key: String]

    private struct Key: Hashable {
        let respondent, run: String
    }

    init(_ populations: [GapPopulation]) {
        var distinctions: [Key: String] = [:]
        for (respondent, own) in Dictionary(grouping: populations, by: \.respondent) where own.count > 1 {
            for population in own {
                distinctions[Key(respondent: respondent, run: population.run)] =
                    population.distinction ?? String(population.run.prefix(8))
            }
        }
        self.distinctions = distinctions
    }

    func name(of gap: CodedGap) -> String { name(respondent: gap.respondent, run: gap.run) }

    /// "openai/gpt-4o", or "openai/gpt-4o (temperature 0.7)".
    func name(respondent: String, run: String) -> String {
        distinctions[Key(respondent: respondent, run: run)].map { "\(respondent) (\($0))" } ?? respondent
    }
}
