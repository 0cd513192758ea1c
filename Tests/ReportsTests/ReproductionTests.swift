import Measures
import Reports
import Testing

@Suite("A reproduction beside the printed tables")
struct ReproductionTests {
    private let figure = ReproducedFigure(
        name: "Côte d’Ivoire", printed: 0.5, legacy: 0.62, strict: 0.7,
        fromPrinted: [CauseEffect(.swappedColumns, 0.1)],
        fromLegacy: [CauseEffect(.lostReplies, 0.05), CauseEffect(.shiftedRatings, 0.02)])

    private func reproduction(_ figures: [ReproducedFigure], places: Int = 2) -> Reproduction {
        let part = ReproducedPart(
            name: "m\u{1B}[31m", files: ["a/b/\u{7}x.csv", "a/b/y.csv"], figures: figures,
            counts: [CauseCount(.lostReplies, 3, of: 1000), CauseCount(.countedAsAgree, 0, of: 9)])
        let absent = AbsentData(name: "other", needs: ["a/z_t1.csv", "a/z_t2.csv"])
        let tables = ["1", "2"].map { id in
            ReproducedTable(
                id: id, title: "Table \(id)", printedPlaces: places, shownPlaces: 3, parts: [part], absent: [absent])
        }
        return Reproduction(folder: "f", source: "the paper", tables: tables)
    }

    @Test
    func `what no cause accounts for is unexplained beyond rounding, and what rules do together is told`() {
        #expect(abs((figure.unexplained(places: 2) ?? 0) - 0.02) < 1e-12)
        #expect(figure.unexplained(places: 1) == 0)
        #expect(abs((figure.together ?? 0) - 0.01) < 1e-12)
        let undefined = ReproducedFigure(name: "n", printed: 0.5, legacy: nil, strict: 1)
        #expect(undefined.difference == nil && undefined.change == nil && undefined.together == nil)
        #expect(undefined.unexplained(places: 2) == nil)
    }

    @Test
    func `the terminal's text names every cause with its count and its effect`() {
        let text = ReproductionTable(reproduction([figure]), style: TerminalStyle(width: 120)).text
        for line in [
            "a/b/␇x.csv, y.csv", "Côte d’Ivoire     0.50    0.620    0.700   +0.120   +0.080",
            "• columns swapped: Côte d’Ivoire +0.100",
            "• unexplained in 1 of 1: Côte d’Ivoire +0.020 (the folder's files may be others than those the paper used)",
            "• replies that the strict-JSON parser lost (3 of 1,000): Côte d’Ivoire +0.050",
            "• ratings shifted to another value: Côte d’Ivoire +0.020",
            "• all together, beyond the sum: Côte d’Ivoire +0.010",
            "other: not in this folder: needs a/z_t1.csv, z_t2.csv", "Not in this folder, as above: other",
        ] {
            #expect(text.contains(line), "\(line)\n\(text)")
        }
        #expect(!text.contains("\u{1B}") && !text.contains("\u{7}") && !text.contains("counted as agree"))
    }

    @Test
    func `many figures are told by their mean and the widest`() {
        let figures = (1...5).map { number in
            ReproducedFigure(
                name: "row \(number)", printed: 0.5, legacy: 0.5, strict: 0.5 + Double(number) / 10,
                fromLegacy: [CauseEffect(.lostReplies, Double(number) / 10)])
        }
        let text = ReproductionTable(reproduction(figures), style: TerminalStyle(width: 100)).text
        #expect(text.contains("legacy gives every printed figure."))
        #expect(text.contains("lost (3 of 1,000): mean +0.300; widest +0.500 in row 5"))
    }

    @Test(arguments: [40, 41, 57, 80, 200])
    func `has no line wider than the terminal`(width: Int) {
        let figures = [
            figure, ReproducedFigure(name: String(repeating: "x", count: 300), printed: nil, legacy: 1, strict: 1),
        ]
        for hasUnicode in [true, false] {
            let style = TerminalStyle(width: width, hasUnicode: hasUnicode)
            for line in ReproductionTable(reproduction(figures), style: style).text.split(separator: "\n") {
                #expect(line.count <= width, "\(line)")
            }
        }
    }
}
