import Foundation
import Measures
import Pages
import Reports
import TestSupport
import Testing
import Text

@Suite("The output of a calibration")
struct CalibrationPageTests {
    /// A small calibration whose kappa is undefined everywhere, with power.
    private func input(title: String = "A study", hasBiases: Bool = true) throws -> CalibrationInput {
        let biases = [CalibrationGrid.Levels(.acquiescence, [0.2]), CalibrationGrid.Levels(.baseRate, [0.15])]
        let grid = CalibrationGrid(gaps: [0, 0.5], biases: hasBiases ? biases : [])
        let measured = grid.points.flatMap { point in
            (0..<4).map { number in
                let recovered = min(1, point.gap + point.level / 4 + Double(number) / 100)
                return CalibratedSubject(
                    number: number, point: point, baseRate: point.bias == .baseRate ? 0.1 : 0.4,
                    figures: Dictionary(
                        uniqueKeysWithValues: CalibratedMeasure.allCases.filter { $0 != .kappa }.map { measure in
                            (
                                measure,
                                .init(
                                    truth: point.gap, population: point.gap, recovered: recovered,
                                    interval: Interval(
                                        low: recovered - 0.1, high: recovered + 0.1, level: 0.95, method: .bca))
                            )
                        }))
            }
        }
        let axes = try Axes(
            countries: ["A", "B"], topics: ["C"], values: ["D", "E"], groups: ["F"], groupOfValue: [0, 0])
        let contrast = PowerTable.Contrast(gap: 0, difference: 0.2)
        let designs = PowerDesign.upTo(PowerDesign(scenarios: 2, variants: 1, replicates: 2))
        let found = [Bool](repeating: true, count: designs.count * PowerTable.measures.count)
        let power = PowerTable(
            axes: axes, designs: designs, contrasts: [contrast], permutations: 400,
            findings: [(contrast, found), (contrast, found)])
        let calibration = Calibration(
            grid: grid, subjects: 4, plan: ResamplingPlan(), measured: measured, power: power)
        return CalibrationInput(
            study: StudySummary(title: title, name: "a", protocolHash: "0", theory: "T", theorySource: ""), axes: axes,
            questions: 10, seed: 1, population: "16 made-up respondents", calibration: calibration, version: "0.1.0")
    }

    @Test
    func `says in every title that the respondents are simulated`() throws {
        let input = try input()
        let page = try CalibrationPage.page(input)
        #expect(page.contains("<title>Calibration with simulated respondents · A study</title>"))
        #expect(input.figures.allSatisfy { $0.standalone.contains("simulated respondents") })
        #expect(
            CalibrationSummary(input, style: TerminalStyle()).text.hasPrefix("Calibration with simulated respondents"))
        #expect(input.json["simulated"] == true)
    }

    @Test
    func `shows an em dash for what is undefined, and NaN nowhere`() throws {
        let input = try input()
        for file in try ReportFolder.files(input) {
            #expect(!file.text.lowercased().contains("nan"), "\(file.path)")
            #expect(!file.text.contains("inf,"), "\(file.path)")
        }
        let page = try CalibrationPage.page(input)
        #expect(page.contains("<th scope=\"row\">kappa</th><td class=\"number\">0</td><td class=\"number\">—</td>"))
    }

    @Test
    func `stays inert with a hostile title, and its figures are well-formed`() throws {
        let input = try input(title: "\"'><script>alert(1)</script>")
        #expect(try !CalibrationPage.page(input).contains("<script"))
        for figure in input.figures {
            #expect(try XMLCheck.elements(of: figure.standalone).contains("path"))
            #expect(!figure.standalone.contains("<script"))
        }
    }

    @Test(arguments: [40, 80, 200])
    func `fits its terminal`(width: Int) throws {
        let style = TerminalStyle(width: width, hasColour: false, hasUnicode: false)
        let text = CalibrationSummary(try input(), style: style).text
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= width }, "\(text)")
        #expect(text.unicodeScalars.allSatisfy { $0.isASCII }, "\(text)")
    }

    @Test
    func `has a panel for each measure and bias, and names what confounds in words`() throws {
        let input = try input()
        let figure = input.figures[0].standalone
        // Of 10 measures and 2 biases.
        let panels = figure.matches(of: /class="(c2|tint)" d="M[\d.]+ [\d.]+h150v78/)
        #expect(panels.count == 20)
        let page = try CalibrationPage.page(input)
        #expect(
            page.contains("Acquiescence: the instrument reads 0.1 more of it as this much gap: F1 of disagree +0.03"))
        #expect(page.contains("0 against 0.2: 2 scenarios × 1 variant × once (6 questions)"))
    }

    @Test
    func `leaves out what was not asked`() throws {
        let input = try input(hasBiases: false)
        #expect(input.figures.map(\.name) == ["recovery"])
        #expect(try !CalibrationPage.page(input).contains("id=\"confounding\""))
    }

    @Test(.enabled(if: Browser.path != nil))
    func `does not scroll sideways on a telephone of 360 pixels`() async throws {
        let page = try CalibrationPage.page(input())
        let probe = """
            <!DOCTYPE html><iframe id="f" srcdoc="\(BrowserTests.attribute(page))" \
            style="width:360px;height:800px;border:0"></iframe>
            <pre id="result">pending</pre>
            <script>
            f.onload = () => {
                const root = f.contentDocument.documentElement;
                result.textContent = 'width=' + root.clientWidth + ' needs=' + root.scrollWidth
                    + ' sections=' + f.contentDocument.querySelectorAll('main > section').length;
            };
            </script>
            """
        let result = try await Browser.dom(of: probe)
        let found = result.dom.firstMatch(of: /<pre id="result">([^<]*)/)?.output.1
        #expect(found == "width=360 needs=360 sections=5")
        #expect(result.consoleErrors == [])
    }

    @Test
    func `is written as a report is, and replaces only what is ours`() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "calibration-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        let input = try input()
        for _ in 0..<2 { #expect(try ReportFolder.write(input, to: place).lastPathComponent == "index.html") }
        let files = Set(try FileManager.default.subpathsOfDirectory(atPath: place.path))
        #expect(
            files == [
                ".vlens-calibration", "index.html", "calibration.json", "respondents.csv", "recovery.csv",
                "confounding.csv",
                "power.csv", "figures", "figures/confounding.svg", "figures/recovery.svg",
            ])
        try Data().write(to: place.appending(path: "notes.txt"))
        #expect(throws: ReportError.notACalibration(path: place.path, found: "notes.txt")) {
            try ReportFolder.write(input, to: place)
        }
        try FileManager.default.removeItem(at: place.appending(path: "notes.txt"))
        // Neither kind replaces the other.
        #expect(throws: ReportError.notAReport(path: place.path, found: ".vlens-calibration")) {
            try ReportFolder.write(Fixture.pilot, to: place)
        }
        try FileManager.default.removeItem(at: place)
        try ReportFolder.write(Fixture.pilot, to: place)
        #expect(throws: ReportError.notACalibration(path: place.path, found: ".vlens-report")) {
            try ReportFolder.write(input, to: place)
        }
    }
}
