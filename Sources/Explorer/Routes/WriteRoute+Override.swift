import AnswerStore
import Foundation
import Hummingbird
import Pages
import Reports
import Study
import Workbench

extension WriteRoute {
    /// A person overrules how a reply was read, or takes that back.
    static let overrule = WriteRoute(path: "/reply/{question}/overrule") { request in
        let question = ReplyPath.question(request.parameters)
        let fields = request.fields
        guard let number = try fields.number("run", in: 1...Int.max) else {
            throw ExplorerProblem.refused("The form does not say which run’s reply is meant, so nothing was changed.")
        }
        let library = request.library
        let run = try library.store.run(named: "\(number)")
        let study = try await library.study(ofRun: run.id).definition
        let form = Overruling.Form(
            by: fields.text("by") ?? "", why: fields.text("why") ?? "", state: fields.text("state"),
            answer: fields.text("answer") ?? ratings(fields, values: study.theory.values.count),
            seen: try fields.number("seen", in: 1...Int.max).map(Int64.init))
        do {
            _ = try await Overruling(run, question: question, of: study, in: library.store).keep(form, at: Date())
        } catch let problem as OverruleProblem {
            throw ExplorerProblem.refused(problem.words + " Nothing was changed; go back to the form.")
        }
        return ReplyAddress(question: question, run: number)
    }

    /// The ratings of a form that has a field for each value.
    private static func ratings(_ fields: SiteQuery, values: Int) -> String {
        guard fields.parts.contains(where: { $0.name == "rating-0" }) else { return "" }
        return (0..<values).map { fields.text("rating-\($0)") ?? "" }.joined(separator: ",")
    }
}

extension OverruleProblem {
    /// What was wrong, in a sentence.
    var words: String {
        switch self {
        case .nobody: "The form has no name of who overrules the reading."
        case .noReason: "The form does not say why."
        case .tooLong(let what, let most): "The \(what) is longer than \(most) characters."
        case .unknownState(let state): "“\(state)” is no state of a reading: choose answered, refused or unreadable."
        case .notOffered(let answer, let offered):
            "“\(answer)” is none of the answers that the question offers: \(offered.joined(separator: ", "))."
        case .notRatings(_, let values):
            "The answer is not one option for each of \(values) values, with commas between."
        case .nothingRated: "The answer rates no value: say that the reply can’t be read, or that it declines."
        case .unknownKind: "The question is neither of Task 1 nor of Task 2, so that it is not known what it offers."
        case .noReply: "The run has no reply to this question."
        case .changedMeanwhile: "Somebody has overruled this reading since the page was opened: look at it again."
        case .nothingToTakeBack: "There is no overrule to be taken back."
        }
    }
}
