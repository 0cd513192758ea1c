package import Measures
import Study

extension PredictionSet {
    /// The released predictions of a folder as sets: from the action alone, with attributions, with an explanation, with both.
    ///
    /// Which cell a row is of was not released, so each row is a cluster of its own and intervals are too narrow as far as rows of one value
    /// resemble one another. Rows are paired by their place: the files have the same labels in the same order, and where two of them quote
    /// attributions, they quote the same ones in all but few rows. The label says whether it acts as it speaks; True is the class of F1.
    ///
    /// - Throws: `WorkbenchError.noFolder`; `.emptyRelease` where it has none of the files; `ReleasedFileError`.
    package static func released(_ folder: String) throws -> [PredictionSet] {
        let release = try ReleaseFolder(path: folder)
        var sets: [PredictionSet] = []
        for model in PublishedModel.all {
            guard let stem = model.predictions else { continue }
            let isFirst = sets.isEmpty
            var labels: [Bool]?
            var base = 0
            for (setting, id) in zip(PublishedPaper.predictionSettings, ids) {
                let name = "\(stem)_explanation_outputs_\(setting.file).csv"
                guard let file = try release.file(ReleaseFolder.predictions, name) else { continue }
                let examples = try ReleasedPredictions(path: file.path).examples
                // Files of other labels, and those of another model, are of other rows.
                if labels != examples.map(\.label) { base = sets.count * ReleasedPredictions.rowLimit }
                labels = examples.map(\.label)
                sets.append(
                    PredictionSet(
                        id: isFirst ? id : "\(stem)_\(id)",
                        name: isFirst ? setting.name : "\(model.name): \(setting.name)",
                        cases: examples.enumerated().map { place, example in
                            Case(
                                cell: base + place, cluster: base + place, statesAgree: example.label, actsAgree: nil,
                                predicted: example.prediction)
                        }))
            }
        }
        guard !sets.isEmpty else {
            throw WorkbenchError(
                .emptyRelease(
                    path: folder, example: "\(ReleaseFolder.predictions)/llama3_explanation_outputs_default.csv"),
                .giveRelease)
        }
        return sets
    }

    /// What must be known before any figure of released predictions is read.
    package static func releasedNotices(_ sets: [PredictionSet]) -> [String] {
        let labels = Set(sets.map { $0.cases.map(\.statesAgree) })
        let shares = sets.map { "\($0.cases.count(where: \.statesAgree)) of \($0.cases.count) (\($0.name))" }
        let rows =
            labels.count == 1
            ? "\(sets[0].cases.count(where: \.statesAgree)) of \(sets[0].cases.count) rows of each file are True: figures are of that sample. "
                + "Rows are paired by their place in the files."
            : "The files have other rows or labels than one another; True are \(shares.joined(separator: ", ")). Figures are of each "
                + "file's own rows, and only neighbouring files with the same labels are paired, by the place of their rows."
        return [
            "Released predictions: which cell a row is of was not released, so that rows are drawn one by one and intervals are too narrow "
                + "as far as rows of one value resemble one another; of the gap nothing is known.", rows,
        ]
    }

    /// The ids of the released settings in their order.
    private static let ids = ["action", "attributions", "explanation", "both"]
}
