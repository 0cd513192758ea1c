import Text
import Yams

extension StudyFileReader {
    /// How a model is asked to write actions; `nil` where there is no such section.
    mutating func generation(_ node: Node?) -> GenerationWording? {
        guard let node else { return nil }
        let fields = fields(
            node, "\"generation\"", required: ["inclinations", "wordings", "orders", "requirements"],
            optional: ["system", "layout", "again", "problems"])
        let system = fields["system"].flatMap {
            template(
                $0, "the system message of \"generation\"", needs: [], allows: ["country", "topic", "language"])
        }
        let inclinations = inclinations(fields["inclinations"])
        let wordings = named(
            fields["wordings"], "wordings", of: "generation", key: "text",
            needs: ["country", "topic", "value", "inclination"], allows: ["gloss", "language"])
        let orders = generationOrders(fields["orders"])
        let requirements = named(
            fields["requirements"], "requirements", of: "generation", key: "text", needs: [], allows: ["language"])
        let layout = fields["layout"].map {
            template($0, "the layout of \"generation\"", needs: ["wording", "order", "requirement"])
        }
        let again = fields["again"].map {
            template($0, "\"again\" of \"generation\"", needs: ["problems"], allows: ["answer"])
        }
        let problems = problems(fields["problems"])
        guard let layout = layout ?? GenerationWording.usual.layout, let again = again ?? GenerationWording.usual.again
        else { return nil }
        return GenerationWording(
            system: system, inclinations: inclinations, wordings: wordings, orders: orders, requirements: requirements,
            layout: layout, again: again, problems: problems)
    }

    private mutating func inclinations(_ node: Node?) -> [Inclination: String] {
        guard let node else { return [:] }
        let fields = fields(node, "\"inclinations\" of \"generation\"", required: Inclination.allCases.map(\.rawValue))
        var words: [Inclination: String] = [:]
        for inclination in Inclination.allCases {
            words[inclination] = text(fields[inclination.rawValue], "the words for \"\(inclination.rawValue)\"")
        }
        if let agree = words[.agree], agree == words[.disagree] {
            self.error(
                node,
                "both inclinations are called \"\(agree.excerpt)\", so that a model could not tell which is asked for")
        }
        return words
    }

    private mutating func generationOrders(_ node: Node?) -> [GenerationWording.Order] {
        let orders = list(node, "the list of orders of \"generation\"", most: StudyFileLimits.levels).compactMap {
            child -> GenerationWording.Order? in
            let fields = fields(child, "an entry of the orders of \"generation\"", required: ["name", "first", "text"])
            guard let name = name(fields["name"], "a name in the orders of \"generation\"") else { return nil }
            let text = template(fields["text"], "the text of \"\(name)\"", needs: [], allows: ["language"])
            if let text { checkKeys(text, fields["text"], of: name) }
            guard let first = part(fields["first"], of: name), let text else { return nil }
            return GenerationWording.Order(name: name, first: first, text: text)
        }
        distinct(orders.map(\.name), node, "orders")
        return orders
    }

    private mutating func part(_ node: Node?, of order: String) -> GenerationWording.Part? {
        guard let node, let word = text(node, "\"first\" of \"\(order)\"") else { return nil }
        if let part = GenerationWording.Part(rawValue: word) { return part }
        self.error(node, "\"first\" of \"\(order)\" must be explanation or attributions, not \"\(word.excerpt)\"")
        return nil
    }

    /// Answers are read by the names of their parts, which are the same in every language.
    private mutating func checkKeys(_ text: String, _ node: Node?, of order: String) {
        for key in GenerationWording.keys where !text.contains("\"\(key)\"") {
            self.error(
                node,
                "the text of \"\(order)\" doesn't ask for \"\(key)\"; an answer is read by the names \"action\", "
                    + "\"attributions\" and \"explanation\", so show the object with them")
        }
    }

    /// What is said of each problem: the file's words, and the usual ones where it has none.
    private mutating func problems(_ node: Node?) -> [FormProblem: String] {
        var words = GenerationWording.usual.problems
        guard let node else { return words }
        let names = FormProblem.allCases.map { (problem: $0, key: PlainNames.typed($0.rawValue)) }
        let fields = fields(node, "\"problems\" of \"generation\"", required: [], optional: names.map(\.key))
        for (problem, key) in names {
            if let said = text(fields[key], "the words for \"\(key)\"") { words[problem] = said }
        }
        return words
    }
}
