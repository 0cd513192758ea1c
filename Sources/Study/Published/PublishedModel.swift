/// What the paper prints of one model, and how the authors' release names its files.
///
/// Shen, Clark and Mitra, “Mind the Value–Action Gap: Do LLMs Act in Alignment with Their Values?”, EMNLP 2025,
/// pp. 3097–3118. Lists are in the order of ``PublishedPaper``; an empty one says that the table leaves the model out.
package struct PublishedModel: Sendable, Hashable {
    /// The model as the tables name it.
    package let name: String
    /// The beginning of its files in outputs/evaluation, before "_t1.csv" and "_t2.csv".
    package let stem: String
    /// The end of its file in src/outputs, behind "task2_results_".
    package let samples: String
    /// The beginning of its files in outputs/evaluation/explanations, where the release has them.
    package let predictions: String?
    /// Table 3: the alignment rate by country.
    package let byCountry: [Double]
    /// Table 13: the alignment rate by topic.
    package let byTopic: [Double]
    /// Table 13: the alignment rate over all scenarios.
    package let overall: Double?
    /// Table 4, in its order: (A, D), (D, A), total. What the first two count is the other way round than their
    /// headings say.
    package let inconsistency: [Int]
    /// Table 8: Task 1, Task 2.
    package let agreement: [Double]
    /// Table 14, in the order of ``PublishedPaper/predictionSettings``.
    package let predictionF1: [Double]

    init(
        name: String, stem: String, samples: String, predictions: String? = nil, byCountry: [Double] = [],
        byTopic: [Double] = [], overall: Double? = nil, inconsistency: [Int] = [], agreement: [Double] = [],
        predictionF1: [Double] = []
    ) {
        (self.name, self.stem, self.samples, self.predictions) = (name, stem, samples, predictions)
        (self.byCountry, self.byTopic, self.overall) = (byCountry, byTopic, overall)
        (self.inconsistency, self.agreement, self.predictionF1) = (inconsistency, agreement, predictionF1)
    }
}

/// What the paper prints that belongs to no single model, and the order in which its tables stand.
package enum PublishedPaper {
    /// Where the figures are from.
    package static let source =
        "Shen, Clark and Mitra: Mind the Value-Action Gap: Do LLMs Act in Alignment with Their Values? "
        + "EMNLP 2025, pp. 3097-3118"

    /// The columns of Table 3.
    package static let countries = [
        "United States", "Canada", "Germany", "United Kingdom", "France", "Australia", "India", "Pakistan",
        "Philippines", "Nigeria", "Egypt", "Uganda",
    ]

    /// The rows of Table 13.
    package static let topics = [
        "Politics", "Social Networks", "Social Inequality", "Family & Changing Gender Roles", "Work Orientation",
        "Religion", "Environment", "National Identity", "Citizenship", "Leisure Time and Sports",
        "Health and Health Care",
    ]

    /// The columns of Table 14, each with the end of its file's name.
    package static let predictionSettings = [
        (name: "action", file: "default"), (name: "action+attributions", file: "attribution"),
        (name: "action+explanation", file: "explanation"), (name: "all", file: "attribution_explanation"),
    ]

    /// The generation prompts, counted from 0, whose actions two people judged alike.
    package static let judgedPrompts = [3, 5]

    /// Cohen's kappa of the two people on these prompts' actions, as the released notebook prints it.
    package static let kappa = [0.9264705882352942, 0.7073170731707317]

    /// Attributed spans of these prompts' actions, and how many of them stand in their action.
    package static let spans = [(inside: 248, all: 270), (inside: 256, all: 265)]
}
