import Reading
import Text
import Yams

extension StudyFileReader {
    /// A theory: the name of one that ships, or a mapping of the study's own.
    mutating func theory(_ node: Node?) throws(StudyFileError) -> Theory? {
        guard let node else { return nil }
        guard case .scalar = node else { return ownTheory(node) }
        guard let name = text(node, "\"theory\"") else { return nil }
        guard name.lowercased() == "schwartz" else {
            let remedy = Spelling.suggestion(for: name, among: ["schwartz"], plural: "theories that ship")
            let own = "a theory of your own is a mapping with \"groups\""
            error(node, "unknown theory \"\(name.excerpt)\"; \(remedy) (\(own))")
            return nil
        }
        return try BuiltIn.schwartz.get()
    }

    /// A theory written out: `name`, `source`, `groups`, each group with `name` and `values`.
    mutating func ownTheory(_ node: Node) -> Theory? {
        let fields = fields(node, "the theory", required: ["name", "source", "groups"])
        let name = name(fields["name"], "the theory's name")
        let source = text(fields["source"], "the theory's source")
        var known = KnownNames()
        var groupNames = KnownNames()
        var items: [Int: String] = [:]
        var groups: [ValueGroup] = []
        for child in list(fields["groups"], "\"groups\"") {
            let group = self.fields(child, "a group of values", required: ["name", "values"])
            let title = self.name(group["name"], "a group's name")
            if let title { claim(title, of: title, group["name"] ?? child, kind: "group", in: &groupNames) }
            let values = list(group["values"], "the list of values of group \"\(title ?? "?")\"")
                .compactMap { value($0, known: &known, items: &items) }
            if let title { groups.append(ValueGroup(name: title, values: values)) }
        }
        guard let name, let source else { return nil }
        return Theory(name: name, source: source, groups: groups)
    }

    private mutating func value(_ node: Node, known: inout KnownNames, items: inout [Int: String]) -> Value? {
        let fields = fields(
            node, "a value", required: ["name", "gloss"], optional: ["item", "portrait", "aliases"])
        guard let name = name(fields["name"], "a value's name") else { return nil }
        let gloss = text(fields["gloss"], "the gloss of \"\(name)\"")
        claim(name, of: name, fields["name"] ?? node, kind: "value", in: &known)
        let aliases = fields["aliases"].map { names($0, "the list of aliases of \"\(name)\"", item: "alias") } ?? []
        for alias in aliases { claim(alias.name, of: name, alias.node, kind: "alias", in: &known) }
        var item: Int?
        if let itemNode = fields["item"] {
            item = itemNode.scalar.flatMap { Int($0.string) }.flatMap { (1...9999).contains($0) ? $0 : nil }
            if let item, let other = items.updateValue(name, forKey: item) {
                error(itemNode, "item \(item) is that of \"\(name)\" and of \"\(other)\"; number them differently")
            } else if item == nil {
                error(itemNode, "the item of \"\(name)\" must be a number from 1 to 9999, not \(kind(itemNode))")
            }
        }
        let portrait = fields["portrait"].flatMap { text($0, "the portrait of \"\(name)\"") }
        guard let gloss else { return nil }
        return Value(
            name: name, gloss: gloss, item: item, aliases: aliases.map(\.name), portrait: portrait ?? "")
    }

    /// Notes a name that another one is already spelled like.
    private mutating func claim(
        _ name: String, of owner: String, _ node: Node, kind: String, in known: inout KnownNames
    ) {
        let folded = NameFolding.fold(name)
        if folded.isEmpty {
            error(node, "the \(kind) \"\(name)\" has no letters; name it in letters or digits")
        } else if let (line, other) = known.owners[folded] {
            error(node, "duplicate \(kind) \"\(name)\"; line \(line) has it already, for \"\(other)\"")
        } else {
            known.owners[folded] = (node.mark?.line ?? 0, owner)
        }
    }

    /// The values to ask: those listed, in the theory's order, or all.
    mutating func chosenValues(_ node: Node?, of theory: Theory) -> Theory {
        guard let node else { return theory }
        let known = theory.values.map(\.name)
        var chosen: Set<String> = []
        for (name, child) in names(node, "\"values\"", item: "value") {
            if known.contains(name) {
                chosen.insert(name)
            } else {
                let folded = NameFolding.fold(name)
                let alias = theory.values.first { value in
                    ([value.name] + value.aliases).contains { NameFolding.fold($0) == folded }
                }
                let remedy =
                    alias.map { "did you mean \"\($0.name)\"?" }
                    ?? Spelling.suggestion(for: name, among: known, plural: "values of the theory")
                error(child, "unknown value \"\(name)\"; \(remedy)")
            }
        }
        return theory.keeping(chosen)
    }
}

/// Folded names, each with the line and the value to which it belongs.
private struct KnownNames {
    var owners: [[UInt8]: (line: Int, owner: String)] = [:]
}
