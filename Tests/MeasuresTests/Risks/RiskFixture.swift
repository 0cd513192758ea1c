import Measures

/// Coded cells by formula, so that another program can make the very same ones.
enum RiskFixture {
    static let count = 180

    /// Three codes in two levels; two people, a word list and a model; two respondents; nine values in twelve scenarios.
    static func cells(_ order: [Int] = [0, 1, 2, 3]) -> CodedCells {
        let cells = (0..<count).map { i in
            CodedCells.Cell(
                id: "cell\(i)", country: "C\(i % 4)", topic: "T\(i / 4 % 3)", value: "V\(i % 9)",
                group: "G\(i % 9 / 3)",
                respondent: i * 7 % 11 < 6 ? "one" : "two", statesAgree: i % 5 < 3)
        }
        let coders = [
            CodedCells.Coder(name: "Ann", kind: "person"), .init(name: "Bob", kind: "person"),
            .init(name: "list", kind: "lexicon"), .init(name: "model", kind: "model"),
        ]
        let labels = (0..<3).map { code in
            (0..<count).map { i -> [Bool?] in
                let truth = truth(i, code)
                let all: [Bool?] = [
                    i % 3 == 0 ? nil : flipped(truth, i, 17 + code), i % 2 == 0 ? flipped(truth, i, 13) : nil,
                    flipped(truth, i, 4 + code), i % 10 == 9 ? nil : flipped(truth, i, 7),
                ]
                return order.map { all[$0] }
            }
        }
        let reference = (0..<3).map { code in
            (0..<count).map { i in i % 3 == 0 && i % 2 != 0 ? nil : truth(i, code) as Bool? }
        }
        return CodedCells(
            cells: cells,
            codes: [
                .init(id: "a", name: "Alpha", level: "low", levelName: "Low"),
                .init(id: "b", name: "Beta", level: "low", levelName: "Low"),
                .init(id: "c", name: "Gamma", level: "high", levelName: "High"),
            ], coders: order.map { coders[$0] }, labels: labels, reference: reference,
            misaligned: ["one": 400, "two": 82])
    }

    static func truth(_ i: Int, _ code: Int) -> Bool { (i * i + 3 * code * i + i / 9) % 10 < 4 - code }

    /// The truth, but for every m-th cell or so.
    private static func flipped(_ truth: Bool, _ i: Int, _ m: Int) -> Bool { (i * 5 + 2) % m == 0 ? !truth : truth }

    static let plan = ResamplingPlan(replicates: 400)

    /// One code by one word list, on cells of so many values; nobody compares.
    static func one(_ rows: [(cluster: Int, reference: Bool?, said: Bool)]) -> CodedCells {
        CodedCells(
            cells: rows.enumerated().map { number, row in
                CodedCells.Cell(
                    id: "\(number)", country: "C", topic: "T", value: "V\(row.cluster)", group: "", respondent: "r",
                    statesAgree: true)
            }, codes: [.init(id: "a", name: "A", level: "l", levelName: "L")],
            coders: [.init(name: "list", kind: "lexicon")], labels: [rows.map { [$0.said] }],
            reference: [rows.map(\.reference)], misaligned: [:])
    }
}
