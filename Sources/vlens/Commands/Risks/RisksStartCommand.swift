import AnswerStore
import ArgumentParser
import Foundation
public import Study
import Text
import Workbench

/// A project of gaps.
struct RisksStartCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Make a project of the gaps of runs, or of released examples, or add to one.",
        discussion: """
            A gap is a misaligned cell: one that is decided in both tasks, and differently. Its coders see what is said of the \
            value, the action that was chosen more often and the other one, the explanation and the respondent's own reason; \
            they never see whose gap it is. With --sample so many gaps of each run are drawn, each with the same chance, so \
            that shares of the drawn ones stand for all. Done again, the command adds what is new and nothing twice.

            Examples:
              vlens risks start --project gaps --run 1 --run 2 --sample 200 --people anna,ben
              vlens risks start --project gaps --run 3
              vlens risks start --project released --examples llama3_misaligned_example.csv
            """)

    @OptionGroup var store: StoreOption

    @Option(help: ArgumentHelp("The project's name in the store.", valueName: "name"))
    var project: String

    @Option(
        help: ArgumentHelp(
            "Take the gaps of this run, by its number or its respondent's name (repeatable).", valueName: "run"))
    var run: [String] = []

    @Option(help: ArgumentHelp("Take the misaligned cells of this released file (repeatable).", valueName: "file"))
    var examples: [String] = []

    @Option(help: ArgumentHelp("Whose examples they are, in place of the file's name.", valueName: "name"))
    var respondent: String?

    @Option(help: ArgumentHelp("The study that the examples belong to.", valueName: "study"))
    var study = "schwartz-132"

    @Option(help: ArgumentHelp("Draw so many gaps of each run or file; all without it.", valueName: "number"))
    var sample: Int?

    @Option(help: "Fixes which gaps are drawn; a larger draw of the same seed holds the smaller one.")
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "The codes: a codebook's file, or 'risks', the taxonomy that ships and is taken where none is named.",
            valueName: "file"))
    var codebook: String?

    @Option(
        help:
            "Whether coders may propose codes (extensible, for a first pass) or not (fixed, for the pass of which agreement is computed)."
    )
    var mode: Codebook.Coding.Mode?

    @Option(help: ArgumentHelp("Who codes: names, separated by commas.", valueName: "names"))
    var people: [String] = []

    @Option(help: "How many people code each gap; 2 where nothing else was said.")
    var overlap: Int?

    @Flag(help: "Print what the project holds as JSON.")
    var json = false

    func validate() throws {
        try ProjectName.check(project)
        if let sample, sample < 1 { throw ValidationError("--sample \(sample) draws nothing: give 1 or more") }
        if let overlap, !(1...100).contains(overlap) {
            throw ValidationError("--overlap \(overlap) is none: give a number from 1 to 100")
        }
        try ProjectName.checkPeople(try names)
        if respondent != nil, examples.count != 1 {
            throw ValidationError("--respondent says whose --examples are: it needs one file of them")
        }
        if let respondent, respondent.trimmed.isEmpty || respondent.unicodeScalars.contains(where: Plain.isSteering) {
            throw ValidationError("--respondent '\(respondent)' is no name: give one on one line")
        }
        let people = try names
        if run.isEmpty, examples.isEmpty, people.isEmpty, codebook == nil, mode == nil, overlap == nil {
            throw ValidationError("nothing to code is named: give --run, or --examples for a released file")
        }
    }

    private var names: [String] {
        get throws { try NameList(option: "--people", texts: people).names(among: []) }
    }

    func run() async throws {
        try await reporting {
            let codes = try codebook.map(Codebook.load)
            if let codes, codes.coding == nil { throw RiskError.codebookWithoutCodes(codes.name) }
            let store = try examples.isEmpty ? self.store.openExisting() : self.store.open()
            let sources = try SlowNotice.during { try gaps(in: store, $0) }
            guard try !sources.isEmpty || store.project(named: project) != nil else {
                throw JudgeWords.noProject(project, known: try store.projects().map(\.name))
            }
            let wish = RiskStart.Wish(codebook: codes, mode: mode, overlap: overlap, people: try names)
            let start = try RiskStart(named: project, sources: sources, wish, in: store, at: Date())
            let words = RiskStartWords(start, store: self.store)
            Terminal.output.write(json ? words.json.text() : words.text)
        }
    }

    private func gaps(in store: AnswerStore, _ notice: SlowNotice) throws -> [(all: GapItems, taken: GapItems)] {
        var found: [GapItems] = []
        var seen: Set<Int64> = []
        for name in run {
            let record = try store.run(named: name)
            guard seen.insert(record.id).inserted else { continue }
            notice.reading("run \(record.id)")
            found.append(try GapItems(ofRun: record, in: store))
        }
        for path in examples {
            notice.reading(path)
            let (gaps, file) = try GapItems.released(
                path, respondent: respondent, study: LoadedStudy(named: study), in: store)
            for name in file.unknown.prefix(5) {
                Terminal.error.message("warning: '\(path)': \(name) is not known, and its rows are left out")
            }
            if file.repeated > 0 {
                Terminal.error.message(
                    "warning: '\(path)': \(file.repeated) rows are of cells that stand further up, and are left out")
            }
            found.append(gaps)
        }
        return found.map { all in
            (all, sample.map { all.drawn(GapPopulation.Draw(size: $0, seed: seed)) } ?? all)
        }
    }
}

extension Codebook.Coding.Mode: ExpressibleByArgument {}

/// What a project, and who takes part in it, may be called.
enum ProjectName {
    /// - Throws: `ValidationError`.
    static func check(_ name: String) throws {
        guard (1...64).contains(name.count), !name.unicodeScalars.contains(where: Plain.isSteering) else {
            throw ValidationError("--project '\(name)' is no name: give one of 1 to 64 characters on one line")
        }
    }

    /// - Throws: `ValidationError`.
    static func checkPeople(_ names: [String]) throws {
        if let name = names.first(where: {
            !(1...60).contains($0.count) || $0.unicodeScalars.contains(where: Plain.isSteering)
        }) {
            throw ValidationError("--people: '\(name)' is no name: give one of 1 to 60 characters on one line")
        }
    }
}
