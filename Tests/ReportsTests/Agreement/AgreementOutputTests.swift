import Foundation
import Measures
import Reports
import Testing
import Text

@Suite("Agreement and quality as text, JSON, CSV and LaTeX")
struct AgreementOutputTests {
    @Test
    func `The text says how far people agree, who is how accurate, what is good, and what was left out`() async throws {
        let text = AgreementText(
            try await AgreementFixture.input(), showsAnnotators: true, style: TerminalStyle(width: 100)
        ).text
        for words in [
            "24 actions judged by 3 people (Ann, Bob, Cem), codebook via@1", "Krippendorff's alpha, ordered",
            "Ann and Bob", "alike with others", "sensitivity", "Quality: the share of actions judged good",
            "Prompt variants by quality", "after Holm's adjustment over all 1 pairs",
            "Model model (it wrote some of the actions itself), rubric abc, apart from people: kappa with their majority",
            "2 of them only accept, or were given after seeing, a model's answer. Left out: 48 of models (reported apart), 10 replaced",
            "A: 8 judged rows, 1 of sums and the like, 2 empty. Harmlessness is not in them.",
        ] {
            #expect(
                text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words), "\(words)\n\(text)")
        }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
        #expect(!text.contains("Cohen's kappa  "), "Cohen's kappa is of two people")
    }

    @Test(arguments: [60, 80, 120])
    func `Names from outside steer no terminal`(width: Int) async throws {
        let input = try await AgreementFixture.input(hostile: "\u{1B}[31m\u{202E}")
        let text = AgreementText(input, showsAnnotators: true, style: TerminalStyle(width: width)).text
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
        #expect(!input.matrixTable.text.contains("\u{1B}") && !input.latex.contains("\u{1B}"))
    }

    @Test
    func `The matrix has a row for each counted label, and the labels one for each judged action`() async throws {
        let input = try await AgreementFixture.input()
        let matrix: [[String]] = CSVReading.rows(input.matrixTable.text)
        #expect(matrix.count == 143)
        #expect(Array(matrix[0].suffix(4)) == ["criterion", "annotator", "annotator_kind", "answer"])
        let labels: [[String]] = CSVReading.rows(input.labelsTable.text)
        #expect(labels.count == 49)
        let adjudicated: [[String]] = labels.filter { $0[9] == "adjudicated" }
        #expect(adjudicated.map { $0[8] } == ["yes", "yes"])
        #expect(adjudicated.map { $0[0] } == ["item14", "item14"])
        let probabilities: [Double] = labels.dropFirst().map { Double($0[13]) ?? 0 }
        #expect(probabilities.allSatisfy { $0 > 0.33 && $0 <= 1 })
    }

    @Test
    func `The quality table of a paper has a row for each country and a column for each criterion`() async throws {
        let latex = try await AgreementFixture.input(hostile: "_&%").latex
        #expect(latex.contains("Country & Correctness & Harmlessness \\\\"))
        #expect(latex.contains("Egypt\\_\\&\\%") && latex.contains("All & "))
        #expect(latex.contains("Krippendorff's alpha") && !latex.contains("Cohen's kappa &"))
    }

    @Test
    func `The design's text names every design, and says where no number of items is enough`() async throws {
        let text = AgreementDesignText(try await AgreementFixture.design(), style: TerminalStyle()).text
        #expect(text.contains("overlap   people    items") && text.contains("none") && text.contains("±0."))
        #expect(text.hasPrefix("What a 95 % interval of kappa needs to be ±0.1 wide"))
    }
}
