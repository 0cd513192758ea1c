import AnswerStore
import Foundation
import Study
import TestSupport
import Testing
import Text
import Workbench

/// What several starts of one run were to hold together.
struct RunSelectionTests {
    private func run(_ selections: [Selection], of study: StudyDefinition) throws -> RunRecord {
        RunRecord(
            key: "k", respondent: "simulated/subject", origin: .asked, settings: "{}",
            selections: try selections.map { try RunSelection($0, plan: study.questions($0)).json }, toolVersion: "0",
            started: Date(timeIntervalSince1970: 0))
    }

    /// The same by rendering every question, and keeping its id.
    private func counted(_ selections: [Selection], of study: StudyDefinition) throws -> [Int] {
        var ids: [StudyTask: Set<String>] = [:]
        for selection in selections {
            for question in try study.questions(selection) { ids[question.task, default: []].insert(question.id) }
        }
        return [ids[.stated]?.count ?? 0, ids[.acted]?.count ?? 0]
    }

    private func drawn(of study: StudyDefinition, _ dice: inout SeededRandom) -> Selection {
        func some<Element>(_ all: [Element], _ dice: inout SeededRandom) -> [Element] {
            let kept = all.filter { _ in Bool.random(using: &dice) }
            return kept.isEmpty ? [all[Int.random(in: all.indices, using: &dice)]] : kept
        }
        let variants = some(Array(0..<8), &dice)
        let isWhole = Int.random(in: 0..<3, using: &dice)
        return Selection(
            countries: isWhole == 0 ? nil : some(study.countries, &dice),
            topics: isWhole == 1 ? nil : some(study.topics, &dice), tasks: Set(some(StudyTask.allCases, &dice)),
            variants: isWhole == 2 ? [:] : [.stated: variants, .acted: variants],
            replicates: Int.random(in: 1...3, using: &dice),
            sample: Bool.random(using: &dice)
                ? CellSample(count: Int.random(in: 1...30, using: &dice), seed: dice.next() % 5) : nil)
    }

    @Test(arguments: 1...12)
    func `overlapping starts hold as many questions as there are different ids`(seed: UInt64) throws {
        var study = try StudyDefinition.builtIn(named: "pilot")
        var dice = SeededRandom(seed: seed)
        // A study in which some cells have no actions is asked about fewer.
        let kept = study.actions.filter { seed % 2 == 0 || $0.key.value.utf8.count > 9 }
        study = study.withActions(kept)
        let selections = (0..<Int.random(in: 2...4, using: &dice)).map { _ in drawn(of: study, &dice) }
        let joined = try #require(try RunSelection.joined(run(selections, of: study), study: study))
        let ids = try counted(selections, of: study)
        #expect(joined.stated == ids[0])
        #expect(joined.acted == ids[1])
    }

    @Test func `the same start again adds nothing`() throws {
        let study = try StudyDefinition.builtIn(named: "pilot")
        let selection = Selection(replicates: 2)
        let joined = try #require(try RunSelection.joined(run([selection, selection], of: study), study: study))
        #expect(joined.stated == 128)
        #expect(joined.acted == 1280)
    }
}
