import AnswerStore
import Foundation
import Measures
import Reports
import Study
import Testing
import Text
import Workbench

/// What was imported can be found again: file, digest and time stand with the run.
struct ImportProvenanceTests {
    private static let stated =
        "country,topic,response,prompt_index\nFrance,Politics,\"{\"\"Equality\"\": \"\"1\"\", \"\"Freedom\"\": \"\"4\"\"}\",0\n"
    private static let acted =
        "country,topic,value,polarity,model_choice,prompt_index\nFrance,Politics,Equality,positive,True,0\n"
        + "France,Politics,Equality,negative,False,0\n"
    private static let noon = Date(timeIntervalSince1970: 1_764_158_400)

    /// A store in a folder with two files, gone afterwards.
    private func withFolder(_ body: (AnswerStore, URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(Self.stated.utf8).write(to: folder.appending(path: "m_t1.csv"))
        try Data(Self.acted.utf8).write(to: folder.appending(path: "m_t2.csv"))
        try await body(try AnswerStore(path: folder.appending(path: "s.sqlite").path), folder)
    }

    private func take(_ name: String, _ store: AnswerStore, _ folder: URL, at now: Date = noon) async throws {
        let importer = ReleasedImport(
            study: try LoadedStudy(named: "schwartz-132"), store: store, model: nil, now: now)
        _ = try await importer.take(folder.appending(path: name).path)
    }

    @Test func `a run names its files with their SHA-256 and the time of their import, the first time twice`()
        async throws
    {
        try await withFolder { store, folder in
            for (name, later) in [("m_t1.csv", 0.0), ("m_t2.csv", 1), ("m_t1.csv", 3600)] {
                try await take(name, store, folder, at: Self.noon + later)
            }
            let run = try store.run(named: "m")
            let files = try RunSelection.files(of: run)
            #expect(files.map(\.name) == ["m_t1.csv", "m_t2.csv"])
            #expect(files.map(\.imported) == ["2025-11-26T12:00:00Z", "2025-11-26T12:00:01Z"])
            #expect(files.map(\.sha256) == [Self.stated, Self.acted].map { Digest(of: Array($0.utf8)).hexadecimal() })
            let input = try MeasuredRun(run: run, store: store, scoring: .strict).reportInput()
            #expect(input.run.importedFiles.map(\.imported) == ["2025-11-26 12:00:00 UTC", "2025-11-26 12:00:01 UTC"])
            // When others asked is not known.
            #expect(input.run.askedFrom == nil && input.run.askedTo == nil)
            let json = ReportJSON.document(input)["run"]
            guard case .array(let shown)? = json?["imported_files"] else {
                Issue.record("no files")
                return
            }
            #expect(shown.map { $0["sha256"] } == files.map { JSONValue($0.sha256) })
            let page = try HTMLReport.page(input)
            #expect(page.contains("m_t1.csv, SHA-256 \(files[0].sha256 ?? "?"), imported 2025-11-26 12:00:00 UTC"))
        }
    }

    @Test func `another file of the same extent is named, and plans no question twice`() async throws {
        try await withFolder { store, folder in
            try await take("m_t1.csv", store, folder)
            let study = try LoadedStudy(named: "schwartz-132").definition
            let before = try RunSelection.joined(store.run(named: "m"), study: study)
            try Data((Self.stated + "\n").utf8).write(to: folder.appending(path: "m_t1.csv"))
            try await take("m_t1.csv", store, folder)
            let run = try store.run(named: "m")
            #expect(try RunSelection.files(of: run).count == 2)
            #expect(try RunSelection.joined(run, study: study)?.stated == before?.stated)
        }
    }

    @Test func `a run that an earlier version imported goes on as it was`() async throws {
        try await withFolder { store, folder in
            try await take("m_t1.csv", store, folder)
            var earlier = try store.run(named: "m")
            // An entry without a file, as it was written before.
            earlier.selections = [#"{"acted":0,"cellsWithoutActions":0,"ratingsPerReply":56,"stated":132}"#]
            let study = try LoadedStudy(named: "schwartz-132")
            #expect(try RunSelection.files(of: earlier) == [])
            let planned = try #require(try RunSelection.joined(earlier, study: study.definition)?.stated)
            var both = try store.run(named: "m")
            both.selections += earlier.selections
            #expect(try RunSelection.joined(both, study: study.definition)?.stated == planned)
        }
    }

    @Test func `without the actions the report says which file brings them, and shows no empty card`() async throws {
        try await withFolder { store, folder in
            let opposite = Self.acted.replacing("positive", with: "p").replacing("negative", with: "positive")
                .replacing("p,", with: "negative,")
            try Data(opposite.utf8).write(to: folder.appending(path: "m_t2.csv"))
            for name in ["m_t1.csv", "m_t2.csv"] { try await take(name, store, folder) }
            let input = try MeasuredRun(run: store.run(named: "m"), store: store, scoring: .strict).reportInput()
            #expect(input.misaligned.count == 1)
            let page = try HTMLReport.page(input)
            #expect(page.contains("value_action_gap_full_data_generation.csv"))
            #expect(!page.contains("<blockquote"))
        }
    }
}
