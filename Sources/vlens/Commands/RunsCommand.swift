import AnswerStore
import ArgumentParser
import Foundation
import Measures
import Study

/// What the store holds.
struct RunsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs",
        abstract: "List the stored runs with their replies, tokens and cost.",
        discussion: "Example: vlens runs --json")

    @OptionGroup var store: StoreOption

    @Option(help: ArgumentHelp("Prices of your own (YAML); see 'docs/money.md'.", valueName: "file"))
    var prices: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        try await reporting {
            let store = try AnswerStore(path: store.store, mode: .readOnly)
            let builtIn = try PriceTable.builtIn()
            let table = try prices.map { builtIn.overridden(by: try PriceTable.read(path: $0)) } ?? builtIn
            let lines = try store.runs().map { try Line($0, store, table) }
            if json {
                Terminal.output.write(MeasureJSON.array(lines.map(\.json)).text())
            } else if lines.isEmpty {
                print("no runs yet: start one with 'vlens run'")
            } else {
                for line in lines { print(line.text) }
            }
        }
    }

    private struct Line {
        let run: RunRecord
        let study: String
        let counts: StoredCounts
        let cost: Double?

        init(_ run: RunRecord, _ store: AnswerStore, _ prices: PriceTable) throws {
            self.run = run
            study = try store.study(ofRun: run.id).name
            counts = try store.counts(run: run.id)
            cost =
                run.origin == .imported
                ? nil
                : prices.price(of: run.respondent)?.cost(input: counts.promptTokens, output: counts.completionTokens)
        }

        var text: String {
            let state = run.origin == .imported ? "imported" : run.status.rawValue
            let tokens =
                counts.promptTokens + counts.completionTokens == 0
                ? ""
                : ", \(CostPlan.grouped(counts.promptTokens)) tokens in, \(CostPlan.grouped(counts.completionTokens)) out"
            let failed = counts.failed > 0 ? ", \(counts.failed) failed" : ""
            return "\(run.id)  \(run.respondent)  \(study)  \(state): \(counts.replied) replies"
                + " (\(counts.refused) refused, \(counts.unreadable) unreadable)\(failed)\(tokens)"
                + (cost.map { ", \(CostPlan.dollars($0))" } ?? "")
        }

        var json: MeasureJSON {
            [
                "run": .integer(Int(run.id)), "respondent": .string(run.respondent), "study": .string(study),
                "origin": .string(run.origin.rawValue), "status": .string(run.status.rawValue),
                "answered": .integer(counts.answered), "refused": .integer(counts.refused),
                "unreadable": .integer(counts.unreadable), "failed": .integer(counts.failed),
                "tokens_in": .integer(counts.promptTokens), "tokens_out": .integer(counts.completionTokens),
                "dollars": MeasureJSON(cost),
            ]
        }
    }
}
