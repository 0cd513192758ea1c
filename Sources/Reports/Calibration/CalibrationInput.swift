package import Measures
package import Pages
package import Text

/// Everything that the output of a calibration shows.
package struct CalibrationInput: Sendable {
    /// The study whose questions were asked.
    package var study: StudySummary
    /// What it is spanned by, as far as it was asked.
    package var axes: Axes
    /// The questions that one subject was asked.
    package var questions: Int
    /// What fixes every subject and every draw.
    package var seed: UInt64
    /// How large the made-up population is that figures without an exact one rest on, in words.
    package var population: String
    /// The figures.
    package var calibration: Calibration
    /// The version of the program.
    package var version: String

    /// A calibration's input with all its parts.
    package init(
        study: StudySummary, axes: Axes, questions: Int, seed: UInt64, population: String, calibration: Calibration,
        version: String
    ) {
        self.study = study
        self.axes = axes
        self.questions = questions
        self.seed = seed
        self.population = population
        self.calibration = calibration
        self.version = version
    }

    /// The title of every output.
    package var title: String { "Calibration with simulated respondents · \(study.title)" }

    /// The figures, each also fit for a file of its own.
    package var figures: [Figure] { CalibrationFigure.allCases.compactMap(figure) }

    /// One of the figures; `nil` where there is nothing to show.
    package func figure(_ name: CalibrationFigure) -> Figure? {
        switch name {
        case .confounding:
            calibration.grid.biases.isEmpty ? nil : attributed(ConfoundingFigure(calibration: calibration).figure)
        case .recovery: attributed(RecoveryFigure(calibration: calibration).figure)
        }
    }

    private func attributed(_ figure: Figure) -> Figure {
        var figure = figure
        figure.source = "simulated respondents · \(study.title)"
        return figure
    }

    /// The document as JSON.
    package var json: JSONValue {
        .object(
            [
                .init("title", .string(title)), .init("version", .string(version)), .init("simulated", true),
                .init(
                    "study",
                    [
                        "title": .string(study.title), "name": .string(study.name),
                        "protocol_hash": .string(study.protocolHash),
                        "countries": .integer(axes.countries.count), "topics": .integer(axes.topics.count),
                        "values": .integer(axes.values.count), "questions": .integer(questions),
                    ]), .init("seed", .string(String(seed))), .init("population", .string(population)),
            ] + calibration.json.members)
    }
}

/// A figure of a calibration. The raw value is its name, on the page and of its file.
package enum CalibrationFigure: String, CaseIterable, Sendable {
    /// What else moves each measure; none where nothing else was asked.
    case confounding
    /// Recovered against true.
    case recovery
}
