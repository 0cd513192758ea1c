/// Where gaps of a project come from, and of how many they are: what a share of the coded ones stands for.
package struct GapPopulation: Sendable, Hashable, Codable {
    /// A draw in which each gap had the same chance.
    package struct Draw: Sendable, Hashable, Codable {
        /// How many were to be drawn.
        package var size: Int
        /// What fixes the draw.
        package var seed: UInt64

        /// A draw.
        package init(size: Int, seed: UInt64) { (self.size, self.seed) = (size, seed) }
    }

    /// Whose gaps: "openai/gpt-4o".
    package var respondent: String
    /// What tells the run from others of the same respondent, as ``CodedGap/run``.
    package var run: String
    /// Where they come from, in words: "run 2", a file's name.
    package var source: String
    /// What tells it from other sources of the same respondent, in words: "temperature 0.7"; `nil` where nothing does.
    package var distinction: String?
    /// Cells with an answer on both sides.
    package var counted: Int?
    /// How many of them are misaligned: decided on both sides, and differently.
    package var misaligned: Int
    /// Cells that decide nothing, with a score of exactly 0.5: no gaps. `nil` where that is not known.
    package var undecided: Int?
    /// How the project's gaps were drawn from the misaligned cells; `nil` where all of them were taken.
    package var draw: Draw?
    /// Items that were gaps when they were taken, and are none any more because the run has more replies: they stay in the project,
    /// and no figure counts them. Hashes of items.
    package var noLonger: [String]?

    /// A population.
    package init(
        respondent: String, run: String, source: String, distinction: String? = nil, counted: Int? = nil,
        misaligned: Int, undecided: Int? = nil, draw: Draw? = nil, noLonger: [String]? = nil
    ) {
        (self.respondent, self.run, self.source, self.distinction) = (respondent, run, source, distinction)
        (self.counted, self.misaligned, self.undecided) = (counted, misaligned, undecided)
        (self.draw, self.noLonger) = (draw, noLonger)
    }
}
