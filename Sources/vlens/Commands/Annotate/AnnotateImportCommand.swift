import AnswerStore
import ArgumentParser
import Foundation
import Text
import Workbench

/// Judgements from files.
struct AnnotateImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read judgements back: a batch that was filled in, or labels of this or another store.",
        discussion: """
            All of a file is taken, or nothing. Read twice it doubles nothing; a changed answer is a new label beside the old one. What \
            somebody has saved otherwise on their page meanwhile is listed and left as it stands (exit code 3), unless --replace \
            says that the file counts. Tables may come from any spreadsheet program: commas, semicolons or tabs, columns in any order.

            Examples:
              vlens annotate import anna.csv
              vlens annotate import --replace anna.csv
              vlens annotate import --store second.sqlite labels.jsonl
            """)

    @OptionGroup var store: StoreOption

    @Flag(help: "Let the file count where it contradicts what was saved meanwhile.")
    var replace = false

    @Flag(help: "Print what was found as JSON.")
    var json = false

    @Argument(help: "The file, .csv or .jsonl.")
    var file: String

    func run() async throws {
        try await reporting {
            var reader = TextFile(file)
            let bytes = try reader.bytes(most: OfflineImport.mostBytes)
            let store = try self.store.open()
            let found = try await OfflineImport.read(bytes, name: file, into: store, replaces: replace, at: Date())
            if json {
                Terminal.output.write(found.json.text())
            } else {
                found.lines.forEach { Terminal.output.line($0) }
            }
            if !found.contradicted.isEmpty {
                throw CommandFailure(
                    "\(found.contradicted.count) judgement\(found.contradicted.count == 1 ? "" : "s") contradict what was saved meanwhile "
                        + "and were not taken; --replace lets the file count", exitCode: CommandFailure.incomplete)
            }
        }
    }
}

extension OfflineImport {
    /// What was found, a line each.
    fileprivate var lines: [String] {
        var lines = [
            "project '\(Plain.line(project))': \(added) added, \(known) there already"
                + (empty > 0 ? ", \(empty) rows left empty" : "")
        ]
        if items + people > 0 { lines.append("  \(items) items and \(people) people that the store had not") }
        for found in contradicted {
            lines.append(
                Plain.line(
                    "  line \(found.line): \(found.judge), item \(found.item), \(found.criterion): the file says \(found.given), and what "
                        + "stands is \(found.stands)"))
        }
        return lines
    }

    fileprivate var json: JSONValue {
        [
            "project": .string(project), "added": .integer(added), "known": .integer(known), "empty": .integer(empty),
            "items": .integer(items), "people": .integer(people),
            "contradicted": .array(
                contradicted.map { found in
                    [
                        "line": .integer(found.line), "item": .integer(found.item), "judge": .string(found.judge),
                        "criterion": .string(found.criterion), "given": .string(found.given),
                        "stands": .string(found.stands),
                    ]
                }),
        ]
    }
}

/// A file that is read whole.
private struct TextFile {
    private let path: String

    init(_ path: String) { self.path = path }

    /// - Throws: `CommandFailure` where it can't be read, or has more bytes.
    mutating func bytes(most: Int) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            let reason = FileManager.default.fileExists(atPath: path) ? "it can't be opened" : "there is no such file"
            throw CommandFailure("'\(Plain.line(path))' can't be read: \(reason)")
        }
        defer { try? handle.close() }
        let data: Data
        do {
            data = try handle.read(upToCount: most + 1) ?? Data()
        } catch {
            throw CommandFailure("'\(Plain.line(path))' can't be read: is it a folder?")
        }
        return [UInt8](data)
    }
}
