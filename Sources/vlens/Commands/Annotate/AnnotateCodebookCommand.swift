import AnswerStore
import ArgumentParser
import Foundation
import Study
import Text
import Workbench

/// A project's codebook gets a later version.
struct AnnotateCodebookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codebook",
        abstract: "Put a later version of the codebook in force, or show the one that is.",
        discussion: """
            The codebook stands in a file of its own, in a study file under 'annotation', or ships: risks, via. Labels are never touched: they keep the version under which they \
            were given. A criterion that was renamed says which it was ('formerly'), and keeps its labels; labels of one that is no \
            more are kept, and counted as left out.

            Examples:
              vlens annotate codebook --project first
              vlens annotate codebook --project first --yaml > codebook.yaml
              vlens annotate codebook --project first --codebook codebook.yaml
              vlens annotate codebook --codebook risks --yaml
            """)

    @OptionGroup var store: StoreOption
    @OptionGroup var project: ProjectOption

    @Option(help: ArgumentHelp("The study file that has the later version.", valueName: "study"))
    var study: String?

    @Option(
        help: ArgumentHelp(
            "The later version as a YAML file, or the name of a codebook that ships: risks, via.", valueName: "file"))
    var codebook: String?

    @Flag(
        help:
            "Print the codebook as YAML, to edit: the one in force, or that of --codebook or --study. Nothing is changed."
    )
    var yaml = false

    @Flag(help: "Print what changed as JSON.")
    var json = false

    func run() async throws {
        try await reporting {
            let given = try given()
            if yaml {
                let shown = try given ?? project.find(in: store.open(.readOnly)).codebook
                return Terminal.output.write(
                    json ? (["yaml": .string(shown.yaml)] as JSONValue).text() : Plain.text(shown.yaml))
            }
            guard let codebook = given else { return try show() }
            let store = try self.store.openExisting()
            let change = try project.find(in: store).adopt(codebook, at: Date()).change
            Terminal.output.write(json ? change.json.text() : change.lines.joined(separator: "\n") + "\n")
        }
    }

    func validate() throws {
        if study != nil, codebook != nil {
            throw ValidationError("--study and --codebook both name a codebook: give one of them")
        }
    }

    /// The codebook that is named; `nil` where none is.
    private func given() throws -> Codebook? {
        if let codebook { return try Codebook.load(codebook) }
        guard let study else { return nil }
        guard let codebook = try LoadedStudy(named: study).definition.annotation?.codebook else {
            throw CommandFailure("the study '\(Plain.line(study))' has no codebook: write one under 'annotation'")
        }
        return codebook
    }

    private func show() throws {
        let project = try self.project.find(in: try store.open(.readOnly))
        let versions = try project.definitions().map(\.settings.codebook)
        if json {
            let document: JSONValue = [
                "codebook": .string(project.codebook.name), "version": .integer(project.codebook.version),
                "codebook_digest": .string(project.codebook.digest),
                "criteria": .array(project.codebook.criteria.map { .string($0.id) }),
                "versions": .array(versions.map { .integer($0.version) }),
            ]
            return Terminal.output.write(document.text())
        }
        Terminal.output.line(
            "\(project.codebook.name), version \(project.codebook.version) (\(project.codebook.digest)), of \(versions.count) stored"
        )
        for criterion in project.codebook.criteria {
            let former = criterion.formerly.map { $0.isEmpty ? "" : ", formerly \($0.joined(separator: ", "))" } ?? ""
            Terminal.output.line("  \(criterion.id): \(Plain.line(criterion.question))\(former)")
        }
    }
}

extension CodebookChange {
    fileprivate var lines: [String] {
        guard isNew else { return ["version \(version) is in force already; nothing was changed"] }
        var lines = ["version \(version) is in force"]
        lines += renamed.map { "  '\($0.from)' is '\($0.to)' now, and keeps its labels" }
        if !added.isEmpty { lines.append("  new: \(added.joined(separator: ", "))") }
        if !removed.isEmpty { lines.append("  no more: \(removed.joined(separator: ", "))") }
        lines.append("  \(labelsLeftOut) label\(labelsLeftOut == 1 ? "" : "s") kept and left out from now on")
        return lines
    }

    fileprivate var json: JSONValue {
        [
            "new": .bool(isNew), "version": .integer(version),
            "renamed": .object(renamed.map { .init($0.from, .string($0.to)) }),
            "added": .array(added.map(JSONValue.string)), "removed": .array(removed.map(JSONValue.string)),
            "labels_left_out": .integer(labelsLeftOut),
        ]
    }
}
