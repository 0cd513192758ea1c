import AnswerStore
import Foundation
import Study
import Testing
import Text
import Workbench

/// Two imports of one run at once: both were checked before either stored anything.
struct OvertakenImportTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "vlens-overtaken-\(UUID().uuidString)")
    private let now = Date(timeIntervalSince1970: 1_700_000_000)

    /// The answers to the first choices of the pilot study, in the form of `vlens questions --form jsonl`.
    private func write(_ answer: String, of count: Int, to name: String, _ study: LoadedStudy) throws -> String {
        let plan = try study.definition.questions()
        let first = plan.count(of: .stated)
        let lines = (first..<first + count).map { position in
            let line: JSONValue = ["id": .string(plan[position].id), "reply": .string(answer)]
            return String(decoding: JSONText.bytes(of: line), as: UTF8.self)
        }
        let file = folder.appending(path: name)
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
        return file.path
    }

    @Test func `what another import stored meanwhile is never lost in silence, and what says the same is no trouble`()
        async throws
    {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let study = try LoadedStudy(named: "pilot")
        let store = try AnswerStore(path: folder.appending(path: "s.sqlite").path)
        let settings = ExchangeSettings(model: "m", now: now)
        let ones = try write("1", of: 10, to: "a.jsonl", study)
        let fewer = try write("1", of: 6, to: "b.jsonl", study)
        let twos = try write("2", of: 4, to: "c.jsonl", study)
        var imports: [ExchangeImport] = []
        for path in [ones, fewer, twos] {
            imports.append(try await ExchangeImport([path], study: study, store: store, settings))
        }
        let first = try await imports[0].store(in: store)
        #expect(first[0].lines.contains("Stored: 10 replies, 0 failures."))
        let second = try await imports[1].store(in: store)
        #expect(second[0].lines.contains("Stored: 0 replies, 0 failures."), "\(second[0].lines)")
        do {
            _ = try await imports[2].store(in: store)
            Issue.record("nothing was told")
        } catch let error as ExchangeError {
            #expect(error.code == .overtaken)
            #expect(
                error.description.hasPrefix(
                    "4 answers were not stored: another import has stored other answers to their questions meanwhile (id "
                ))
        }
        #expect(try store.counts(run: first[0].run.id).replied == 10)
    }
}
