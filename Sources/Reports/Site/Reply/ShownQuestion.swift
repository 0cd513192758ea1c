import Pages

/// A question as it was sent, as far as that is known.
package struct ShownQuestion: Sendable, Equatable {
    /// The side that an option or an end of a scale takes.
    package typealias Side = MisalignedCell.Inclination

    /// Its id: 32 hexadecimal digits; of imported replies, where they stood in their file.
    package var id: String
    /// "stated", "acted", or another word of whoever asked.
    package var task: String
    /// Where it lies; value is nil for a question about a whole scenario.
    package var country, topic, value: String?
    /// The wording, from 0, and what its factors are: "portrait, options first, choice alone"; empty where that is not known.
    package var variant: Int
    package var wording: String
    /// The repetition, from 0.
    package var replicate: Int
    /// What stood first: which end of the scale, or which action; nil where that is not known.
    package var first: Side?
    /// The labels of the options as shown; empty where that is not known.
    package var options: [String]
    /// The system message and the prompt; nil where they are not known, and for a study without a system message.
    package var system, prompt: ShownText?
    /// Whether the reply was recorded by others, so that its prompt is not known.
    package var isImported: Bool

    /// A question with what is known of it.
    package init(
        id: String, task: String, country: String?, topic: String?, value: String?, variant: Int, wording: String,
        replicate: Int, first: Side?, options: [String], system: ShownText?, prompt: ShownText?, isImported: Bool
    ) {
        (self.id, self.task, self.country, self.topic, self.value) = (id, task, country, topic, value)
        (self.variant, self.wording, self.replicate, self.first) = (variant, wording, replicate, first)
        (self.options, self.system, self.prompt, self.isImported) = (options, system, prompt, isImported)
    }

    /// "Task 1", "Task 2", or the word of whoever asked.
    package var taskName: String {
        switch task {
        case "stated": "Task 1, stated"
        case "acted": "Task 2, acted"
        default: task
        }
    }

    /// How a variant is named in addresses: "acted-3".
    package var variantName: String { "\(task)-\(variant)" }

    /// "agreement first", "the agreeing action first", or that it is not known.
    var firstWords: String {
        switch (task, first) {
        case ("stated", .agree): "agreement first"
        case ("stated", .disagree): "disagreement first"
        case ("stated", nil): isImported ? "order not known" : "agreement first"
        case (_, .agree): "the action for the value first"
        case (_, .disagree): "the action against it first"
        case (_, nil): "order not known"
        }
    }

    /// "variant 3: portrait, options first".
    var variantWords: String { "variant \(variant)" + (wording.isEmpty ? "" : ": \(wording)") }
}

extension ShownQuestion {
    /// The question as it was sent: system message and prompt, folded.
    func block(isOpen: Bool = false) -> Markup {
        guard let prompt else {
            return .element(
                "p", ["class": "unknown"],
                text: isImported
                    ? "The prompt is not known: others recorded this reply." : "The prompt is not known.")
        }
        var parts: [Markup] = [.element("summary", [:], text: "The question as sent")]
        if let system {
            parts += [
                .element("p", ["class": "label"], text: "System message"),
                SaidBlock.markup(system, style: "said asked"),
            ]
        }
        if system != nil { parts.append(.element("p", ["class": "label"], text: "Prompt")) }
        parts.append(SaidBlock.markup(prompt, style: "said asked"))
        return .element("details", ["class": "asked", "open": isOpen ? "" : nil], parts)
    }
}
