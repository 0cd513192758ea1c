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

    init(_ start: AnnotationStart, _ settings: ExplorerSettings, port: Int) {
        (self.start, self.settings, self.port) = (start, settings, port)
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
        return lines.joined(separator: "\n") + "\n" + settings.lines(port: port)
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
            "lead": .string(settings.leadAddress(port: port)), "people": .array(people),
        ]
        return document.text()
    }
}
