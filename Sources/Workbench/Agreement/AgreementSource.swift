package import AnswerStore
package import Measures
package import Reports
import Study

/// Where labels come from that agreement is computed of.
package struct AgreementSource: Sendable {
    /// The labels.
    package let labels: JudgedLabels
    private let project: String?
    private let codebook: String
    private let sheets: [AgreementInput.Sheet]

    /// Sheets, as they are.
    package init(_ sheets: JudgedSheets) {
        (labels, project) = (sheets.labels, nil)
        codebook = "\(Codebook.via.name)@\(Codebook.via.version)"
        self.sheets = sheets.sheets.map(Self.summary)
    }

    /// A project of a store, and the sheets that were taken into it just now.
    ///
    /// - Throws: `StoreError`.
    package init(
        _ project: AnnotationProject, _ choice: JudgedProject.Choice = JudgedProject.Choice(),
        sheets: JudgedSheets? = nil
    ) throws {
        labels = try JudgedProject(project, choice).labels
        self.project = project.record.name
        codebook = "\(project.codebook.name)@\(choice.version ?? project.codebook.version)"
        self.sheets = sheets?.sheets.map(Self.summary) ?? []
    }

    private static func summary(_ sheet: JudgedSheets.Sheet) -> AgreementInput.Sheet {
        AgreementInput.Sheet(
            name: sheet.name, file: sheet.file, judgedRows: sheet.judgements.rows.count,
            sumRows: sheet.judgements.sumRows, emptyRows: sheet.judgements.emptyRows)
    }

    /// Computes agreement and quality.
    ///
    /// - Throws: `AgreementError.noLabels`, `MeasuresError`.
    package func input(
        by axes: [JudgedLabels.Axis], plan: ResamplingPlan, progress: (Int, Int) -> Void = { _, _ in }
    ) async throws -> AgreementInput {
        guard labels.counted > 0 else {
            throw AgreementError.noLabels(source: project.map { "the project '\($0)'" } ?? "the sheets")
        }
        let report = try await AgreementReport(of: labels, by: axes, plan: plan, progress: progress)
        return AgreementInput(
            project: project, codebook: codebook, sheets: sheets, report: report, version: Release.version)
    }
}
