import Measures
import Pages

/// A calibration as one page that needs nothing but itself.
package enum CalibrationPage {
    /// The page's whole text.
    ///
    /// - Throws: `ReportError.template` where a template does not parse, which no input can bring about.
    package static func page(_ input: CalibrationInput) throws(ReportError) -> String {
        try PageTemplates.render(
            CalibrationView(input), parts: [("page", CalibrationTemplates.page), ("methods", PageTemplates.methods)])
    }
}

/// What the page's template shows.
struct CalibrationView {
    let title, study, scope, version: String
    let findings: [String]
    let confounding, recovery, power: Markup
    let methods: [LabelledText]
    let style: Markup

    init(_ input: CalibrationInput) {
        let calibration = input.calibration
        let tables = CalibrationTables(calibration: calibration)
        title = input.title
        study = input.study.title
        scope =
            "\(PageView.scope(input.axes)) · \(Numerals.count(calibration.measured.count)) × "
            + "\(Numerals.count(input.questions)) questions"
        findings = CalibrationFindings(calibration: calibration).sentences
        methods = CalibrationMethods.notes(input)
        version = input.version
        style = PageStyle.sheet
        confounding = input.confoundingFigure.map { CalibrationView.confounding($0, tables) } ?? .empty
        recovery = CalibrationView.recovery(input.recoveryFigure, tables, calibration)
        power = calibration.power.map { CalibrationView.power($0, tables) } ?? .empty
    }

    private static func confounding(_ figure: Figure, _ tables: CalibrationTables) -> Markup {
        let reading =
            "Flat lines: the bias does not move the measure. Lines that rise or fall: the measure reads the bias as gap, or "
            + "hides gap behind it. Dashed: what is true of the respondents. All panels of a row have one scale."
        return PageBlocks.figure(figure, reading: reading, tables: [tables.slopes])
            + PageBlocks.scrolling(tables.confounding.markup, label: tables.confounding.caption)
    }

    private static func recovery(
        _ figure: Figure, _ tables: CalibrationTables, _ calibration: Calibration
    ) -> Markup {
        let overall = calibration.overall.map { tables.recovery($0.bias) }
        func blocks(_ tables: [HTMLTable]) -> [Markup] {
            tables.map { PageBlocks.scrolling($0.markup, label: $0.caption) }
        }
        return PageBlocks.figure(
            figure, reading: "Above the diagonal too much was read, below it too little.",
            tables: [tables.recovery(.usual)], areOpen: true)
            + PageBlocks.details("Recovery under each bias, and over all of the grid", blocks(overall))
            + PageBlocks.details(
                "Recovery at each place of the grid", blocks(CalibratedMeasure.allCases.map(tables.places)))
    }

    private static func power(_ power: PowerTable, _ tables: CalibrationTables) -> Markup {
        let smallest = tables.smallest(power)
        return PageBlocks.scrolling(smallest.markup, label: smallest.caption)
            + .joined(
                power.contrasts.map { contrast in
                    let table = tables.power(power, contrast)
                    return PageBlocks.details(
                        contrast.difference == 0
                            ? "No difference, both gaps \(Numerals.plain(contrast.gap))" : contrast.label,
                        [PageBlocks.scrolling(table.markup, label: table.caption)])
                })
    }
}

enum CalibrationTemplates {
    static let page =
        PageTemplates.head + """
            <p class="eyebrow">Does the instrument recover a gap that is known?</p>
            <h1>Calibration <span class="kind">simulated respondents</span></h1>
            <p class="subtitle"><bdi>{{study}}</bdi> · {{scope}}</p>
            <p class="notice">Simulated respondents: programs with a known gap answered, no language model.</p>
            <nav aria-label="Sections">
            <a href="#findings">Findings</a>
            {{#confounding}}
            <a href="#confounding">Confounding</a>
            {{/confounding}}
            <a href="#recovery">Recovery</a>
            {{#power}}
            <a href="#power">Power</a>
            {{/power}}
            <a href="#methods">Methods</a>
            </nav>
            </header>
            <main>
            <section id="findings" aria-labelledby="findings-title">
            <h2 id="findings-title">Findings</h2>
            <ul class="findings">
            {{#findings}}
            <li>{{.}}</li>
            {{/findings}}
            </ul>
            </section>
            {{#confounding}}
            <section id="confounding" aria-labelledby="confounding-title">
            <h2 id="confounding-title">What does each measure mistake for a gap?</h2>
            {{{confounding}}}
            </section>
            {{/confounding}}
            <section id="recovery" aria-labelledby="recovery-title">
            <h2 id="recovery-title">Does each measure come back?</h2>
            {{{recovery}}}
            </section>
            {{#power}}
            <section id="power" aria-labelledby="power-title">
            <h2 id="power-title">How large must a study be?</h2>
            {{{power}}}
            </section>
            {{/power}}
            {{> methods}}

            """ + PageTemplates.foot
}
