/// A publication that tables for a paper cite. The facts of each, for a bibliography.
enum PaperSource: String, CaseIterable {
    case shen = "shen2025mind"
    case schwartz = "schwartz1992universals"
    case efron = "efron1987better"
    case owen = "owen2007pigeonhole"
    case cohen = "cohen1960coefficient"
    case kiefer = "kiefer1956consistency"
    case deconvolution = "efron2016empirical"
    case hubert = "hubert1987evaluating"
    case geoscheme = "unsd-m49"

    /// The entry as BibTeX has it.
    var entry: String {
        let fields = self.fields.map { "  \($0.0) = {\($0.1)}" }.joined(separator: ",\n")
        return "@\(kind){\(rawValue),\n\(fields)\n}\n"
    }

    private var kind: String {
        switch self {
        case .shen: "inproceedings"
        case .geoscheme: "misc"
        default: "article"
        }
    }

    private var fields: [(String, String)] {
        switch self {
        case .shen:
            [
                ("author", "Shen, Hua and Clark, Nicholas and Mitra, Tanu"),
                ("title", "Mind the Value-Action Gap: Do {LLMs} Act in Alignment with Their Values?"),
                (
                    "booktitle",
                    "Proceedings of the 2025 Conference on Empirical Methods in Natural Language Processing"
                ), ("pages", "3097--3118"), ("year", "2025"),
            ]
        case .schwartz:
            article(
                "Schwartz, Shalom H.",
                "Universals in the Content and Structure of Values: Theoretical Advances and Empirical Tests in 20 Countries",
                "Advances in Experimental Social Psychology", 1992, "25", "1--65")
        case .efron:
            article(
                "Efron, Bradley", "Better Bootstrap Confidence Intervals",
                "Journal of the American Statistical Association", 1987, "82", "171--185")
        case .owen:
            article(
                "Owen, Art B.", "The Pigeonhole Bootstrap", "The Annals of Applied Statistics", 2007, "1", "386--411")
        case .cohen:
            article(
                "Cohen, Jacob", "A Coefficient of Agreement for Nominal Scales",
                "Educational and Psychological Measurement", 1960, "20", "37--46")
        case .kiefer:
            article(
                "Kiefer, Jack and Wolfowitz, Jacob",
                "Consistency of the Maximum Likelihood Estimator in the Presence of Infinitely Many Incidental Parameters",
                "The Annals of Mathematical Statistics", 1956, "27", "887--906")
        case .deconvolution:
            article("Efron, Bradley", "Empirical {Bayes} Deconvolution Estimates", "Biometrika", 2016, "103", "1--20")
        case .hubert:
            article(
                "Hubert, Lawrence and Arabie, Phipps", "Evaluating Order Hypotheses within Proximity Matrices",
                "Psychological Bulletin", 1987, "102", "172--178")
        case .geoscheme:
            [
                ("author", "{United Nations Statistics Division}"),
                ("title", "Standard Country or Area Codes for Statistical Use ({M49})"),
            ]
        }
    }

    private func article(
        _ author: String, _ title: String, _ journal: String, _ year: Int, _ volume: String, _ pages: String
    ) -> [(String, String)] {
        [
            ("author", author), ("title", title), ("journal", journal), ("year", "\(year)"), ("volume", volume),
            ("pages", pages),
        ]
    }

    /// The entries of some, each once, in the order of the list.
    static func bibliography(_ sources: Set<PaperSource>) -> String {
        allCases.filter(sources.contains).map(\.entry).joined(separator: "\n")
    }
}
