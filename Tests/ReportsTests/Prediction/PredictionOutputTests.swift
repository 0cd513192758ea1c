import Measures
import Pages
import Reports
import TestSupport
import Testing
import Text

@Suite("Predictions and warnings as text, JSON, CSV, LaTeX, figures and a page")
struct PredictionOutputTests {
    private func flat(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    @Test
    func `The text has both targets, masked beside named, baselines, probabilities and pairs`() async throws {
        let text = PredictionText(try await PredictionFixture.input(), style: TerminalStyle(width: 120)).text
        for words in [
            "Gap prediction · local/m, run 3", "predicted by local/observer", "8 examples", "! A sample of 239 cells.",
            "action: 239 of 240 cells predicted (1 refused).", "F1 agree interval F1 disagr. macro accuracy kappa MCC",
            "always the commoner class", "at random by base rate", "The gap (", "named masked difference",
            "Probabilities of the stated side", "Kinds of evidence cells F1 interval p Holm",
            "all evidence − action", "Against what was learned from cells",
            "Stated sides are predicted best from “all evidence”",
            "With the value’s name taken out of the evidence",
        ] {
            #expect(flat(text).contains(words), "\(words)\n\(text)")
        }
    }

    @Test(arguments: [40, 60, 80, 120])
    func `Names from outside steer no terminal, and no line is wider than it`(width: Int) async throws {
        let (input, warnings) = (
            try await PredictionFixture.input("\u{1B}[31m\u{202E}"),
            try await PredictionFixture.warnings("\u{1B}[31m\u{202E}")
        )
        let style = TerminalStyle(width: width)
        for text in [PredictionText(input, style: style).text, WarningText(warnings, style: style).text] {
            #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
        }
        for table in input.tables + warnings.tables { #expect(!table.text.contains("\u{1B}")) }
        #expect(!input.latex.contains("\u{1B}"))
    }

    @Test
    func `The document and the tables hold the same figures`() async throws {
        let input = try await PredictionFixture.input()
        guard case .array(let sets)? = input.json["sets"] else {
            Issue.record("no sets")
            return
        }
        #expect(sets.count == 7 && sets[0]["id"] == "action" && sets[2]["masked"] == true && sets[6]["learned"] == true)
        let f1 = try #require(input.report.subjects[0].stated?.figures[.f1])
        #expect(sets[0]["stated"]?["figures"]?["f1"]?["value"] == .number(f1.value))
        #expect(sets[0]["absent"]?["refused"] == 1)
        let rows = CSVReading.rows(try #require(input.tables.first { $0.name == "prediction-figures.csv" }).text)
        let row = try #require(
            rows.first { $0[0] == "action" && $0[3] == "stated" && $0[4] == "predicted" && $0[6] == "f1" })
        #expect(Double(row[7]) == f1.value && Double(row[8]) == f1.interval?.low)
        let cases = CSVReading.rows(try #require(input.tables.first { $0.name == "predictions.csv" }).text)
        #expect(cases.count == 1 + 7 * input.sets[0].cases.count)
        #expect(cases.count { $0.last == "refused" } == 4)
        let agrees = input.sets[0].cases[0].statesAgree
        #expect(cases[1][3] == (agrees ? "0" : "1"))
    }

    @Test
    func `LaTeX has a row for each kind of evidence, the masked figure beside it, and baselines`() async throws {
        let latex = try await PredictionFixture.input().latex
        #expect(latex.contains("F1 of agree, name masked") && latex.contains("always the commoner class"))
        let rows = latex.split(separator: "\n").filter { $0.hasSuffix("\\\\") }
        // A head, two kinds of evidence, three learned, two baselines.
        #expect(rows.count == 8)
        #expect(Set(rows.map { $0.count { $0 == "&" } }) == [7])
    }

    @Test
    func `The page and the folder hold everything, and what is hostile is escaped`() async throws {
        let input = try await PredictionFixture.input("<script>x</script>")
        let page = try PredictionPage.page(input)
        #expect(!page.contains("<script>x") && page.contains("&lt;script&gt;x"))
        for words in [
            "How well is it predicted?", "Which evidence adds anything?", "Are stated probabilities true?", "McNemar",
        ] {
            #expect(page.contains(words))
        }
        let paths = try PredictionPage.files(input).map(\.path)
        #expect(
            paths == [
                "index.html", "prediction.json", "prediction.tex", "prediction-figures.csv", "prediction-pairs.csv",
                "prediction-calibration.csv", "predictions.csv", "dictionary.csv", "figures/prediction-scores.svg",
                "figures/prediction-reliability.svg",
            ])
    }

    @Test
    func `Warnings say how they were tested, what to think of them, and why each cell is warned of`() async throws {
        let input = try await PredictionFixture.warnings()
        let text = WarningText(input, most: 5, style: TerminalStyle(width: 110)).text
        for words in [
            "Where the word is least to be trusted · local/m, run 3",
            "Learned from local/a (run 1) and local/b (run 2), 480 cells with a side in both tasks; tested on each respondent by a model of the others.",
            "The 5 least trustworthy words", "this run’s Task 2", "firmness", "2 cells without a stated side",
        ] {
            #expect(flat(text).contains(words), "\(words)\n\(text)")
        }
        guard case .array(let warnings)? = input.json["warnings"] else {
            Issue.record("no warnings")
            return
        }
        #expect(warnings.count == 240 && input.json["testing"] == "leave_one_respondent_out")
        #expect(input.files.map(\.path).contains("figures/warning-reliability.svg"))
    }

    @Test
    func `Warnings that are worth nothing are said to be`() async throws {
        var random = SeededRandom(seed: 4)
        func noise(_ seed: Int) -> [WarningCell] {
            PredictionFixture.warningCells(seed).map { cell in
                var cell = cell
                cell.isGap = Int.random(in: 0..<3, using: &random) == 0
                return cell
            }
        }
        let found = try await GapWarnings(
            of: noise(1), learningFrom: [noise(2), noise(3)], plan: ResamplingPlan(replicates: 200))
        let input = WarningInput(
            target: WarningInput.Run(number: 1, respondent: "a"), study: "s",
            learnedFrom: [WarningInput.Run(number: 2, respondent: "b"), WarningInput.Run(number: 3, respondent: "c")],
            undecided: 0,
            found: found, version: "0")
        #expect(found.standing != .skilled)
        let text = flat(WarningText(input, style: TerminalStyle(width: 110)).text)
        #expect(
            text.contains(
                "Nothing here should be believed: against what it then did the probabilities tell no more than the base rate"
            )
                || (found.standing == .uncertain && text.contains("may tell no more than the base rate")))
    }
}
