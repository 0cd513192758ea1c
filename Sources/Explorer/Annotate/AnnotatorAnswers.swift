import AnswerStore
import HTTPTypes
import Hummingbird
import Pages
import Reports
import Text
import Workbench

/// Answers to annotators: pages, or JSON for the page's script. None says anything of a link or of another's work.
struct AnnotatorAnswers: Sendable {
    let isScript: Bool
    /// What a person is told of an error of the store.
    let words: @Sendable (any Error) -> String

    /// A page with the annotators' script.
    static func page(_ page: Page, status: HTTPResponse.Status = .ok) -> Response {
        ViewResponse.html(page, status: status, script: Assets.annotate)
    }

    /// A document for the script.
    static func json(_ document: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
        ViewResponse.text(document.text(indented: false), type: "application/json", status: status)
    }

    /// What went wrong, in the form that was asked for.
    func problem(_ error: any Error) -> Response {
        let (status, title, words) = said(error)
        if isScript { return Self.json(["error": .string(words)], status: status) }
        return Self.page(AnnotatePages.problem(title, words, generator: SiteFrame.generator), status: status)
    }

    private func said(_ error: any Error) -> (HTTPResponse.Status, String, String) {
        switch error {
        case AnnotatorProblem.nothing, DeskProblem.notGiven:
            (.notFound, "Not found", "There is nothing here.")
        case AnnotatorProblem.consentFirst, DeskProblem.noConsent:
            (.forbidden, "Consent first", "Nothing was saved: you have not agreed to take part, or no longer.")
        case let problem as DeskProblem: (problem.status, "Not saved", problem.words)
        case let problem as ExplorerProblem: (problem.status, "Not saved", problem.words)
        default:
            (ExplorerProblem(error, words: words).status, "Not saved", "The store says: \(words(error))")
        }
    }
}

extension DeskProblem {
    /// How a request is answered that can't be done.
    var status: HTTPResponse.Status {
        switch self {
        case .stale: .conflict
        case .noConsent: .forbidden
        case .notGiven: .notFound
        case .unknownAnswer, .unknownCriterion, .noteTooLong, .badSpan, .nothingTicked, .noneBesideCodes, .noProposals,
            .proposalName:
            .unprocessableContent
        }
    }

    /// What was wrong, in a sentence.
    var words: String {
        switch self {
        case .stale: "Something else was saved for this item meanwhile."
        case .noConsent: "You have not agreed to take part, or no longer."
        case .notGiven: "You were not given this item."
        case .unknownAnswer(let answer, let criterion):
            "“\(Plain.line(String(answer.prefix(80))))” is no answer to “\(criterion)”."
        case .unknownCriterion(let name): "There is no question “\(Plain.line(String(name.prefix(80))))”."
        case .noteTooLong(let count): "The note has \(count) characters; \(DeskForm.mostNote) at most."
        case .nothingTicked:
            "Nothing is ticked. Tick the codes that apply, or “No code applies” where none does; then go on."
        case .noneBesideCodes(let names):
            "“No code applies” is ticked beside \(names.map { "“\($0)”" }.joined(separator: ", ")). Take one of the two away."
        case .noProposals: "This codebook is fixed: it takes no proposals. Write what you miss into the note."
        case .proposalName(0): "Give the code that you propose a name."
        case .proposalName(let count):
            "The name of the code that you propose has \(count) characters; \(CodeProposal.mostName) at most."
        case .badSpan(let text): "A marked stretch does not stand in the action: \(Plain.line(text))"
        }
    }
}
