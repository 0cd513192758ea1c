import Measures
import Pages

/// What each measure makes of each world, as tables: a row for each measure, a column for each world, one unit in each
/// table, that of the measures.
struct WorldTables {
    let worlds: [WorldCalibration]

    /// Recovered minus true.
    var errors: HTMLTable {
        table("Recovered minus true, mean over respondents") { world, measure in
            let recovery = world.recovery[measure]
            return recovery.map { $0.subjects > 0 ? Numerals.signed($0.bias, places: 3) : Numerals.missing }
        }
    }

    /// The root of the mean square of the same.
    var spread: HTMLTable {
        table("Root of the mean squared difference of recovered and true") { world, measure in
            Numerals.decimal(world.recovery[measure]?.rmse, places: 3)
        }
    }

    /// What is true.
    var truth: HTMLTable {
        table("True, mean over respondents") { world, measure in
            Numerals.decimal(world.recovery[measure]?.truth, places: 3)
        }
    }

    /// How many intervals hold the truth.
    var coverage: HTMLTable {
        table("The share of intervals that hold the true figure of the cells asked") { world, measure in
            world.recovery[measure].map { CalibrationTables.held($0.coverage) }
        }
    }

    /// How often another gap is told from the world's.
    var power: HTMLTable {
        let others = worlds.map { world in
            world.otherGap.map { "\(Numerals.decimal(world.gap)) against \(Numerals.decimal($0))" } ?? "no gap"
        }
        return table(
            "The share of pairs of respondents whose true gaps differ (\(listed(zip(worlds, others).map { "\($0.name) \($1)" }))) "
                + "whose difference passes 0.95 of those between respondents of one gap"
        ) { world, measure in
            guard world.otherGap != nil else { return "no gap" }
            return world.power[measure].map { Numerals.decimal($0.share) }
        }
    }

    /// How far a bias moves each measure.
    func shifts(_ bias: WorldCalibration.Bias) -> HTMLTable {
        table("\(bias.words): change of each measure; ● where its 95 % interval leaves out 0") { world, measure in
            world.shifts[bias]?[measure].map { Numerals.signed($0.value, places: 3) + ($0.isClear ? " ●" : "") }
        }
    }

    /// Every bias that was asked, in the order of the worlds.
    var biases: [WorldCalibration.Bias] { worlds.first?.biases ?? [] }

    /// `nil` is what too few respondents test.
    private func table(
        _ caption: String, _ cell: (WorldCalibration, CalibratedMeasure) -> String?
    ) -> HTMLTable {
        HTMLTable(
            caption: caption, columns: ["Measure"] + worlds.map(\.name),
            rows: CalibratedMeasure.allCases.map { measure in
                [measure.label] + worlds.map { cell($0, measure) ?? CalibrationTables.notTested }
            })
    }
}

extension WorldCalibration.Bias {
    /// “primacy 0.4, all scales from agreement”.
    var words: String {
        let scales = scale == .fromAgreement ? ", all scales from agreement" : ""
        return "\(bias.label) \(Numerals.plain(level))\(scales)"
    }
}

extension WorldCalibration {
    /// “−0.01 to +0.06”: the errors of a measure over some worlds.
    static func range(_ worlds: [WorldCalibration], _ measure: CalibratedMeasure) -> String? {
        let errors = worlds.compactMap { $0.recovery[measure]?.bias }.sorted()
        guard let low = errors.first, let high = errors.last else { return nil }
        return "\(Numerals.signed(low)) to \(Numerals.signed(high))"
    }
}
