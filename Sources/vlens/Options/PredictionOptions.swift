import ArgumentParser
public import Study
import Workbench

/// What an observer is shown, of which cells, with which examples.
struct PredictionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What is shown beside the place of a cell (repeatable): action, attributions, explanation, both (each with the action) or "
                + "thoughts; without it the first four.", valueName: "kind"))
    var evidence: [EvidenceKind] = []

    @Option(
        help: "Whose explanation: the dataset's, or the respondent's own reason where its reply gives one.")
    var explanation = ExplanationSource.dataset

    @Flag(
        help: "Ask each kind once more with the value's name and its word family taken out of the evidence.")
    var maskValue = false

    @Option(help: "How many examples stand before each question, an even number: half state agreement.")
    var examples = 8

    @Option(help: "What is kept apart between examples and questions: cell, value, country or topic.")
    var groupBy = PredictionSplit.Grouping.cell

    @Option(help: "How many parts the cells are divided into; examples come from the other parts.")
    var folds = 5

    @Option(
        help: "folds, or released: the same examples, drawn at random of all cells, before every question.")
    var split = PredictionSplit.Manner.folds

    @Option(
        help: ArgumentHelp(
            "How many cells, half of each stated side, or all: as they are.", valueName: "cells|all"))
    var sample = "200"

    @Option(help: "Fixes the folds, the examples and the sample.")
    var seed: UInt64 = 1

    func validate() throws {
        if !(0...64).contains(examples) || !examples.isMultiple(of: 2) {
            throw ValidationError(
                "--examples \(examples): give an even number from 0 to 64, half of each side")
        }
        if !(2...100).contains(folds) { throw ValidationError("--folds \(folds) is outside 2…100") }
        if Set(evidence).count < evidence.count {
            throw ValidationError("--evidence names a kind twice: keep one")
        }
        if split == .released, groupBy != .cell {
            throw ValidationError(
                "--split released draws its examples of all cells, so that --group-by \(groupBy.rawValue) can't keep any apart: give one of both"
            )
        }
        _ = try sampled()
    }

    private func sampled() throws -> Int? {
        if sample == "all" { return nil }
        guard let number = Int(sample), number >= 2 else {
            throw ValidationError("--sample '\(sample)': give a number of cells, 2 or more, or all")
        }
        return number
    }

    /// The design.
    func design() throws -> PredictionDesign {
        var design = PredictionDesign()
        if !evidence.isEmpty { design.kinds = evidence }
        (design.masksToo, design.explanation, design.examples) = (maskValue, explanation, examples)
        (design.folds, design.grouping, design.manner) = (folds, groupBy, split)
        (design.sample, design.seed) = (try sampled(), seed)
        return design
    }
}

extension EvidenceKind: ExpressibleByArgument {}
extension ExplanationSource: ExpressibleByArgument {}
extension PredictionSplit.Grouping: ExpressibleByArgument {}
extension PredictionSplit.Manner: ExpressibleByArgument {}
