import AnswerStore
import Explorer
import Study
import Text
import Workbench

/// What is said when people can begin to judge: a link each, and the lead's.
struct AnnotationLines {
    let start: AnnotationStart
    let settings: ExplorerSettings
    let port: Int
    /// What serves the links; `nil` where they are served now.
    let serving: String?

    init(_ start: AnnotationStart, _ settings: ExplorerSettings, port: Int, serving: String? = nil) {
        (self.start, self.settings, self.port, self.serving) = (start, settings, port, serving)
    }

    private var origin: String { settings.origin(port: port) }

    /// A line each, for people.
    var text: String {
        let count = start.items
        var lines = [
            "project '\(Plain.line(start.project.record.name))': \(count) item\(count == 1 ? "" : "s")"
                + (start.added > 0 && start.added < count ? ", \(start.added) of them new" : "")
                + ", \(start.project.definition.settings.overlap) judgements wanted of each"
        ]
        for person in start.people {
            lines.append("\(Plain.line(person.judge.name)): \(origin)\(AnnotationStart.path(of: person))")
        }
        // Your own link holds a token that each serving makes anew.
        let last = serving.map { "serve these links with: \($0)\n" } ?? settings.lines(port: port)
        return lines.joined(separator: "\n") + "\n" + last
    }

    /// One document, for programs.
    var json: String {
        let people = start.people.map { person -> JSONValue in
            [
                "name": .string(person.judge.name),
                "link": .string(origin + AnnotationStart.path(of: person)),
            ]
        }
        let document: JSONValue = [
            "project": .string(start.project.record.name), "items": .integer(start.items),
            "added": .integer(start.added), "overlap": .integer(start.project.definition.settings.overlap),
            "lead": serving == nil ? .string(settings.leadAddress(port: port)) : .null, "people": .array(people),
        ]
        return document.text()
    }
}
