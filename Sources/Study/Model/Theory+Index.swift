package import Reading

extension ValueIndex {
    /// The values of a theory, in its order.
    package init(_ theory: Theory) {
        self.init(theory.values)
    }

    /// Values with their aliases, in the order given, each also as a prompt lists it: with what it means behind it.
    package init(_ values: [Value]) {
        self.init(
            names: values.map(\.name), aliases: values.map(\.aliases),
            listed: values.map { value in
                [value.gloss, value.portrait].filter { !$0.isEmpty }.map { "\(value.name) \($0)" }
            })
    }
}

extension ReplyReader {
    /// A reader for the replies to a study's questions: in its language, with the names that its wording asks for.
    package init(study: StudyDefinition) {
        self.init(language: study.language, choiceKeys: study.acted.choiceKeys)
    }
}

extension Action {
    /// An action as a reply has it.
    package init(_ written: WrittenAction) {
        self.init(text: written.text, attributions: written.attributions, explanation: written.explanation)
    }
}
