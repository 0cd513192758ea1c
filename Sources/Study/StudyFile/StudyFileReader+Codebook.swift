import Text
import Yams

/// A codebook: what is judged, as criteria with a question each, or as codes of which several may apply.
extension StudyFileReader {
    /// The name of a codebook that ships, or one written out.
    mutating func namedCodebook(_ node: Node) -> Codebook? {
        guard case .scalar = node else { return codebook(node, "\"codebook\"") }
        guard let name = text(node, "\"codebook\"") else { return nil }
        do throws(StudyFileError) {
            if let known = try Codebook.builtIn(named: name) { return known }
        } catch {
            errors += error.problems
            return nil
        }
        let remedy = Spelling.suggestion(for: name, among: Codebook.builtInNames, plural: "codebooks that ship")
        self.error(
            node,
            "unknown codebook \"\(name.excerpt)\"; \(remedy) (one of your own is a mapping with \"criteria\" or \"codes\")"
        )
        return nil
    }

    /// A codebook that is written out.
    mutating func codebook(_ node: Node, _ what: String) -> Codebook? {
        let fields = fields(
            node, what, required: ["name"],
            optional: ["criteria", "codes", "levels", "mode", "version", "guideline"])
        guard case .mapping = node else { return nil }
        let name = word(fields["name"], "the codebook's name")
        let version = whole(fields["version"], "the codebook's \"version\"", in: 1...9999) ?? 1
        let guideline = long(fields["guideline"], "the codebook's \"guideline\"") ?? ""
        if let codes = fields["codes"] {
            if let criteria = fields["criteria"] {
                error(criteria, "a codebook has \"criteria\" or \"codes\", not both; make two codebooks of it")
            }
            let coding = coding(fields, codes)
            let found = distinctIDs(
                list(codes, "the codebook's \"codes\"", most: 40).map { ($0, code($0, coding.levels)) }, "code")
            guard let name, !found.isEmpty else { return nil }
            return Codebook(name: name, version: version, guideline: guideline, criteria: found, coding: coding)
        }
        for key in ["levels", "mode"] where fields[key] != nil {
            error(
                fields[key],
                "\"\(key)\" belongs to \"codes\", which this codebook lacks; leave it out, or write \"codes\"")
        }
        guard let criteria = fields["criteria"] else {
            error(node, "missing key \"criteria\" or \"codes\" in \(what)")
            return nil
        }
        let found = distinctIDs(
            list(criteria, "the codebook's \"criteria\"", most: 20).map { ($0, criterion($0)) }, "criterion")
        guard let name, !found.isEmpty else { return nil }
        return Codebook(name: name, version: version, guideline: guideline, criteria: found)
    }

