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
        let gaps = GapsView(GapsAddress(run: 3), GapsFixture.input())
        let runs = OverviewView(rows: [Self.row(input)], version: "0.1.0")
        tables =
            [runs.table, gaps.table] + ReportCSV.tables(input) + CalibrationCSV.tables(calibration.calibration)
            + ComparisonCSV.tables(try await ComparisonReportTests.input())
        let names: JSONValue = ["first": "a", "second": "b", "comparisons": []]
        documents = [
            ("report.json", ReportJSON.document(input)),
            ("compare --json", .object(names.members + comparison.json.members)),
            ("calibration.json", calibration.json), ("runs.json", runs.json), ("gaps.json", gaps.json),
        ]
    }

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
