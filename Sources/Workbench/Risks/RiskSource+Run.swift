package import AnswerStore
package import Measures
import Study

extension RiskSource {
    /// The last project of a store that holds gaps of a run, with that run's gaps alone; `nil` where there is none in which anything was
    /// coded.
    ///
    /// - Throws: `StoreError`.
    package static func ofRun(_ run: RunRecord, in store: AnswerStore) throws -> RiskSource? {
        let number = CodedGap.runID(ofKey: run.key)
        for record in try store.projects().reversed() {
            let project = try AnnotationProject(record, in: store)
            guard project.definition.gaps?.contains(where: { $0.run == number }) == true,
                project.codebook.coding != nil
            else { continue }
            do {
                let source = try RiskSource(project, run: number)
                if source.usualBasis != nil { return source }
            } catch is RiskError {
                // All gaps of the run that it held are none any more.
                continue
            }
        }
        return nil
    }
}

extension MeasuredRun {
    /// Looks for what was coded of the run's gaps in a project of the same store.
    ///
    /// - Parameter plan: how intervals are made; `nil` makes none.
    package mutating func addRisks(in store: AnswerStore, plan: ResamplingPlan?) async throws {
        guard let source = try RiskSource.ofRun(run, in: store), let basis = source.usualBasis else { return }
        var plan = plan
        // Counts of risks have no clusters of both kinds; values are the usual ones.
        if plan?.clustering == .both { plan?.clustering = .value }
        risks = try await source.input(basis: basis, plan: plan)
    }
}
