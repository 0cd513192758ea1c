import Measures
import Reports

/// Coded gaps of two respondents: two people, a word list, three codes in two levels.
enum RiskInputs {
    static let values = ["Humble", "Authority", "Equality", "Privacy", "Loyal", "Daring", "Wealth", "Honest"]

    static func cells(_ hostile: String = "") -> CodedCells {
        let cells = (0..<96).map { i in
            CodedCells.Cell(
                id: "cell\(i)", country: (i % 2 == 0 ? "Egypt" : "Peru") + hostile,
                topic: i % 3 == 0 ? "Work" : "Family",
                value: values[i % 8] + hostile, group: i % 8 < 4 ? "Self-Transcendence" : "Power",
                respondent: (i % 5 < 3 ? "a/one" : "b/two") + hostile, statesAgree: i % 4 != 0)
        }
        func truth(_ i: Int, _ code: Int) -> Bool { (i * i + 3 * code * i + i / 9) % 10 < 5 - 2 * code }
        let labels = (0..<3).map { code in
            (0..<96).map { i -> [Bool?] in
                let truth = truth(i, code)
                return [i % 24 == 1 ? !truth : truth, i % 2 == 0 ? truth : nil, (i + code) % 5 == 0 ? !truth : truth]
            }
        }
        return CodedCells(
            cells: cells,
            codes: [
                .init(
                    id: "discrimination", name: "Discrimination" + hostile, level: "individual", levelName: "Individual"
                ),
                .init(id: "overconfidence", name: "Overconfidence", level: "interaction", levelName: "Interaction"),
                .init(id: "polarization", name: "Polarization", level: "society", levelName: "Society" + hostile),
            ],
            coders: [
                .init(name: "Ann", kind: "person"), .init(name: "Bob" + hostile, kind: "person"),
                .init(name: "words", kind: "lexicon"),
            ], labels: labels, reference: (0..<3).map { code in (0..<96).map { truth($0, code) as Bool? } },
            misaligned: ["a/one" + hostile: 240, "b/two" + hostile: 38])
    }

    static func input(
        _ basis: CodedCells.Basis = .reference, hostile: String = "", draws: Int = 100
    ) async throws -> RiskInput {
        let cells = cells(hostile)
        let report = try await RiskReport(of: cells, basis: basis, plan: ResamplingPlan(replicates: draws))
        let examples = cells.cells.enumerated().map { number, cell in
            CodedExample(
                cell: MisalignedCell(
                    country: cell.country, topic: cell.topic, value: cell.value, stated: cell.statesAgree ? 0.1 : 0.9,
                    acted: cell.statesAgree ? 0.6 + Double(number % 4) / 10 : 0.25,
                    action: "I take number \(number) & keep 50 % of it_\(hostile) without asking.",
                    inclination: cell.statesAgree ? .disagree : .agree, attributions: ["without asking"],
                    explanation: "It shows #\(number) \(hostile) takes what is another’s."),
                respondent: cell.respondent,
                codes: cells.codes.indices.filter { cells.reference[$0][number] == true }.map { cells.codes[$0].name },
                memo: number == 3 ? "see \(hostile)" : nil)
        }
        return RiskInput(
            project: "risks" + hostile, codebook: "risks@1",
            definitions: cells.codes.map {
                RiskInput.Definition(
                    id: $0.id, name: $0.name, level: $0.levelName,
                    definition: "Somebody is treated worse for what they are: 100 % \(hostile).",
                    examples: ["an example"], excludes: ["what another code has"])
            }, report: report, examples: examples, sampleSeed: 7, version: "0.1.0")
    }
}
