package import AnswerStore
package import Measures
package import Reports
import Study

/// Warns of the cells of a run where its word is least to be trusted.
package struct RunWarning {
    private let store: AnswerStore
    private let target: RunRecord
    private let runs: [RunRecord]
    private var notices: [String] = []

    /// Finds what can be learned from.
    ///
    /// - Parameters:
    ///   - target: the run that is warned of; its Task 1 must be known.
    ///   - named: the runs to learn from; empty for all measured runs of the same study by other respondents.
    /// - Throws: ``WarningError/otherStudy(run:respondent:study:wanted:)``, ``WarningError/targetNamed(run:)``; `StoreError`.
    package init(of target: RunRecord, learningFrom named: [RunRecord], in store: AnswerStore) throws {
        (self.target, self.store) = (target, store)
        let study = try store.studyName(ofRun: target.id)
        for run in named {
            guard run.id != target.id else { throw WarningError.targetNamed(run: run.id) }
            let other = try store.studyName(ofRun: run.id)
            guard other == study else {
                throw WarningError.otherStudy(run: run.id, respondent: run.respondent, study: other, wanted: study)
            }
        }
        guard named.isEmpty else {
            runs = named
            let own = named.filter { $0.respondent == target.respondent }.map { "\($0.id)" }
            if !own.isEmpty {
                notices.append(
                    "Run \(own.joined(separator: ", ")) is of the same respondent: what is learned from it is not about others."
                )
            }
            return
        }
        var found: [RunRecord] = []
        for run in try store.runs() where run.id != target.id && run.respondent != target.respondent {
            if try store.studyName(ofRun: run.id) == study { found.append(run) }
        }
        runs = found
    }

    /// Learns and warns.
    ///
    /// - Parameter progress: told how many steps of how many are done.
    /// - Throws: ``WarningError`` where the target states nothing, or nothing can be learned from.
    package func input(
        plan: ResamplingPlan?, progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> WarningInput {
        let steps = runs.count + 3
        progress(0, steps)
        let measured = try MeasuredRun(run: target, store: store, scoring: .strict)
        let cells = try warningCells(measured)
        guard !cells.decided.isEmpty else {
            throw WarningError.nothingStated(run: target.id, respondent: target.respondent)
        }
        var notices = notices
        var learned: [(run: RunRecord, cells: [WarningCell])] = []
        for (done, run) in runs.enumerated() {
            progress(done + 1, steps)
            let known = try warningCells(try MeasuredRun(run: run, store: store, scoring: .strict)).decided.filter {
                $0.isGap != nil
            }
            if known.isEmpty {
                notices.append(
                    "Run \(run.id) (\(run.respondent)) has no cell with a side in both tasks, and is left out.")
            } else {
                learned.append((run, known))
            }
        }
        if learned.isEmpty {
            guard cells.decided.count(where: { $0.isGap != nil }) >= GapWarnings.leastCells else {
                throw WarningError.nothingToLearnFrom(run: target.id, study: measured.study.name)
            }
            learned = [(target, [])]
        }
        let isOwn = learned.count == 1 && learned[0].run.id == target.id
        let respondents = Set(learned.map(\.run.respondent))
        if respondents.count < learned.count {
            notices.append("Several runs of one respondent count as one when respondents are left out in turn.")
        }
        let merged = Self.merged(learned)
        let found = try await GapWarnings(
            of: cells.decided, learningFrom: isOwn ? [] : merged.map(\.cells), plan: plan
        ) { progress(runs.count + 1 + $0, runs.count + 1 + $1) }
        if measured.run.respondent.hasPrefix("simulated/")
            || learned.contains(where: { $0.run.respondent.hasPrefix("simulated/") })
        {
            notices.append("Simulated respondents among them: programs with a known gap answered, not language models.")
        }
        return WarningInput(
            target: WarningInput.Run(number: Int(target.id), respondent: target.respondent),
            study: measured.study.title,
            learnedFrom: merged.map { WarningInput.Run(number: Int($0.run.id), respondent: $0.run.respondent) },
            undecided: cells.undecided, notices: notices, found: found, version: Release.version)
    }

    /// The runs of one respondent together, under its first run.
    private static func merged(
        _ learned: [(run: RunRecord, cells: [WarningCell])]
    ) -> [(run: RunRecord, cells: [WarningCell])] {
        var merged: [(run: RunRecord, cells: [WarningCell])] = []
        for one in learned {
            if let place = merged.firstIndex(where: { $0.run.respondent == one.run.respondent }) {
                merged[place].cells += one.cells
            } else {
                merged.append(one)
            }
        }
        return merged
    }

    /// The cells that state a side, and how many were asked and state none.
    private func warningCells(_ measured: MeasuredRun) throws -> (decided: [WarningCell], undecided: Int) {
        let spread = try StatedSpread(measured, in: store)
        let axes = measured.measures.axes
        var (decided, undecided) = ([WarningCell](), 0)
        for cell in 0..<min(axes.cellCount, measured.cells.count) {
            guard let stated = measured.cells[cell].stated else { continue }
            guard let side = Side(of: stated) else {
                undecided += 1
                continue
            }
            let place = axes.position(ofCell: cell)
            decided.append(
                WarningCell(
                    number: cell, country: axes.countries[place.country], topic: axes.topics[place.topic],
                    value: axes.values[place.value], group: axes.groups[axes.groupOfValue[place.value]], stated: stated,
                    statedSpread: spread.of(cell), isGap: Side(of: measured.cells[cell].acted).map { $0 != side }))
        }
        return (decided, undecided)
    }
}
