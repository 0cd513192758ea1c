import AnswerStore
import ArgumentParser
import Measures
import Reports

/// Two runs, paired on the cells that both have.
struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare two stored runs: differences with intervals and tests.",
        discussion: """
            Every difference is the second run minus the first. --fail-if makes it a gate: exit code 1 where the second \
            run is worse by more than so much.

            Examples:
              vlens compare 1 2
              vlens compare gemma-2-9b-it Llama-3.3-70B-Instruct --json
              vlens compare 1 2 --fail-if 'alignment-rate drops 0.03'
            """)

    @Argument(help: "The first run: its number, or its respondent's name.")
    var first: String

    @Argument(help: "The second run.")
    var second: String

    @OptionGroup var store: StoreOption
    @OptionGroup(title: "Intervals") var resampling: ResamplingOptions

    @Option(help: "strict, or legacy: what the released notebooks do, for reproduction only.")
    var scoring = Scoring.strict

    @Option(
        help: ArgumentHelp(
            "Fail where a figure drops or rises by more than so much: alignment-rate, distance, kappa.",
            valueName: "rule"))
    var failIf: ComparisonGate?

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        try await reporting {
            let store = try AnswerStore(path: store.store, mode: .readOnly)
            let measured = try [first, second].map { name in
                try MeasuredRun(run: RunOption.find(name, in: store), store: store, scoring: scoring)
            }
            for run in measured { try run.requireReadings() }
            let comparison = try await MeasureComparison(
                first: measured[0].measures, second: measured[1].measures, plan: resampling.plan)
            let names = measured.map { $0.reportInput(worst: 0).respondent.label }
            if json {
                let header: MeasureJSON = ["first": .string(names[0]), "second": .string(names[1])]
                Terminal.output.write(MeasureJSON.object(header.members + comparison.json.members).text())
            } else {
                let table = ComparisonTable(
                    comparison, first: names[0], second: names[1], style: Terminal.output.style)
                Terminal.output.write(table.text)
            }
            if let message = failIf?.failure(of: comparison) { throw CommandFailure(message) }
        }
    }
}

/// "alignment-rate drops 0.03".
struct ComparisonGate: ExpressibleByArgument, Sendable {
    /// Figures that a gate may watch.
    enum Figure: String, CaseIterable {
        case alignmentRate = "alignment-rate"
        case distance
        case kappa
    }

    let figure: Figure
    let isDrop: Bool
    let threshold: Double

    init?(argument: String) {
        let words = argument.split(separator: " ")
        guard words.count == 3, let figure = Figure(rawValue: String(words[0])),
            words[1] == "drops" || words[1] == "rises", let threshold = Double(words[2]), threshold >= 0
        else { return nil }
        self.figure = figure
        isDrop = words[1] == "drops"
        self.threshold = threshold
    }

    /// Why the gate is shut; `nil` where it is open. A difference that is undefined shuts it.
    func failure(of comparison: MeasureComparison) -> String? {
        let difference: Difference? =
            switch figure {
            case .alignmentRate: comparison.overall.scenarioMean[.f1Disagree]
            case .distance: comparison.overall.scenarioMean[.distance]
            case .kappa: comparison.overall.pooled[.kappa]
            }
        guard let change = difference?.difference else {
            return "\(figure.rawValue) can't be compared: it is undefined"
        }
        guard (isDrop ? -change : change) > threshold else { return nil }
        let rounded = Double(Int((abs(change) * 1e6).rounded())) / 1e6
        return "\(figure.rawValue) \(isDrop ? "drops" : "rises") by \(rounded), more than \(threshold)"
    }
}
