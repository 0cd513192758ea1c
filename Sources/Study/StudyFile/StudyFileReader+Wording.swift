import Text
import Yams

extension StudyFileReader {
    /// The wording of Task 1. `theory` tells whether a `{portrait}` can be filled.
    mutating func stated(_ node: Node?, theory: Theory?) -> StatedWording? {
        guard let node else { return nil }
        let fields = fields(
            node, "\"stated\"", required: ["framings", "orders", "requirements"], optional: ["system", "first"])
        let system = fields["system"].flatMap {
            template($0, "the system message of \"stated\"", needs: [], allows: ["country", "topic"])
        }
        let first = firstOption(fields["first"], usual: .agree)
        let framings = list(fields["framings"], "the list of framings of \"stated\"", most: StudyFileLimits.levels)
            .compactMap { framing($0, theory: theory, first: first) }
        distinct(framings.map(\.name), fields["framings"], "framings")
        let orders = named(
            fields["orders"], "orders", of: "stated", key: "layout",
            needs: ["instruction", "values", "options", "requirement"])
        let requirements = requirements(fields["requirements"], of: "stated", allows: [])
        if first == .balanced, !(framings.count * orders.count * requirements.count).isMultiple(of: 2) {
            warning(
                fields["first"],
                "\"first: balanced\" of \"stated\" needs an even number of variants, framings × orders × requirements: "
                    + "with an odd one, one direction of the scale is asked more often")
        }
        return StatedWording(
            system: system, framings: framings, orders: orders, requirements: requirements, first: first)
    }

    private mutating func framing(_ node: Node, theory: Theory?, first: FirstOption) -> StatedFraming? {
        let fields = fields(
            node, "a framing", required: ["name", "instruction", "value", "options"], optional: ["option"])
        guard let name = name(fields["name"], "a framing's name") else { return nil }
        let instruction = template(
            fields["instruction"], "the instruction of \"\(name)\"", needs: ["country", "topic"])
        let value = template(
            fields["value"], "the \"value\" line of \"\(name)\"", needs: ["name"], allows: ["gloss", "portrait"])
        let option = fields["option"].flatMap {
            template($0, "the \"option\" line of \"\(name)\"", needs: ["number", "label"])
        }
        let options = names(fields["options"], "the list of options of \"\(name)\"", item: "option", least: 2)
        if let value, Template(value).slots.contains("portrait"), let theory {
            let without = theory.values.filter(\.portrait.isEmpty).map { "\"\($0.name)\"" }
            if let first = without.first {
                let more = without.count > 1 ? " and \(without.count - 1) more" : ""
                error(
                    fields["value"],
                    "\"{portrait}\" in the \"value\" line of \"\(name)\", but \(first)\(more) has no portrait; "
                        + "write it in the theory")
            }
        }
        checkScale(options, of: name, first: first)
        guard let instruction, let value else { return nil }
        return StatedFraming(
            name: name, instruction: instruction, value: value, option: option ?? "{number}: {label}",
            options: options.map(\.name))
    }

    /// The wording of Task 2.
    mutating func acted(_ node: Node?) -> ActedWording? {
        guard let node else { return nil }
        let fields = fields(
            node, "\"acted\"", required: ["contexts", "orders", "options", "layout", "requirements"],
            optional: ["system", "first", "option"])
        let system = fields["system"].flatMap {
            template($0, "the system message of \"acted\"", needs: [], allows: ["country", "topic"])
        }
        let contexts = named(
            fields["contexts"], "contexts", of: "acted", key: "text", needs: ["country", "topic"],
            allows: ["value", "gloss"])
        let orders = pair(fields["orders"], "the list of orders of \"acted\"", item: "order")
        let options = pair(fields["options"], "the list of options of \"acted\"", item: "option")
        checkLabels(options, fields["options"])
        let option = fields["option"].flatMap {
            template($0, "the \"option\" line of \"acted\"", needs: ["label", "action"])
        }
        let layout = template(
            fields["layout"], "the layout of \"acted\"", needs: ["context", "options", "requirement"])
        let requirements = requirements(fields["requirements"], of: "acted", allows: ["first", "second"])
        let first = firstOption(fields["first"], usual: .balanced)
        guard let layout else { return nil }
        return ActedWording(
            system: system, contexts: contexts, orders: orders, first: first, options: options,
            option: option ?? "{label}: {action}", layout: layout, requirements: requirements)
    }

    private mutating func firstOption(_ node: Node?, usual: FirstOption) -> FirstOption {
        guard let node, let word = text(node, "\"first\"") else { return usual }
        guard let first = FirstOption(rawValue: word) else {
            error(node, "\"first\" must be balanced, agree or disagree, not \"\(word.excerpt)\"")
            return usual
        }
        return first
    }

    /// Exactly two names.
    private mutating func pair(_ node: Node?, _ what: String, item: String) -> [String] {
        guard let node else { return [] }
        let names = names(node, what, item: item, least: 2).map(\.name)
        if names.count > 2 { error(node, "\(what) has \(names.count) items; it must have two") }
        return names
    }

    /// A list of texts with names.
    mutating func named(
        _ node: Node?, _ list: String, of task: String, key: String, needs: [String], allows: [String] = []
    ) -> [NamedText] {
        let texts = self.list(node, "the list of \(list) of \"\(task)\"", most: StudyFileLimits.levels).compactMap {
            child -> NamedText? in
            let fields = fields(child, "an entry of the \(list) of \"\(task)\"", required: ["name", key])
            guard let name = name(fields["name"], "a name in the \(list) of \"\(task)\"") else { return nil }
            let text = template(fields[key], "the \(key) of \"\(name)\"", needs: needs, allows: allows)
            return text.map { NamedText(name: name, text: $0) }
        }
        distinct(texts.map(\.name), node, list)
        return texts
    }

    mutating func distinct(_ names: [String], _ node: Node?, _ what: String) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            error(node, "two \(what) are named \"\(name)\"; reports could not tell them apart")
        }
    }
}
