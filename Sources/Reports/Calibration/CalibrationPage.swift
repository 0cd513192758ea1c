import Measures
import Pages

/// A calibration as one page that needs nothing but itself.
package enum CalibrationPage {
    /// The page's whole text.
    ///
    /// - Throws: `ReportError.template` where a template does not parse, which no input can bring about.
    package static func page(_ input: CalibrationInput) throws(ReportError) -> String {
        do {
            return try page(of: input).document()
        } catch {
            throw ReportError(error)
        }
    }

    /// The page with its sections.
    ///
    /// - Throws: `TemplateError` where a template does not parse.
    static func page(of input: CalibrationInput) throws(TemplateError) -> Page {
        let blocks = CalibrationBlocks(input: input)
        let methods = try MethodsSection(CalibrationMethods.notes(input)).section
        let sections = [
            try blocks.findings, blocks.worlds, blocks.confounding, blocks.recovery, blocks.power, methods,
        ]
        return Page(
            title: input.title, generator: ReportFrame.generator(input.version), header: header(input),
            skip: ReportFrame.skip, sections: sections.compactMap(\.self), footer: ReportFrame.footer(input.version))
    }

    private static func header(_ input: CalibrationInput) -> Page.Header {
        let scope =
            "\(input.axes.extent) · \(Numerals.count(input.calibration.measured.count)) × "
            + "\(Numerals.count(input.questions)) questions"
        return Page.Header(
            eyebrow: "Does the instrument recover a gap that is known?", heading: .text("Calibration"),
            kinds: ["simulated respondents"], subtitle: ReportFrame.subtitle(input.study.title, scope),
            notices: ["Simulated respondents: programs with a known gap answered, not a language model."])
    }
}

/// The sections of a calibration's page; those of which there is nothing to show are `nil`.
private struct CalibrationBlocks {
    let input: CalibrationInput

    private var tables: CalibrationTables { CalibrationTables(calibration: input.calibration) }

    var findings: Page.Section {
        get throws(TemplateError) {
            let view = ["findings": CalibrationFindings(calibration: input.calibration).sentences]
            return Page.Section(
                "findings", label: "Findings", heading: "Findings", body: try ReportTemplate.sentences.render(view))
        }
    }

    var confounding: Page.Section? {
        guard let figure = input.figure(.confounding) else { return nil }
        let reading =
            "Flat lines: the bias does not move the measure. Lines that rise or fall: the measure reads the bias as gap, or "
            + "hides gap behind it. Dashed: the true figure of the respondents. All panels of a row share one scale."
        let body = PageBlocks.figure(figure, reading: reading, tables: [tables.slopes]) + tables.confounding.block
        return Page.Section(
            "confounding", label: "Confounding", heading: "What does each measure mistake for a gap?",
            body: .lines([body]))
    }

    var worlds: Page.Section? {
        guard !input.calibration.worlds.isEmpty else { return nil }
        let tables = WorldTables(worlds: input.calibration.worlds)
        let shifts = tables.biases.map { tables.shifts($0).block }
        return Page.Section(
            "worlds", label: "Worlds", heading: "What does each measure make of slips that go with the gap?",
            body: .lines([
                tables.errors.block + tables.spread.block
                    + PageBlocks.details("What is true in each world", [tables.truth.block])
                    + PageBlocks.details("Intervals that hold what is true", [tables.coverage.block])
                    + PageBlocks.details("How far a bias moves each measure", shifts)
                    + PageBlocks.details("Power: is another gap told apart?", [tables.power.block])
            ]))
    }

    var recovery: Page.Section? {
        guard let figure = input.figure(.recovery) else { return nil }
        let overall = input.calibration.overall.map { tables.recovery($0.bias) }
        let body =
            PageBlocks.figure(
                figure, reading: "A dot above the diagonal: the measured figure is too high. Below it: too low.",
                tables: [tables.recovery(.usual)], areOpen: true)
            + PageBlocks.details("Recovery under each bias, and over all of the grid", overall.map(\.block))
            + PageBlocks.details(
                "Recovery at each place of the grid", CalibratedMeasure.allCases.map { tables.places($0).block })
        return Page.Section(
            "recovery", label: "Recovery", heading: "Is each measure recovered?", body: .lines([body]))
    }

    var power: Page.Section? {
        guard let power = input.calibration.power else { return nil }
        let contrasts = power.contrasts.map { contrast in
            let title =
                contrast.difference == 0
                ? "No difference, both gaps \(Numerals.plain(contrast.gap))" : contrast.label
            return PageBlocks.details(title, [tables.power(power, contrast).block])
        }
        return Page.Section(
            "power", label: "Power", heading: "How large must a study be?",
            body: .lines([tables.smallest(power).block + .joined(contrasts)]))
    }
}
