import Text
import Yams

/// Walks a study file's nodes and collects every problem on the way, so that one reading tells them all.
struct StudyFileReader {
    let file: String
    /// Whether the text comes out of a store, where it served already: what later rules refuse is let pass.
    let isStored: Bool
    var errors: [StudyProblem] = []
    var warnings: [StudyProblem] = []

    init(file: String, isStored: Bool = false) {
        self.file = file
        self.isStored = isStored
    }

    mutating func warning(_ node: Node?, _ message: String) {
        warnings.append(StudyProblem(file: file, line: node?.mark?.line, column: node?.mark?.column, message: message))
    }

    mutating func error(_ node: Node?, _ message: String) {
        error(node?.mark, message)
    }

    mutating func error(_ mark: Mark?, _ message: String) {
        errors.append(StudyProblem(file: file, line: mark?.line, column: mark?.column, message: message))
    }

    /// Throws what was collected, in the order of the file.
    func finish() throws(StudyFileError) {
        guard !errors.isEmpty else { return }
        let placed = errors.enumerated().map { offset, problem in
            (place: (problem.line ?? 0, problem.column ?? 0, offset), problem: problem)
        }
        throw StudyFileError(problems: placed.sorted { $0.place < $1.place }.map(\.problem))
    }
}

// MARK: - Mappings, lists and texts

extension StudyFileReader {
    /// A mapping's values by key. Unknown and missing keys are noted.
    mutating func fields(_ node: Node, _ what: String, required: [String], optional: [String] = []) -> [String: Node] {
        guard case .mapping(let mapping) = node else {
            error(node, "\(what) must be a mapping with \(keyList(required)), not \(kind(node))")
            return [:]
        }
        var fields: [String: Node] = [:]
        let known = required + optional
        for (key, value) in mapping {
            guard let name = key.scalar?.string, known.contains(name) else {
                let name = key.scalar?.string ?? kind(key)
                let remedy = Spelling.suggestion(for: name, among: known, plural: "keys")
                error(key, "unknown key \"\(name.excerpt)\" in \(what); \(remedy)")
                continue
            }
            fields[name] = value
        }
        for name in required where fields[name] == nil {
            error(node, "missing key \"\(name)\" in \(what)")
        }
        return fields
    }

    /// A text that is not empty; `nil`, with a problem noted, for anything else that is there.
    mutating func text(_ node: Node?, _ what: String) -> String? {
        guard let node else { return nil }
        guard case .scalar(let scalar) = node else {
            error(node, "\(what) must be a text, not \(kind(node))")
            return nil
        }
        let text = scalar.string.trimmed
        if text.isEmpty || (scalar.style == .plain && ["~", "null"].contains(text)) {
            error(node, "\(what) is empty; write its text, or leave the key out if it is not needed")
            return nil
        }
        if text.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\n" && $0 != "\t" }) {
            error(node, "\(what) holds a control character; remove it")
            return nil
        }
        return text
    }

    /// A text on one line of at most 200 characters, as a table can show it.
    mutating func name(_ node: Node?, _ what: String) -> String? {
        guard let name = text(node, what) else { return nil }
        if name.contains("\n") {
            error(node, "\(what) must stand on one line: \"\(name.excerpt)\"")
            return nil
        }
        if name.count > 200 {
            error(node, "\(what) has \(name.count) characters; 200 at most: \"\(name.excerpt)\"")
            return nil
        }
        return name
    }

    /// A list's items, at least `least` and at most `most`.
    mutating func list(
        _ node: Node?, _ what: String, least: Int = 1, most: Int = StudyFileLimits.listItems
    ) -> [Node] {
        guard let node else { return [] }
        guard case .sequence(let sequence) = node else {
            error(node, "\(what) must be a list, not \(kind(node))")
            return []
        }
        if sequence.count < least {
            let found = sequence.isEmpty ? "an empty list" : "a list of \(sequence.count)"
            error(node, "\(what) is \(found); it needs \(least) or more")
        }
        if sequence.count > most {
            error(node, "\(what) has \(sequence.count) items; it may have \(most) at most")
            return []
        }
        return Array(sequence)
    }

    /// Different names, each with its node. Two that differ in case alone count as one.
    mutating func names(_ node: Node?, _ what: String, item: String, least: Int = 1) -> [(name: String, node: Node)] {
        var lines: [String: Int] = [:]
        var names: [(name: String, node: Node)] = []
        for child in list(node, what, least: least) {
            guard let name = name(child, item) else { continue }
            let folded = name.lowercased()
            if let line = lines[folded] {
                error(child, "duplicate \(item) \"\(name)\"; it stands in line \(line) already")
            } else {
                lines[folded] = child.mark?.line ?? 0
                names.append((name, child))
            }
        }
        return names
    }

    /// A text with placeholders: those needed must be there, no others but those allowed.
    mutating func template(_ node: Node?, _ what: String, needs: [String], allows: [String] = []) -> String? {
        guard let text = text(node, what) else { return nil }
        let slots = Template(text).slots
        let known = needs + allows
        for slot in Set(slots).subtracting(known).sorted() {
            let remedy =
                known.isEmpty
                ? "it takes none"
                : Spelling.suggestion(
                    for: "{\(slot)}", among: known.map { "{\($0)}" }, plural: "placeholders")
            error(node, "unknown placeholder \"{\(slot)}\" in \(what); \(remedy)")
        }
        for slot in needs where !slots.contains(slot) {
            error(node, "missing placeholder \"{\(slot)}\" in \(what)")
        }
        return text
    }

    /// "a list", "a mapping", "the text "…"".
    func kind(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "the text \"\(scalar.string.excerpt)\""
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "a reference"
        }
    }

    private func keyList(_ keys: [String]) -> String {
        keys.map { "\"\($0)\"" }.joined(separator: ", ")
    }
}
