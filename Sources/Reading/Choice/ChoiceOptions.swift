/// The two options of a choice, taken apart once for all replies to them: a study's labels serve for a whole run, and the
/// texts of a cell's actions for all questions of that cell in one order.
package struct ChoiceOptions: Sendable {
    let labels: ChoiceLabels
    let literal: ActionTexts?

    /// The same options with the texts of the actions in the order displayed, by which a reply may name its choice, too.
    package func naming(actions: (first: String, second: String)) -> ChoiceOptions {
        ChoiceOptions(
            labels: labels,
            literal: ActionTexts(first: actions.first, second: actions.second, lexicon: labels.lexicon))
    }
}

extension ReplyReader {
    /// The labels of two options in the order displayed, made ready to be looked for in many replies.
    package func prepare(labels: (first: String, second: String)) -> ChoiceOptions {
        ChoiceOptions(labels: ChoiceLabels(labels.first, labels.second, lexicon: lexicon), literal: nil)
    }
}
