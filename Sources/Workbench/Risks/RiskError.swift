import Text

/// Why gaps can't be coded or counted. Its description names the remedy.
package enum RiskError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A project that was made for something else.
    case noGaps(project: String)
    /// A project whose codebook asks questions, and gives no codes.
    case noCodes(project: String, codebook: String)
    /// A codebook without codes.
    case codebookWithoutCodes(String)
    /// The source has no misaligned cell.
    case nothingMisaligned(source: String)
    /// A run that answers neither task.
    case notMeasured(run: Int64, respondent: String)
    /// A run whose study has no actions, so that nobody can read what was chosen.
    case noActions(source: String, cells: Int)
    /// No people have coded anything; those who have.
    case nobodyNamed(project: String, coders: [String])
    /// Nobody and nothing has coded anything.
    case nothingCoded(project: String, leftOut: Int)
    /// A coder whom the project does not know.
    case unknownCoder(String, project: String, coders: [String])
    /// The project holds what other sources gave, coded by another codebook.
    case otherCodebook(project: String, has: String, given: String)
    /// A list of words for another codebook.
    case otherWords(file: String, for: String, project: String, has: String)
    /// A list of words that names codes which the codebook lacks.
    case unknownCodes(file: String, codes: [String], codebook: String, known: [String])
    /// No gap is in a language that the list has words of.
    case noWordsOfLanguage(file: String, languages: [String], known: [String])

    package var description: String { Plain.line(words) }

    private var words: String {
        switch self {
        case .noGaps(let project):
            "the project '\(project)' holds no gaps; 'vlens risks start --project NAME --run RUN' makes one of a run's"
        case .noCodes(let project, let codebook):
            "the project '\(project)' is judged by '\(codebook)', which asks questions and gives no codes; "
                + "'vlens risks start --project NAME --run RUN' makes a project of gaps"
        case .codebookWithoutCodes(let codebook):
            "the codebook '\(codebook)' has criteria and no codes; give one with \"codes\", or --codebook risks"
        case .nothingMisaligned(let source):
            "\(source) has no misaligned cell: in each that is decided on both sides it acts as it speaks"
        case .notMeasured(let run, let respondent):
            "run \(run) ('\(respondent)') answers neither task, so it has no gap; see 'vlens runs'"
        case .noActions(let source, let cells):
            "\(source) has \(cells) misaligned cells and no action to read in them; import the dataset that it was asked "
                + "with ('vlens import'), and start again"
        case .nobodyNamed(let project, let coders):
            "nobody has checked the codes of '\(project)': no person has coded in it. Say whose codes to count with --by: "
                + Self.list(coders)
        case .nothingCoded(let project, let leftOut):
            leftOut > 0
                ? "nothing that counts is coded in '\(project)': its \(leftOut) labels are of codes that are no more, or were taken back "
                    + "('vlens annotate codebook --project \(project)' shows the codes; a renamed one says so with 'formerly')"
                : "nothing is coded in '\(project)' yet: 'vlens risks lexicon', 'vlens judge' or people by 'vlens annotate' do"
        case .unknownCoder(let name, let project, let coders):
            "'\(project)' has no coder '\(name)'; --by takes people, or one of: " + Self.list(coders)
        case .otherCodebook(let project, let has, let given):
            "the project '\(project)' is coded by '\(has)', not by '\(given)'; give another --project, or leave --codebook out"
        case .otherWords(let file, let wanted, let project, let has):
            "'\(file)' has words for the codebook '\(wanted)', and '\(project)' is coded by '\(has)'; "
                + "give words for that with --words"
        case .unknownCodes(let file, let codes, let codebook, let known):
            "'\(file)' has words for \(Self.list(codes)), which the codebook '\(codebook)' does not have; its codes are: "
                + known.joined(separator: ", ")
        case .noWordsOfLanguage(let file, let languages, let known):
            "'\(file)' has words in \(known.joined(separator: ", ")) alone, and the gaps are in "
                + "\(languages.joined(separator: ", ")); give a list for that with --words"
        }
    }

    private static func list(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ", ") }
}
