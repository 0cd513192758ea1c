import Measures
import Reports
import Study

/// Table 8. Its two columns come from different files.
extension ReproductionWork {
    func agreementTable(_ models: [Model]) throws -> ReproducedTable {
        var parts: [ReproducedPart] = []
        var absent: [AbsentData] = []
        for model in models where model.published.agreement.count == 2 {
            let name = "task2_results_\(model.published.samples).csv"
            let file = try folder.file(ReleaseFolder.samples, name)
            var part = (files: [String](), figures: [ReproducedFigure](), counts: [CauseCount]())
            if let ratings = model.ratings {
                part.files.append(contentsOf: model.files.prefix(1))
                part.figures.append(try stated(ratings, printed: model.published.agreement[0]))
                part.counts += ratings.counts
            } else {
                let needed = "\(ReleaseFolder.evaluation)/\(model.published.stem)_t1.csv"
                absent.append(AbsentData(name: "\(model.published.name), Task 1", needs: [needed]))
            }
            if let file {
                let sample = try RereadSample(samples(of: file))
                part.files.append(file.name)
                part.figures.append(sample.figure(printed: model.published.agreement[1]))
                part.counts.append(sample.count)
            } else {
                let needed = "\(ReleaseFolder.samples)/\(name)"
                absent.append(AbsentData(name: "\(model.published.name), Task 2", needs: [needed]))
            }
            guard !part.figures.isEmpty else { continue }
            parts.append(
                ReproducedPart(
                    name: model.published.name, files: part.files, figures: part.figures, counts: part.counts,
                    ratings: model.ratings?.ratings))
        }
        return ReproducedTable(
            id: "8", title: "Table 8: prompt agreement (modal share; Task 1 as agree or disagree)", printedPlaces: 3,
            shownPlaces: 4, parts: parts, absent: absent)
    }

    private func stated(_ ratings: RereadRatings, printed: Double) throws -> ReproducedFigure {
        try ReproducedFigure("Task 1", printed: printed, exchanging: RereadRatings.rules) {
            try PromptAgreement(of: ratings.readings($0)).binary
        }
    }
}
