import AnswerStore
import Measures
import Reports
import Study

extension GapCell {
    /// Every planned cell of a run, in the order of its axes.
    static func all(of measured: MeasuredRun, _ marks: ServedCells.Marks) -> [GapCell] {
        let (measures, study) = (measured.measures, measured.study)
        let axes = measures.axes
        let variants = VariantSides(measured)
        let actedVariants = study.variants(of: .acted).count
        func pair(of key: Cell, _ chosen: Inclination, _ cell: Int) -> ActionPair? {
            study.pair(
                of: key, chosen: chosen, number: cell, measured.readings?.acted.readings, variants: actedVariants)
        }
        return (0..<axes.cellCount).compactMap { cell in
            guard measures.planned?[cell] != false else { return nil }
            let place = axes.position(ofCell: cell)
            let record = measured.cells[cell]
            let gap = measures.gap(ofCell: cell)
            let sides = gap.flatMap { measures.ties.sides(stated: $0.stated, acted: $0.acted) }
            let chosen: Inclination? = record.acted.flatMap { $0 == 0.5 ? nil : $0 > 0.5 ? .disagree : .agree }
            let key = Cell(
                scenario: Scenario(country: axes.countries[place.country], topic: axes.topics[place.topic]),
                value: axes.values[place.value])
            var made = GapCell(
                cell: cell, country: key.scenario.country, topic: key.scenario.topic, value: key.value,
                group: axes.groups[axes.groupOfValue[place.value]], stated: record.stated, acted: record.acted,
                statedReadings: record.statedReadings, actedReadings: record.actedReadings,
                state: gap == nil
                    ? .missing : sides.map { $0.stated == $0.acted ? .aligned : .misaligned } ?? .undecided,
                direction: sides.flatMap { $0.stated == $0.acted ? nil : $0.acted ? .against : .for },
                inclination: chosen.map { $0 == .agree ? .agree : .disagree },
                action: chosen.flatMap { pair(of: key, $0, cell)?[$0].text } ?? "")
            (made.statedVariants, made.actedVariants) = variants.misaligned(cell, record, measures.ties)
            (made.providers, made.stops) = (marks.providersOfCell[cell], marks.stopsOfCell[cell])
            return made
        }
    }
}

/// In which variants of a task a cell is misaligned: by the readings of that variant alone, against all of the other task.
struct VariantSides {
    private let readings: InstrumentReadings?
    /// How many variants each task has; askings of one replicate lie side by side.
    let stated, acted: Int

    /// More are not offered.
    private static let most = 64

    init(_ measured: MeasuredRun) {
        readings = measured.readings
        func count(_ task: StudyTask, _ readings: CodedReadings?) -> Int {
            guard let readings, readings.askings > 0 else { return 0 }
            let variants = measured.study.variants(of: task).count
            // Of what others asked only the number of the prompt is known.
            let known =
                measured.run.knowsWording && variants > 0 ? min(variants, readings.askings) : readings.askings
            return min(known, Self.most)
        }
        stated = count(.stated, measured.readings?.stated.readings)
        acted = count(.acted, measured.readings?.acted.readings)
    }

    /// A bit for each variant of Task 1, and of Task 2.
    func misaligned(_ cell: Int, _ record: CellRecord, _ ties: TieRule) -> (UInt64, UInt64) {
        guard let readings else { return (0, 0) }
        func bits(_ readings: CodedReadings, _ variants: Int, _ other: Double?, _ isStated: Bool) -> UInt64 {
            guard let other, variants > 0 else { return 0 }
            var bits: UInt64 = 0
            for variant in 0..<variants {
                guard let score = Self.score(readings, cell, variant, of: variants),
                    let sides = isStated
                        ? ties.sides(stated: score, acted: other) : ties.sides(stated: other, acted: score),
                    sides.stated != sides.acted
                else { continue }
                bits |= 1 << UInt64(variant)
            }
            return bits
        }
        return (
            bits(readings.stated.readings, stated, record.acted, true),
            bits(readings.acted.readings, acted, record.stated, false)
        )
    }

    private static func score(_ readings: CodedReadings, _ cell: Int, _ variant: Int, of variants: Int) -> Double? {
        var (sum, count) = (0, 0)
        for asking in stride(from: variant, to: readings.askings, by: variants) {
            guard let option = readings.option(cell: cell, asking: asking) else { continue }
            sum += option
            count += 1
        }
        return count > 0 ? Double(sum) / Double(count * (readings.options - 1)) : nil
    }
}
