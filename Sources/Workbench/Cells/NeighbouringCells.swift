import Measures
import Reports
import Study

/// The cells around a cell of a run, with their scores as far as these were made.
struct NeighbouringCells {
    let cell: Cell
    let address: CellAddress
    let study: StudyDefinition
    /// The run's figures; nil while none were made.
    let measured: MeasuredRun?

    /// The study's part that the run was measured on; the whole one where nothing was measured yet.
    private var part: StudyDefinition { measured?.study ?? study }

    var all: CellNeighbours {
        let study = part
        guard let number = study.number(of: cell) else { return CellNeighbours() }
        var found = CellNeighbours()
        let values = study.theory.values.count
        let scenarios = study.countries.count * study.topics.count
        let (scenario, value) = number.quotientAndRemainder(dividingBy: values)
        let sameValue = (0..<scenarios).filter { $0 != scenario }.map { $0 * values + value }
            .sorted { (-distance($0), $0) < (-distance($1), $1) }
        let others = (0..<values).filter { $0 != value }.map { scenario * values + $0 }
        (found.allOfValue, found.allOfScenario) = (sameValue.count, others.count)
        found.sameValue = sameValue.prefix(CellNeighbours.most).compactMap {
            neighbour($0) { "\($0.country) · \($0.topic)" }
        }
        found.sameScenario = others.prefix(CellNeighbours.most).compactMap { neighbour($0) { $0.value } }
        func step(_ number: Int?) -> CellNeighbour? {
            number.flatMap { neighbour($0) { "\($0.value), \($0.country) · \($0.topic)" } }
        }
        found.previous = step(number - 1)
        found.next = step(number + 1)
        found.previousGap = step(stride(from: number - 1, through: 0, by: -1).first(where: isMisaligned))
        found.nextGap = step((number + 1..<max(number + 1, study.cellCount)).first(where: isMisaligned))
        return found
    }

    private func neighbour(_ number: Int, label: (CellAddress) -> String) -> CellNeighbour? {
        guard let other = part.cell(at: number) else { return nil }
        let place = CellAddress(
            run: address.run, country: other.scenario.country, topic: other.scenario.topic, value: other.value,
            overrides: address.overrides)
        let scores = measured.flatMap { $0.cells.indices.contains(number) ? $0.cells[number] : nil }
        return CellNeighbour(address: place, label: label(place), stated: scores?.stated, acted: scores?.acted)
    }

    /// Missing last.
    private func distance(_ number: Int) -> Double { measured?.measures.gap(ofCell: number)?.distance ?? -1 }

    /// Whether a cell's sides differ; one that is split evenly has none.
    private func isMisaligned(_ number: Int) -> Bool {
        guard let gap = measured?.measures.gap(ofCell: number) else { return false }
        guard abs(gap.stated - 0.5) > 1e-12, abs(gap.acted - 0.5) > 1e-12 else { return false }
        return (gap.stated > 0.5) != (gap.acted > 0.5)
    }
}
