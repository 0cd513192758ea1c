/// How missing cells and a group's distance are scored. Every output names it.
package enum Scoring: String, Sendable, Hashable, Codable, CaseIterable {
    /// A cell counts where both tasks have a reading; one with a score of exactly 0.5 is undecided and stays out of every
    /// figure that needs a side. A group's distance for a value is the mean over its scenarios of |stated − acted|
    /// (section 4 of the paper).
    case strict
    /// What the released notebooks do: a missing acted cell counts as agree, a score of exactly 0.5 as disagree, and a country's or topic's distance for
    /// a value is |mean stated − mean acted|. For reproduction only.
    case legacy
    /// As ``strict``, but where a person has overruled a reading, that person's reading counts.
    case overruled = "strict+overrides"
}
