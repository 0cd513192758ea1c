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
    static func input(
        title: String = "A study", hasBiases: Bool = true, subjects: Int = 4, simulations: Int = 10,
        worlds: [WorldCalibration] = []
    ) throws -> CalibrationInput {
        let biases = [CalibrationGrid.Levels(.acquiescence, [0.2]), CalibrationGrid.Levels(.baseRate, [0.15])]
        let grid = CalibrationGrid(gaps: [0, 0.5], biases: hasBiases ? biases : [])
        let measured = grid.points.flatMap { point in
            (0..<subjects).map { number in
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
            findings: [(PowerTable.Contrast, [Bool])](repeating: (contrast, found), count: simulations))
        let calibration = Calibration(
            grid: grid, subjects: subjects, plan: ResamplingPlan(), measured: measured, power: power, worlds: worlds)
        return CalibrationInput(
            study: StudySummary(title: title, name: "a", protocolHash: "0", theory: "T", theorySource: ""), axes: axes,
            questions: 10, seed: 1, population: "16 made-up respondents", calibration: calibration, version: "0.1.0")
    }

    @Test
    func `says in every title that the respondents are simulated`() throws {
        let input = try Self.input()
        let page = try CalibrationPage.page(input)
        #expect(page.contains("<title>Calibration with simulated respondents · A study</title>"))
        #expect(input.figures.allSatisfy { $0.standalone.contains("simulated respondents") })
        #expect(
            CalibrationSummary(input, style: TerminalStyle()).text.hasPrefix("Calibration with simulated respondents"))
        #expect(input.json["simulated"] == true)
    }

    @Test
    func `shows an em dash for what is undefined, and NaN nowhere`() throws {
        let input = try Self.input()
        for file in try ReportFolder.files(input) {
            #expect(!file.text.lowercased().contains("nan"), "\(file.path)")
            #expect(!file.text.contains("inf,"), "\(file.path)")
        }
        let page = try CalibrationPage.page(input)
        #expect(page.contains("<th scope=\"row\">kappa</th><td class=\"number\">0</td><td class=\"number\">—</td>"))
    }

    @Test
    func `stays inert with a hostile title, and its figures are well-formed`() throws {
        let input = try Self.input(title: "\"'><script>alert(1)</script>")
        #expect(try !CalibrationPage.page(input).contains("<script"))
        for figure in input.figures {
            #expect(try XMLCheck.elements(of: figure.standalone).contains("path"))
            #expect(!figure.standalone.contains("<script"))
        }
    }

    @Test(arguments: [40, 80, 200])
    func `fits its terminal`(width: Int) throws {
        let style = TerminalStyle(width: width, hasColour: false, hasUnicode: false)
        let text = CalibrationSummary(try Self.input(), style: style).text
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= width }, "\(text)")
        #expect(text.unicodeScalars.allSatisfy { $0.isASCII }, "\(text)")
    }

    @Test
    func `has a panel for each measure and bias, and names what confounds in words`() throws {
        let input = try Self.input()
        let figure = input.figures[0].standalone
        // Of 15 measures and 2 biases.
        let panels = figure.matches(of: /class="(c2|tint)" d="M[\d.]+ [\d.]+h150v78/)
        #expect(panels.count == 30)
        let page = try CalibrationPage.page(input)
        #expect(
            page.contains("Acquiescence: the instrument reads 0.1 more of it as this much gap: F1 of disagree +0.03"))
        #expect(page.contains("0 against 0.2: 2 scenarios × 1 variant × once (6 questions)"))
    }

    @Test
    func `says "not tested" in the cells of what too few respondents or simulations test`() throws {
        let few = try Self.input(subjects: 3, simulations: 9, worlds: [world(respondents: 3)])
        let page = try CalibrationPage.page(few)
        let confounding = try table("How much more gap moves", in: page)
        #expect(confounding.contains("<th scope=\"row\">macro F1</th><td class=\"number\">not tested</td>"))
        #expect(confounding.firstMatch(of: /[+−]\d/) == nil)
        let slopes = try table("The change of each measure for 0.1 more", in: page)
        #expect(slopes.contains("not tested") && slopes.firstMatch(of: /[+−]\d/) == nil)
        for start in ["The fewest questions", "True gaps 0 against 0.2", "primacy 0.4: change", "The share of pairs"] {
            let found = try table(start, in: page)
            #expect(
                found.contains("not tested") && found.firstMatch(of: /<td class="number">[+−]?\d\.\d/) == nil,
                "\(start)")
        }
        #expect(page.contains("Power is not tested: 10 simulations are needed."))
        let enough = try CalibrationPage.page(Self.input(worlds: [world(respondents: 12)]))
        #expect(!enough.contains("not tested"))
    }

    @Test
    func `has one unit in each table`() throws {
        let page = try CalibrationPage.page(Self.input(worlds: [world(respondents: 12)]))
        for found in page.matches(of: /<table[\s\S]*?<\/table>/) {
            #expect(!found.output.contains("%</td>") && !found.output.contains("% ("), "\(found.output.prefix(300))")
        }
    }

    @Test
    func `shows each measure in each world, and what turning the scale does to a liking for its first end`() throws {
        let input = try Self.input(worlds: [world(respondents: 12)])
        let page = try CalibrationPage.page(input)
        let errors = try table("Recovered minus true", in: page)
        #expect(
            errors.contains("<th scope=\"col\" class=\"number\">ambivalence</th>") || errors.contains("ambivalence"))
        #expect(errors.contains("<th scope=\"row\">deconvolved gap</th><td class=\"number\">+0.050</td>"))
        #expect(try table("primacy 0.4, all scales from agreement", in: page).contains("+0.200 ●"))
        #expect(
            page.contains(
                "moves, where all scales start at agreement and where half of them are turned: stated disagree rate by "
                    + "+0.200 and 0.000"))
        let csv = try #require(try ReportFolder.files(input).first { $0.path == "worlds.csv" })
        // A row for each measure without a bias, and with each of the two.
        #expect(csv.text.split(whereSeparator: \.isNewline).count == 1 + CalibratedMeasure.allCases.count * 3)
        let terminal = CalibrationSummary(input, style: TerminalStyle()).text
        #expect(terminal.contains("Recovered minus true in each world"))
    }

    private func table(_ caption: String, in page: String) throws -> String {
        let tables = page.matches(of: /<table[\s\S]*?<\/table>/).map { String($0.output) }
        return try #require(tables.first { $0.contains(caption) }, "\(caption)")
    }

    /// A world whose every measure is 0.05 too high, and 0.2 higher with primacy where scales are not turned.
    private func world(respondents: Int) -> WorldCalibration {
        func some(_ level: Double) -> [CalibratedSubject] {
            (0..<respondents).map { number in
                let truth = Double(number) / 100
                return CalibratedSubject(
                    number: number, point: CalibrationPoint(gap: 0.2, bias: .undisturbed, level: 0), baseRate: 0.3,
                    figures: Dictionary(
                        uniqueKeysWithValues: CalibratedMeasure.allCases.map { measure in
                            (
                                measure,
                                .init(
                                    truth: truth, population: 0.2,
                                    recovered: truth + 0.05 + level + Double(number % 3) * 1e-6,
                                    interval: nil)
                            )
                        }))
            }
        }
        return WorldCalibration(
            name: "ambivalence", words: "leanings near the middle", gap: 0.2, otherGap: 0.4,
            plain: [.asAsked: some(0), .fromAgreement: some(0)], other: some(0.2),
            biased: [
                .init(.primacy, level: 0.4): some(0), .init(.primacy, level: 0.4, scale: .fromAgreement): some(0.2),
            ])
    }

    @Test
    func `leaves out what was not asked`() throws {
        let input = try Self.input(hasBiases: false)
        #expect(input.figures.map(\.name) == ["recovery"])
        #expect(try !CalibrationPage.page(input).contains("id=\"confounding\""))
    }

    @Test(.enabled(if: Browser.path != nil))
    func `does not scroll sideways on a telephone of 360 pixels`() async throws {
        let page = try CalibrationPage.page(Self.input())
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
        let input = try Self.input()
        for _ in 0..<2 { #expect(try ReportFolder.write(input, to: place).lastPathComponent == "index.html") }
        let files = Set(try FileManager.default.subpathsOfDirectory(atPath: place.path))
        #expect(
            files == [
                ".vlens-calibration", "index.html", "calibration.json", "dictionary.csv", "respondents.csv",
                "recovery.csv",
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
