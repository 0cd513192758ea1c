import AnswerStore
import ArgumentParser
import Foundation
import Measures
import Text
import Workbench

/// Of whose labels agreement is computed.
struct AgreementSourceOptions: ParsableArguments {
    @OptionGroup var store: StoreOption

    @Option(help: ArgumentHelp("The project; the store's only one where none is named.", valueName: "name"))
    var project: String?

    @Option(help: ArgumentHelp("A released sheet of judgements (repeatable).", valueName: "file"))
    var sheet: [String] = []

    @Option(
        help: ArgumentHelp(
            "Take the sheets into this project of the store, each as a judge; once more changes nothing.",
            valueName: "name")
    )
    var into: String?

    @Option(help: ArgumentHelp("The study that the sheets' actions were written for.", valueName: "study"))
    var sheetStudy = "schwartz-132"

    @Option(help: ArgumentHelp("Count labels of this version of the codebook alone.", valueName: "number"))
    var codebook: Int?

    @Flag(help: "Count gold items and attention checks, too.")
    var gold = false

    @Flag(help: "Leave out labels that only accept a model's answer, or were given after seeing one.")
    var independent = false

    func validate() throws {
        if !sheet.isEmpty, project != nil {
            throw ValidationError(
                "--sheet and --project name two sources: give one; --into NAME takes sheets into a project")
        }
        if sheet.isEmpty, into != nil {
            throw ValidationError("--into '\(into ?? "")' needs sheets: name them with --sheet")
        }
        if let codebook, codebook < 1 { throw ValidationError("--codebook \(codebook): versions begin at 1") }
    }

    /// The labels.
    func labels() async throws -> AgreementSource {
        var choice = JudgedProject.Choice()
        (choice.countsGold, choice.countsAccepted, choice.version) = (gold, !independent, codebook)
        guard !sheet.isEmpty else {
            let store = try store.open(.readOnly)
            return try AgreementSource(JudgedProject.named(project, in: store), choice)
        }
        let sheets = try JudgedSheets(paths: sheet)
        guard let into else { return AgreementSource(sheets) }
        let study = try LoadedStudy(named: sheetStudy)
        let added = try await sheets.add(to: into, study: study.definition, in: store.open(), at: Date())
        Terminal.error.line(
            "note: \(added.outcome.added) labels are new in the project '\(Plain.line(into))', \(added.outcome.known) "
                + "stood there already, \(added.outcome.empty) places have none")
        return try AgreementSource(added.project, choice, sheets: sheets)
    }
}

/// By what agreement is told apart.
enum AgreementAxis: String, ExpressibleByArgument, CaseIterable {
    case criterion, country, variant, generator, annotator

    /// As figures name it; criteria and annotators are always told apart.
    var axis: JudgedLabels.Axis? { JudgedLabels.Axis(rawValue: rawValue) }
}
