import Measures
package import Pages

extension PredictionInput {
    /// The figures, each also fit for a file of its own.
    package var figures: [Figure] { [scoresFigure, reliabilityFigure].compactMap(\.self).map(attributed) }

    /// F1 and kappa of every set, on both targets.
    var scoresFigure: Figure? {
        let shown: [(PredictionTarget, PredictionFigure)] = [
            (.stated, .f1), (.stated, .kappa), (.gap, .f1), (.gap, .kappa),
        ]
        let sections = shown.compactMap { target, figure -> (heading: String, rows: [AgreementForest.Row])? in
            let rows = report.subjects.compactMap { subject -> AgreementForest.Row? in
                guard let scores = subject[target] else { return nil }
                let found = scores.figures[figure]
                return AgreementForest.Row(
                    label: subject.shortLabel, estimate: found,
                    words: Numerals.decimal(found?.value, places: 3)
                        + (Numerals.range(found?.interval, places: 3).map { " \($0)" } ?? ""))
            }
            return rows.isEmpty ? nil : ("\(target.words): \(figure.words(target))", rows + baselines(target, figure))
        }
        guard !sections.isEmpty else { return nil }
        let words = sections.flatMap { section in section.rows.map { "\(section.heading), \($0.label): \($0.words)" } }
        return AgreementForest(
            heading: Figure.Heading(
                "prediction-scores", title: "How well what is stated is predicted",
                summary: "Figures of predictions with their intervals. " + words.joined(separator: "; ") + "."),
            sections: sections
        ).figure
    }

    private func baselines(_ target: PredictionTarget, _ figure: PredictionFigure) -> [AgreementForest.Row] {
        let first = report.subjects.lazy.compactMap { $0[target] }.first
        return (first?.baselines ?? []).compactMap { baseline in
            baseline.figures[figure].map { value in
                AgreementForest.Row(
                    label: baseline.kind.words, estimate: nil, words: Numerals.decimal(value, places: 3), exact: value)
            }
        }
    }

    /// A reliability diagram of every set with probabilities, of the stated side.
    var reliabilityFigure: Figure? {
        let panels = report.subjects.compactMap { subject in
            subject.stated?.probabilities.map { ReliabilityFigure.Panel(label: subject.label, report: $0) }
        }
        guard !panels.isEmpty else { return nil }
        return ReliabilityFigure(
            heading: Figure.Heading(
                "prediction-reliability", title: "How true probabilities of agreement are",
                summary: "Reliability diagrams. " + ReliabilityFigure.summary(panels)), panels: panels
        ).figure
    }

    private func attributed(_ figure: Figure) -> Figure {
        var figure = figure
        figure.source = [target, observer].compactMap(\.self).joined(separator: " · predicted by ")
        return figure
    }
}
