package import AnswerStore
package import Study
import Text

/// A misaligned cell as something to be coded.
package struct GapItem: Sendable, Hashable {
    /// The action that was chosen more often.
    package var line: DatasetAction
    /// What is said of the cell, and by whom.
    package var gap: CodedGap

    /// A gap.
    package init(_ line: DatasetAction, _ gap: CodedGap) { (self.line, self.gap) = (line, gap) }

    /// The item as the store knows it.
    package var itemRecord: ItemRecord { .gap(line, gap) }

    /// The item with all that its coders read.
    package var record: ProjectItemRecord { ActionItem.record(line, gap: gap) }
}

/// All gaps of one source: a run's, or a released file's.
package struct GapItems: Sendable, Hashable {
    /// In the order of the study's cells.
    package var items: [GapItem]
    /// How many cells they are of.
    package var population: GapPopulation
    /// What the study is called.
    package var study: String
    /// The code of the actions' language.
    package var language: String
    /// Values with what each means.
    package var glosses: [String: String]
    /// The group of each value.
    package var groups: [String: String]
    /// The countries, in the study's order.
    package var countries: [String]

    /// The gaps of a source, with what its study says of values.
    package init(_ items: [GapItem], of population: GapPopulation, study: StudyDefinition) {
        (self.items, self.population) = (items, population)
        (self.study, language, countries) = (study.label, study.language.rawValue, study.countries)
        glosses = Dictionary(study.theory.values.map { ($0.name, $0.gloss) }, uniquingKeysWith: { first, _ in first })
        groups = Dictionary(
            study.theory.groups.flatMap { group in group.values.map { ($0.name, group.name) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// So many of them, drawn at random, each with the same chance; all of them where there are no more.
    ///
    /// A gap is drawn where its number, a hash of the seed and of what it is, is among the smallest. So a draw hangs on neither order
    /// nor number of the others, and a larger one of the same seed holds the smaller one.
    package func drawn(_ draw: GapPopulation.Draw) -> GapItems {
        guard draw.size < items.count else { return self }
        let ranks = items.map { item in
            var encoding = CanonicalEncoding(version: "vlens-draw-1")
            encoding.append(Int(truncatingIfNeeded: draw.seed))
            encoding.append(item.itemRecord.hash)
            return encoding.digest(bytes: 16)
        }
        let chosen = Set(ranks.sorted().prefix(draw.size))
        var drawn = self
        drawn.items = zip(items, ranks).filter { chosen.contains($1) }.map(\.0)
        drawn.population.draw = draw
        return drawn
    }
}
