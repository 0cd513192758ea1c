import Measures
import Pages

/// How runs are compared, in words.
enum ComparisonMethods {
    static func notes(_ input: ComparisonInput) -> [LabelledText] {
        guard let plan = input.plan else { return [] }
        let own = tests(plan)
        let general = Methods.notes(scoring: input.runs.scoring, study: input.study, plan: plan)
        return own + general.filter { note in !own.contains { $0.label == note.label } }
    }

    private static func tests(_ plan: ResamplingPlan) -> [LabelledText] {
        [
            LabelledText(
                "Which cells",
                "Figures and differences rest on the cells that count in all runs, so that no run is compared on "
                    + "questions that another was not asked or did not answer. Figures that need a side leave out cells that "
                    + "are undecided in any of them. The deconvolved gap rests on each run’s own readings."),
            LabelledText(
                "Inconsistent cells",
                "The share of cells in which a run says agree and acts disagree, or the other way round. It acts against "
                    + "what it agrees to: of the cells stated agree, the share acted disagree; it acts for what it rejects: of "
                    + "the cells stated disagree, the share acted agree."),
            LabelledText(
                "Tests",
                "p is that of a sign-flip permutation test: the two runs’ answers to whole values (for one value: to whole "
                    + "scenarios) are exchanged at random, since cells of one value resemble each other. Where all exchanges "
                    + "are few they are all made, and p is exact. Else at least \(Numerals.count(plan.replicates)) are drawn "
                    + "(seed \(plan.seed)), and as many as the family needs (20 × its members ÷ 0.05); the drawing ends early "
                    + "for a measure once 20 were at least as large as the observed difference."),
            LabelledText(
                "Adjustment",
                "After Holm, over all members of a block (countries, topics or values) in all comparisons; for the whole run "
                    + "over the comparisons, where there are several. “Differs from” in the list of runs is adjusted over all "
                    + "pairs. Measures are not adjusted for one another."),
        ]
    }
}
