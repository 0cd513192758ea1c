import AnswerStore
import ArgumentParser
import Text
import Workbench

/// Which project a command works on.
struct ProjectOption: ParsableArguments {
    @Option(help: ArgumentHelp("The project; without it the store's only one.", valueName: "name"))
    var project: String?

    /// The project in a store.
    ///
    /// - Throws: `CommandFailure` that names those that are there.
    func find(in store: AnswerStore) throws -> AnnotationProject {
        let records = try store.projects()
        let known = records.map { "'\(Plain.line($0.name))'" }.joined(separator: ", ")
        guard let project else {
            guard let only = records.first, records.count == 1 else {
                throw CommandFailure(
                    records.isEmpty
                        ? "the store holds no project yet: begin one with 'vlens annotate'"
                        : "the store holds several projects, \(known): name one with --project",
                    exitCode: records.isEmpty ? CommandFailure.failed : CommandFailure.misuse)
            }
            return try AnnotationProject(only, in: store)
        }
        guard let found = try AnnotationProject(named: project, in: store) else {
            throw CommandFailure(
                "there is no project '\(Plain.line(project))'; the store has \(known.isEmpty ? "none" : known)",
                exitCode: CommandFailure.misuse)
        }
        return found
    }
}

/// How a file of judgements is written, told by its name.
enum SheetKind {
    case table, lines

    /// - Throws: `ValidationError` for a name that ends otherwise.
    init(of path: String) throws {
        let name = path.lowercased()
        if name.hasSuffix(".csv") {
            self = .table
        } else if name.hasSuffix(".jsonl") {
            self = .lines
        } else {
            throw ValidationError(
                "'\(Plain.line(path))' says not what to write: give a name that ends in .csv or .jsonl")
        }
    }
}
