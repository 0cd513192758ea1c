package import Measures

/// Everything that a report shows of one run. All texts may come from outside: they are escaped where they are written.
package struct ReportInput: Sendable {
    /// What was asked.
    package var study: StudySummary
    /// Who was asked.
    package var respondent: RespondentSummary
    /// When and at what cost.
    package var run: RunSummary
    /// One prompt of each task, as it was sent.
    package var prompts: [SamplePrompt]
    /// The figures.
    package var measures: MeasureReport
    /// Their uncertainty; nil where none was asked for.
    package var intervals: MeasureIntervals?
    /// The gap with the respondent's own unsteadiness taken out; nil where it was not looked for.
    package var deconvolution: DeconvolutionReport?
    /// How well both matrices follow the theory's circle; nil for a theory without one, and where it was not looked for.
    package var circle: CircleReport?
    /// The rates by region of the world; empty where they were not looked for.
    package var regions: [RunPart] = []
    /// Each cell's scores and readings, by cell index of `measures.axes`; may be empty where only scores are known.
    package var cells: [CellRecord]
    /// The cells with the widest gaps, the widest first, with the actions chosen there.
    package var misaligned: [MisalignedCell]
    /// What each value means, by its name.
    package var valueGlosses: [String: String]
    /// The version of the program.
    package var version: String
    /// The instrument's own errors, where they were looked for.
    package var instrument: InstrumentReport?
    /// The leading figures without the cells whose action names its value; nil where they were not asked for.
    package var withoutLeaking: WithoutLeaking?
    /// The risks that its gaps were coded for; `nil` where nobody coded any.
    package var risks: RiskInput?

    /// A report's input with all its parts.
    package init(
        study: StudySummary, respondent: RespondentSummary, run: RunSummary = RunSummary(),
        prompts: [SamplePrompt] = [], measures: MeasureReport, intervals: MeasureIntervals? = nil,
        deconvolution: DeconvolutionReport? = nil, cells: [CellRecord] = [], misaligned: [MisalignedCell] = [],
        valueGlosses: [String: String] = [:],
        version: String, instrument: InstrumentReport? = nil
    ) {
        self.study = study
        self.respondent = respondent
        self.run = run
        self.prompts = prompts
        self.measures = measures
        self.intervals = intervals
        self.deconvolution = deconvolution
        self.cells = cells
        self.misaligned = misaligned
        self.valueGlosses = valueGlosses
        self.version = version
        self.instrument = instrument
    }

    /// The title of every output: who was asked, what kind of respondent it is, in which study, and a scoring that is
    /// not the default.
    package var title: String {
        return "Value–action gap of \(respondent.label) · \(study.title)\(measures.scoringMark)"
    }

    /// The scores of a cell: the records handed in, else what the measures know of it.
    func scores(ofCell cell: Int) -> (stated: Double?, acted: Double?) {
        if cells.indices.contains(cell) { return (cells[cell].stated, cells[cell].acted) }
        let gap = measures.gap(ofCell: cell)
        return (gap?.stated, gap?.acted)
    }
}