    private mutating func distinctIDs(_ read: [(node: Node, criterion: Criterion?)], _ kind: String) -> [Criterion] {
        var found: [Criterion] = []
        for (node, criterion) in read {
            guard let criterion else { continue }
            if found.contains(where: { $0.id == criterion.id }) {
                error(node, "duplicate \(kind) \"\(criterion.id)\"")
            } else {
                found.append(criterion)
            }
        }
        var owners = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0.id) })
        for (node, criterion) in read {
            guard let criterion else { continue }
            for id in criterion.formerly ?? [] where id != criterion.id {
                if let owner = owners[id], owner != criterion.id {
                    error(
                        node,
                        "the earlier id \"\(id)\" of \"\(criterion.id)\" is that of \"\(owner)\" too: labels would not know whose they are"
                    )
                }
                owners[id] = criterion.id
            }
        }
        return found
    }

    private mutating func coding(_ fields: [String: Node], _ codes: Node) -> Codebook.Coding {
        var coding = Codebook.Coding(mode: .fixed, levels: [])
        if let node = fields["mode"], let word = text(node, "\"mode\"") {
            if let mode = Codebook.Coding.Mode(rawValue: word) {
                coding.mode = mode
            } else {
                error(node, "\"mode\" must be extensible or fixed, not \"\(word.excerpt)\"")
            }
        }
        guard let levels = fields["levels"] else {
            error(codes, "missing key \"levels\" beside \"codes\": a list of groups, each with \"id\" and \"name\"")
            return coding
        }
        for child in list(levels, "the codebook's \"levels\"", most: 20) {
            let fields = self.fields(child, "a level", required: ["id"], optional: ["name"])
            guard let id = word(fields["id"], "a level's \"id\"") else { continue }
            let title = name(fields["name"], "a level's \"name\"")
            if coding.levels.contains(where: { $0.id == id }) {
                error(child, "duplicate level \"\(id)\"")
            } else {
                coding.levels.append(.init(id: id, name: title ?? id.capitalizedFirst))
            }
        }
        return coding
    }

    private mutating func code(_ node: Node, _ levels: [Codebook.Coding.Level]) -> Criterion? {
        let fields = fields(
            node, "a code", required: ["id", "level", "definition"],
            optional: ["name", "examples", "excludes", "formerly"])
        let id = word(fields["id"], "a code's \"id\"")
        let level = word(fields["level"], "the level of \"\(id ?? "?")\"")
        if let level, !levels.isEmpty, !levels.contains(where: { $0.id == level }) {
            let remedy = Spelling.suggestion(for: level, among: levels.map(\.id), plural: "levels")
            error(fields["level"], "unknown level \"\(level)\" of \"\(id ?? "?")\"; \(remedy)")
        }
        let definition = long(fields["definition"], "the definition of \"\(id ?? "?")\"")
        let title = name(fields["name"], "a code's \"name\"") ?? id?.capitalizedFirst
        let examples = sentences(fields["examples"], "\"examples\"", "an example of \"\(id ?? "?")\"")
        let excludes = sentences(fields["excludes"], "\"excludes\"", "a rule of \"\(id ?? "?")\"")
        let formerly = formerly(fields["formerly"])
        guard let id, let level, let definition, let title else { return nil }
        return Criterion.code(
            id: id, name: title, level: level, definition: definition, formerly: formerly, examples: examples,
            excludes: excludes)
    }

    private mutating func sentences(_ node: Node?, _ list: String, _ what: String) -> [String]? {
        node.map { self.list($0, list, most: 20).compactMap { long($0, what) } }
    }

    private mutating func formerly(_ node: Node?) -> [String]? {
        node.map { list($0, "\"formerly\"", most: 20).compactMap { word($0, "an earlier id") } }
    }

    private mutating func criterion(_ node: Node) -> Criterion? {
        let fields = fields(
            node, "a criterion", required: ["id", "question", "about"],
            optional: ["name", "definition", "answers", "formerly"])
        let id = word(fields["id"], "a criterion's \"id\"")
        let question = long(fields["question"], "the question of \"\(id ?? "?")\"")
        var part: Criterion.Part?
        if let node = fields["about"], let word = text(node, "\"about\"") {
            part = Criterion.Part(rawValue: word)
            if part == nil {
                error(node, "\"about\" must be action, attributions, explanation or gap, not \"\(word.excerpt)\"")
            }
        }
        let definition = long(fields["definition"], "the definition of \"\(id ?? "?")\"") ?? ""
        let title = name(fields["name"], "a criterion's \"name\"")
        let answers = fields["answers"].map { self.answers($0) } ?? Criterion.yesNoUnsure
        let formerly = formerly(fields["formerly"])
        guard let id, let question, let part, !answers.isEmpty else { return nil }
        return Criterion(
            id: id, name: title ?? id, question: question, definition: definition, about: part, answers: answers,
            formerly: formerly)
    }

    /// Answers: each a word, or a word with what is shown for it. At most ten, so that each has a key.
    private mutating func answers(_ node: Node) -> [Criterion.Answer] {
        var answers: [Criterion.Answer] = []
        for child in list(node, "a criterion's \"answers\"", least: 2, most: 10) {
            var found: Criterion.Answer?
            if case .mapping = child {
                let fields = fields(child, "an answer", required: ["id", "label"])
                if let id = word(fields["id"], "an answer's \"id\""),
                    let label = name(fields["label"], "an answer's \"label\"")
                {
                    found = Criterion.Answer(id: id, label: label)
                }
            } else if let id = word(child, "an answer") {
                found = Criterion.Answer(id: id, label: id.prefix(1).uppercased() + id.dropFirst())
            }
            guard let found else { continue }
            if answers.contains(where: { $0.id == found.id }) {
                error(child, "duplicate answer \"\(found.id)\"")
            } else {
                answers.append(found)
            }
        }
        return answers
    }

}

extension String {
    /// "autonomy-violation" as "Autonomy-violation".
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
