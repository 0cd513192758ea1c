import AnswerStore
import Foundation
import Respondents
import Study
import Testing
import Workbench

/// Runs of one respondent are told apart wherever they are shown.
struct RunDistinctionTests {
    private func withStore(_ body: (AnswerStore) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "runs-\(UUID().uuidString).sqlite").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        try body(try AnswerStore(path: path))
    }

    private func begin(
        _ store: AnswerStore, _ respondent: String = "local/m", settings: String, selection: Selection = Selection()
    ) throws -> RunRecord {
        let study = try LoadedStudy(named: "pilot")
        let planned = try RunSelection(selection, plan: study.definition.questions(selection)).json
        let run = RunRecord(
            key: respondent + settings, respondent: respondent, origin: .asked, settings: settings,
            selections: [planned], toolVersion: "0", started: Date(timeIntervalSince1970: 1_764_158_400))
        return try store.begin(run, of: study.record)
    }

    @Test func `one that is alone needs no distinction`() throws {
        try withStore { store in
            let run = try begin(store, settings: #"{"temperature":"0.7"}"#)
            _ = try begin(store, "local/other", settings: #"{"temperature":"1.0"}"#)
            #expect(try RunDistinction.of(run, in: store) == nil)
            #expect(try store.run(named: "local/m").id == run.id)
        }
    }

    @Test func `settings and selection that differ are named, the others are not`() throws {
        try withStore { store in
            let first = try begin(store, settings: #"{"model":"m","temperature":"0.7","maxTokens":"100"}"#)
            let second = try begin(
                store, settings: #"{"model":"m","maxTokens":"200"}"#,
                selection: Selection(countries: ["Philippines"], variants: [.stated: [0], .acted: [0]], replicates: 2))
            #expect(
                try RunDistinction.of(first, in: store)?.words
                    == "run 1, max tokens 100, temperature 0.7, all countries, asked once, all variants")
            let found = try #require(try RunDistinction.of(second, in: store))
            #expect(
                found.words
                    == "run 2, max tokens 200, temperature not set, countries Philippines, asked 2 times, variants 0")
            #expect(found.folderWords == "max tokens 200 temperature not set")
        }
    }

    @Test func `an ambiguous name is refused with all candidates and what tells them apart`() throws {
        try withStore { store in
            _ = try begin(store, settings: #"{"temperature":"0.7"}"#)
            _ = try begin(store, settings: #"{"temperature":"1.0"}"#)
            let error = #expect(throws: WorkbenchError.self) { try store.run(named: "local/m") }
            #expect(
                error?.problem
                    == .ambiguousRun(
                        name: "local/m",
                        candidates: ["1 (study pilot@2, temperature 0.7)", "2 (study pilot@2, temperature 1.0)"]))
            #expect(try store.run(named: "2").settings == #"{"temperature":"1.0"}"#)
            #expect(try store.run(named: nil).id == 2)
            #expect(throws: StoreError.self) { try store.run(named: "local/x") }
        }
    }
}
