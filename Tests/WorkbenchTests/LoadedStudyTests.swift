import AnswerStore
import Foundation
import Measures
import Reports
import Respondents
import Simulated
import Study
import Testing
import Workbench

/// A study knows the hash that its store has.
struct LoadedStudyTests {
    private func store() throws -> (store: AnswerStore, remove: () -> Void) {
        let path = FileManager.default.temporaryDirectory.appending(path: "workbench-\(UUID().uuidString).sqlite").path
        return (
            try AnswerStore(path: path),
            { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        )
    }

    private func planned(_ study: LoadedStudy, _ selection: Selection) throws -> PlannedRun {
        let name = "simulated/subject?seed=3"
        return try PlannedRun(
            study, selection: selection, asking: name, RespondentSpecification.named(ModelName(name)))
    }

    @Test func `a run of a part of a study is measured under the hash that the store has`() throws {
        let (store, remove) = try store()
        defer { remove() }
        let study = try LoadedStudy(named: "pilot")
        let run = try planned(study, Selection(countries: ["Philippines"])).begin(in: store)
        let stored = try store.study(ofRun: run.id).protocolHash
        let measured = try MeasuredRun(run: run, store: store, scoring: .strict)
        #expect(measured.study.countries == ["Philippines"])
        #expect(measured.study.protocolHash != stored)
        #expect(measured.protocolHash == stored)
        #expect(measured.reportInput().study.protocolHash == stored)
        #expect(try store.protocolHash(ofRun: run.id) == stored)
        #expect(study.protocolHash == stored)
    }

    @Test func `actions that are joined to a stored study leave its hash as it was`() throws {
        let (store, remove) = try store()
        defer { remove() }
        let bare = LoadedStudy(try StudyDefinition.builtIn(named: "pilot").withActions([:]))
        let run = try planned(bare, Selection(tasks: [.stated])).begin(in: store)
        let pilot = try LoadedStudy(named: "pilot").definition
        try store.save(
            DatasetRecord(name: "via", origin: "via.csv", actions: pilot.actionsText(), summary: "{}"),
            at: Date(timeIntervalSince1970: 0))
        let stored = try store.study(ofRun: run.id).protocolHash
        let measured = try MeasuredRun(run: run, store: store, scoring: .strict)
        #expect(measured.study.actions.count == 80)
        #expect(measured.reportInput().study.protocolHash == stored)
        // A study that is not yet stored is another with them, and another run.
        let joined = try bare.joined(with: store)
        #expect(joined.protocolHash == pilot.protocolHash)
        #expect(joined.protocolHash != stored)
    }

    @Test func `Task 2 of a study without actions is an error whose remedies are data`() throws {
        let bare = LoadedStudy(try StudyDefinition.builtIn(named: "pilot").withActions([:]))
        let error = #expect(throws: WorkbenchError.self) { try planned(bare, Selection()) }
        #expect(error?.problem == .noActions(study: "pilot"))
        #expect(error?.remedies == [.importActions, .giveActions, .askStatedAlone])
    }
}

/// Keys by which stored runs are found again never change.
struct RunIdentityTests {
    @Test func `a run that is asked is its study's hash, its respondent and its settings`() throws {
        let study = try LoadedStudy(named: "pilot")
        let options = ConnectionOptions(baseURL: "http://127.0.0.1:1/v1", temperature: 0.2, maxTokens: 4096)
        let specification = try RespondentSpecification.named(
            ModelName("local/m"), options: options, environment: [:])
        let identity = try RunIdentity(asking: "local/m", specification, study: study)
        let settings = specification.recordedSettings.sorted { $0.key < $1.key }
            .map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",")
        #expect(identity.settings == "{\(settings)}")
        #expect(identity.key == "\(study.protocolHash)\u{1F}local/m\u{1F}{\(settings)}")
    }

    @Test func `imported replies are their name and their study's`() throws {
        let identity = RunIdentity(importedAs: "gemma", study: try LoadedStudy(named: "pilot"))
        #expect(identity.key == "imported\u{1F}gemma\u{1F}pilot")
        #expect(identity.settings == "{}")
    }
}
