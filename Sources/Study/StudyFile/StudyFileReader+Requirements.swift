import Text
import Yams

extension StudyFileReader {
    /// The requirements of a task: texts with names, and whether each asks for reasons.
    ///
    /// Study files of before the key `asks_for_reasons` say it nowhere. There the second of two requirements of Task 2 is
    /// the one that asks for them, as in every study that shipped, so that stored runs are asked on as they were begun.
    mutating func requirements(_ node: Node?, of task: String, allows: [String]) -> [Requirement] {
        let nodes = list(node, "the list of requirements of \"\(task)\"", most: StudyFileLimits.levels)
        var found: [(name: String, text: String, asks: Bool?)] = []
        for child in nodes {
            let fields = fields(
                child, "an entry of the requirements of \"\(task)\"", required: ["name", "text"],
                optional: ["asks_for_reasons"])
            guard let name = name(fields["name"], "a name in the requirements of \"\(task)\"") else { continue }
            let asks = flag(fields["asks_for_reasons"], "\"asks_for_reasons\" of \"\(name)\"")
            guard let text = template(fields["text"], "the text of \"\(name)\"", needs: [], allows: allows) else {
                continue
            }
            found.append((name, text, asks))
        }
        distinct(found.map(\.name), node, "requirements")
        let isOlder = task == "acted" && found.count == 2 && found.allSatisfy { $0.asks == nil }
        return found.enumerated().map { place, one in
            Requirement(name: one.name, text: one.text, asksForReasons: one.asks ?? (isOlder && place == 1))
        }
    }

    /// `true` or `false`; `nil`, with a problem noted, for anything else that is there.
    mutating func flag(_ node: Node?, _ what: String) -> Bool? {
        guard let node else { return nil }
        guard case .scalar(let scalar) = node, scalar.style == .plain, let flag = Bool(scalar.string) else {
            error(node, "\(what) must be true or false, not \(kind(node))")
            return nil
        }
        return flag
    }
}
