import Measures
import Reading
import Reports
import Study

/// The predictions of one file, read by both rules.
struct RereadPredictions {
    private let legacy: ConfusionTable
    private let strict: ConfusionTable
    let different: Int
    let replies: Int

    init(_ file: ReleasedPredictions) throws {
        let reader = LegacyReader()
        let read = file.examples.map {
            (label: $0.label, legacy: reader.prediction(in: $0.reply), strict: $0.prediction)
        }
        legacy = try Self.table(read.map { ($0.label, $0.legacy) })
        strict = try Self.table(read.map { ($0.label, $0.strict) })
        different = read.count { $0.legacy != $0.strict }
        replies = read.count
    }

    func figure(_ name: String, printed: Double) -> ReproducedFigure {
        ReproducedFigure(name, printed: printed, exchanging: [.secondWord]) { rules in
            (rules.isEmpty ? legacy : strict).rates(of: 1).f1
        }
    }

    /// False is class 0, True class 1; what was not read is in no class.
    private static func table(_ pairs: [(label: Bool, prediction: Bool?)]) throws -> ConfusionTable {
        var table = try ConfusionTable(classes: 2)
        for case (let label, let prediction?) in pairs {
            try table.add(truth: label ? 1 : 0, predicted: prediction ? 1 : 0)
        }
        return table
    }
}
