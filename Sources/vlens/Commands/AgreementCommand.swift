import ArgumentParser
import Measures
import Reports
import Text
import Workbench

/// How far people agree, and how good what they judged is.
struct AgreementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement",
        abstract: "Agreement of people who judge actions, quality, and which prompt variant is best.",
        discussion: """
            Of a project in the store, or of released sheets: percent agreement, Cohen's and Fleiss' kappa, Krippendorff's alpha and \
            Gwet's AC1 with intervals; majorities; true labels with their probabilities and everybody's sensitivity and \
            specificity (Dawid and Skene); the share of actions judged good by criterion and country. Models that judged stand \
            apart. --by variant ranks prompt variants and says whether the best is distinguishable from the second. \
            --design says how many people, items and labels an interval of some width needs.

            Examples:
              vlens agreement --project pilot --by country --by variant
              vlens agreement --sheet 'sheet - A.csv' --sheet 'sheet - B.csv' --json
              vlens agreement --project pilot --matrix matrix.csv --labels labels.csv --tables agreement
              vlens agreement --design --half-width 0.1 --kappa 0.6 --prevalence 0.9
            """)

    @OptionGroup var source: AgreementSourceOptions
    @OptionGroup(title: "Output") var outputs: AgreementOutputOptions
    @OptionGroup(title: "Intervals") var intervals: ItemIntervalOptions
    @OptionGroup(title: "Design") var design: AgreementDesignOptions

    @Option(
        help: ArgumentHelp(
            "Tell agreement apart by country, variant, generator or annotator (repeatable); variant ranks the variants.",
            valueName: "what"))
    var by: [AgreementAxis] = []

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        try await reporting {
            let style = Terminal.output.style
            if design.design {
                let found = try await SlowNotice.during { _ in try await design.found(intervals.level) }
                Terminal.output.write(json ? found.json.text() : AgreementDesignText(found, style: style).text)
                return
            }
            let labels = try await source.labels()
            let input = try await SlowNotice.during { notice in
                try await labels.input(by: by.compactMap(\.axis), plan: intervals.plan) {
                    notice.done($0, of: $1, "criteria")
                }
            }
            Terminal.output.write(
                json
                    ? input.json.text()
                    : AgreementText(input, showsAnnotators: by.contains(.annotator), style: style).text)
            try outputs.write(input)
        }
    }
}
