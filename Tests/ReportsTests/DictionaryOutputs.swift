import Measures
import Reports
import Text

/// One of every table and every document that the dictionary explains, each with all of its parts.
struct DictionaryOutputs {
    let tables: [CSVTable]
    let documents: [(name: String, document: JSONValue)]

    init() async throws {
        let input = try await Self.report()
        let calibration = try CalibrationPageTests.input()
        let comparison = try await MeasureComparison(
            first: input.measures, second: input.measures, plan: ResamplingPlan(replicates: 100))
        let agreement = try await AgreementFixture.input()
        let risks = try await RiskInputs.input(.coder(2))
        let (prediction, warnings) = (try await PredictionFixture.input(), try await PredictionFixture.warnings())
        let gaps = GapsView(GapsAddress(run: 3), GapsFixture.input())
        let runs = OverviewView(rows: [Self.row(input)], version: "0.1.0")
        let facts = try await ProjectFixture.facts()
        let project = ProjectView(facts, version: "0")
        let projects = ProjectsView([facts], version: "0")
        let judging = [
            projects.table, project.table, ProjectFixture.disagreements.table, ProjectFixture.trail.table,
        ]
        tables =
            [runs.table, gaps.table] + judging + ReportCSV.tables(input)
            + CalibrationCSV.tables(calibration.calibration)
            + ComparisonCSV.tables(try await ComparisonReportTests.input())
            + agreement.tables + risks.tables + prediction.tables + warnings.tables + LongDictionary.tables
        let names: JSONValue = ["first": "a", "second": "b", "comparisons": []]
        documents = [
            ("report.json", ReportJSON.document(input)),
            ("compare --json", .object(names.members + comparison.json.members)),
            ("annotate --json", Self.annotate), ("label", Self.label),
            ("calibration.json", calibration.json), ("runs.json", runs.json), ("gaps.json", gaps.json),
            ("projects.json", projects.json), ("project.json", project.json),
            ("disagreements.json", ProjectFixture.disagreements.json), ("trail.json", ProjectFixture.trail.json),
            ("agreement.json", agreement.json), ("risks.json", risks.json),
            ("prediction.json", prediction.json), ("warnings.json", warnings.json),
            ("agreement --design --json", try await AgreementFixture.design().json),
        ]
    }

    private static let annotate: JSONValue = [
        "project": "p", "items": 1, "added": 1, "overlap": 3, "lead": "http",
        "people": [["name": "anna", "link": "http"]],
    ]

    /// All that the content of a label of a project may hold.
    private static let label: JSONValue = [
        "answer": "yes", "note": "n", "spans": [["start": 0, "end": 1, "text": "I"]], "way": "page", "seconds": 1,
        "seen": ["m"], "accepted": true, "given": true, "country": "Egypt", "languages": "ar", "years": 1,
        "keeps_answers": false,
    ]

    private static func row(_ input: ReportInput) -> OverviewRow {
        OverviewRow(
            run: 1, respondent: input.respondent, study: "tiny", status: .finished, answered: 3, refused: 1,
            unreadable: 1,
            failed: 0, planned: 5, secondsLeft: nil, dollars: 0.2, report: input, isCurrent: true)
    }

    /// A run with intervals, the instrument's errors, everything about who served it, and a gap to show.
    private static func report() async throws -> ReportInput {
        var input = try await Fixture.withInstrument(replicates: 2)
        input.intervals = try await MeasureIntervals(of: input.measures, plan: ResamplingPlan(replicates: 100))
        input.deconvolution = try await DeconvolutionReport(of: input.measures, plan: ResamplingPlan(replicates: 100))
        input.respondent.serving = ServingSummary(
            providers: [.init("p", replies: 3)], fingerprints: [.init("f", replies: 3)],
            notSent: [.init("seed", replies: 3)], replies: 3)
        input.run.importedFiles = [SourceFile(name: "m_t1.csv")]
        input.run.actionsFile = SourceFile(name: "via.csv")
        input.misaligned = Fixture.pilot.misaligned
        let plan = ResamplingPlan(replicates: 100)
        let circle = try await Fixture.whole(Fixture.full)
        input.circle = circle.circle
        input.regions = try await input.measures.part("Region", countries: [0], plan: plan).map { [$0] } ?? []
        return input
    }
}
