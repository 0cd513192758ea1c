import Measures
import Reports
import Study

/// Table 14: whether a model acts as it speaks, predicted from its action and its explanation.
extension ReproductionWork {
    func predictionTable() throws -> ReproducedTable {
        var parts: [ReproducedPart] = []
        var absent: [AbsentData] = []
        for model in PublishedModel.all {
            guard let stem = model.predictions else { continue }
            var part = (files: [String](), figures: [ReproducedFigure](), different: 0, replies: 0)
            var needs: [String] = []
            for (setting, printed) in zip(PublishedPaper.predictionSettings, model.predictionF1) {
                let name = "\(stem)_explanation_outputs_\(setting.file).csv"
                guard let file = try folder.file(ReleaseFolder.predictions, name) else {
                    needs.append("\(ReleaseFolder.predictions)/\(name)")
                    continue
                }
                progress(file.name)
                let predictions = try RereadPredictions(ReleasedPredictions(path: file.path))
                part.files.append(file.name)
                part.figures.append(predictions.figure(setting.name, printed: printed))
                part.different += predictions.different
                part.replies += predictions.replies
            }
            if !needs.isEmpty { absent.append(AbsentData(name: model.name, needs: needs)) }
            guard !part.figures.isEmpty else { continue }
            parts.append(
                ReproducedPart(
                    name: model.name, files: part.files, figures: part.figures,
                    counts: [CauseCount(.secondWord, part.different, of: part.replies)]))
        }
        return ReproducedTable(
            id: "14", title: "Table 14: gap prediction (F1 of True)", printedPlaces: 3, shownPlaces: 3, parts: parts,
            absent: absent)
    }
}
