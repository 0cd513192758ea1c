import Measures
import Pages
import Reports

extension Fixture {
    /// A run with all that a page of a run shows: intervals, leanings, the circle, regions, the instrument's errors.
    static func whole(_ input: ReportInput, replicates: Int = 100) async throws -> ReportInput {
        var input = input
        let plan = ResamplingPlan(replicates: replicates)
        input.intervals = try await MeasureIntervals(of: input.measures, plan: plan)
        input.deconvolution = try await DeconvolutionReport(of: input.measures, plan: plan, parts: false)
        input.circle = try await CircleReport(of: input.measures, plan: plan)
        input.instrument = try await Fixture.withInstrument().instrument
        let countries = input.measures.axes.countries
        // Two halves stand for regions: the test needs no world.
        let half = countries.count / 2
        for (name, members) in [("North", Array(0..<half)), ("South", Array(half..<countries.count))] {
            if let part = try await input.measures.part(name, countries: members, plan: plan) {
                input.regions.append(part)
            }
        }
        return input
    }
}

/// What a browser makes of a page: its elements, and the texts between them.
struct PageSize {
    let elements, texts: Int
    let links: [String]

    init(_ page: String) throws {
        // Styles hold no elements.
        let body = page.replacing(/(?s)<style>.*?<\/style>/, with: "<style></style>")
        elements = body.matches(of: /<[a-zA-Z!]/).count
        texts = body.matches(of: />[^<]+/).count
        links = body.matches(of: /\shref="([^"]*)"/).map { String($0.output.1) }
    }
}
