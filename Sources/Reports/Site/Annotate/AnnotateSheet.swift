package import Pages

/// What an annotator's page says of where they are.
package struct AnnotateFrame: Sendable {
    /// Where their pages lie.
    package var links: AnnotateLinks
    /// The project's name.
    package var project: String
    /// As whom they judge.
    package var name: String
    /// The program with its version.
    package var generator: String

    /// A frame.
    package init(links: AnnotateLinks, project: String, name: String, generator: String) {
        (self.links, self.project, self.name, self.generator) = (links, project, name, generator)
    }

    /// A page in the frame.
    func page(_ title: String, subtitle: Markup = .empty, notices: [String] = [], sections: [Page.Section]) -> Page {
        Page(
            title: title, generator: generator,
            header: Page.Header(
                eyebrow: "\(project) · \(name)", heading: .text(title), subtitle: subtitle, notices: notices),
            skip: "Skip to the page", sections: sections, footer: generator)
    }
}

/// How far somebody is, as every page says it.
package struct AnnotateProgress: Sendable, Hashable {
    /// Items judged whole, left out, neither; and how many they may be given at most.
    package var judged, skipped, open, most: Int

    /// A standing.
    package init(judged: Int, skipped: Int, open: Int, most: Int) {
        (self.judged, self.skipped, self.open, self.most) = (judged, skipped, open, most)
    }

    /// "12 judged, 1 skipped, 2 still open, of 40 at most".
    package var words: String {
        var words = ["\(judged) judged"]
        if skipped > 0 { words.append("\(skipped) skipped") }
        if open > 0 { words.append("\(open) still open") }
        return words.joined(separator: ", ") + ", of \(most) at most"
    }
}

/// An item as its judge sees it.
package struct AnnotateSheet: Sendable {
    /// A piece of the action.
    package enum Piece: Sendable, Hashable {
        /// A word, by its number, and whether it is marked.
        case word(Int, String, isMarked: Bool)
        /// What stands between words.
        case between(String)
    }

    /// One question.
    package struct Criterion: Sendable, Hashable {
        /// As the form names it.
        package var id: String
        package var name, question, definition: String
        /// As the form names them, and as they are shown.
        package var answers: [(id: String, label: String)]
        /// The answer that is chosen; `nil` for none.
        package var chosen: String?
        /// Whether a model chose it, and the judge has not.
        package var isPrefilled = false

        /// A question.
        package init(
            id: String, name: String, question: String, definition: String, answers: [(id: String, label: String)],
            chosen: String?, isPrefilled: Bool = false
        ) {
            (self.id, self.name, self.question, self.definition) = (id, name, question, definition)
            (self.answers, self.chosen, self.isPrefilled) = (answers, chosen, isPrefilled)
        }

        package static func == (left: Criterion, right: Criterion) -> Bool {
            left.id == right.id && left.chosen == right.chosen
        }
        package func hash(into hasher: inout Hasher) { hasher.combine(id) }
    }

    /// What was refused, where the page comes back with what was typed.
    package enum Refusal: Sendable, Hashable {
        /// Something else was saved since.
        case stale
        /// Another reason, in a sentence.
        case other(String)
    }

    /// What they call it, from 1, and how many they were given.
    package var number, count: Int
    /// What forms name it by.
    package var item: String
    /// The number of their last label of it.
    package var revision: Int64
    /// When the page was made, seconds since 1970.
    package var shown: Int
    /// Country, topic, value and what was asked for, each with its name.
    package var facts: [(name: String, value: String)] = []
    /// The code of the action's language; empty where it is not known.
    package var language = ""
    /// The action.
    package var pieces: [Piece] = []
    /// Attributions that are not to be found in the action.
    package var lostAttributions: [String] = []
    /// The explanation; empty for none.
    package var explanation = ""
    /// The action that was not chosen, and the respondent's own reason; empty for none.
    package var otherAction = "", reason = ""
    /// Whether it is a gap: the action is one that was chosen.
    package var isGap = false
    /// The codes, where the codebook has them in place of questions.
    package var coding: AnnotateCoding?
    /// The questions.
    package var criteria: [Criterion] = []
    /// The note.
    package var note = ""
    /// Why they left it out; `nil` where they did not.
    package var skipped: String?
    /// What models judged, a line each; empty where there is none or it is not to be seen.
    package var suggestions: [String] = []
    /// Whether others were given it meanwhile, so that an answer is one more than was wanted.
    package var isLate = false
    /// What was refused.
    package var refusal: Refusal?
    /// How far they are.
    package var progress: AnnotateProgress
    /// How to judge.
    package var guideline = ""

    /// A sheet without content.
    package init(number: Int, count: Int, item: String, revision: Int64, shown: Int, progress: AnnotateProgress) {
        (self.number, self.count, self.item) = (number, count, item)
        (self.revision, self.shown, self.progress) = (revision, shown, progress)
    }
}
