package import Measures
import Pages

/// Everything that the output of a comparison shows. All texts may come from outside: they are escaped where they are
/// written.
package struct ComparisonInput: Sendable {
    /// The study that all runs were asked.
    package var study: StudySummary
    /// Who was asked, in the order of the runs; names that tell them apart.
    package var respondents: [RespondentSummary]
    /// The runs side by side, on the cells of all.
    package var runs: ComparedRuns
    /// Each run but the first against the first.
    package var comparisons: [MeasureComparison]
    /// The deconvolved gap of each run, over its own cells.
    package var deconvolved: [DeconvolutionReport.Part]
    /// Why the figures of a run say nothing of a gap, in the order of the runs; nil where nothing does.
    package var caveats: [RunCaveat?]
    /// The version of the program.
    package var version: String

    /// A comparison's input with all its parts.
    package init(
        study: StudySummary, respondents: [RespondentSummary], runs: ComparedRuns, comparisons: [MeasureComparison],
        deconvolved: [DeconvolutionReport.Part], caveats: [RunCaveat?] = [], version: String
    ) {
        self.study = study
        self.respondents = respondents
        self.runs = runs
        self.comparisons = comparisons
        self.deconvolved = deconvolved
        self.caveats = caveats
        self.version = version
    }

    /// How many readings of each run people have overruled, where that counts.
    package var overruled: [Int] = []

    /// The title of every output.
    package var title: String {
        let scoring = runs.scoring.mark(overruled: overruled.reduce(0, +))
        return "\(Numerals.count(names.count)) runs compared · \(study.title)\(scoring)"
    }

    /// What must be known of the scoring before any figure is read; nil for the default.
    var scoringNotice: String? { runs.scoring.notice(overruled: overruled.reduce(0, +)) }

    /// What each run is called wherever space is short: with what tells it from others of its respondent where there are
    /// any.
    var names: [String] {
        let names = respondents.map(\.name)
        return Set(names).count == names.count ? names : labels
    }

    /// What each run is called where what must not be missing stands beside it.
    var labels: [String] { respondents.map(\.label) }

    var axes: Axes { runs.axes }

    /// How intervals and tests were made.
    var plan: ResamplingPlan? { comparisons.first?.plan }
}
