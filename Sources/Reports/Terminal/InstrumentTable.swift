package import Measures
import Pages

/// The instrument's own errors on a terminal: each task's agreement, effects and position, the variance, what missing
/// answers and ties could change.
package struct InstrumentTable: Sendable {
    private let instrument: InstrumentReport
    private let style: TerminalStyle

    /// A table of the errors.
    package init(_ instrument: InstrumentReport, style: TerminalStyle) {
        self.instrument = instrument
        self.style = style
    }

    /// The whole text, with a line feed after each line.
    package var text: String {
        let words = InstrumentWords(instrument: instrument)
        var lines: [String] = []
        for (index, (name, task)) in words.tasks.enumerated() {
            lines += heading(
                "Instrument · \(name): \(Numerals.count(task.variants, "variant", "variants")) × "
                    + Numerals.count(task.replicates, "replicate", "replicates"))
            lines += estimates(task) + effects(task)
            lines += InstrumentWords.notes(task, isStated: index == 0).flatMap(wrapped) + [""]
        }
        if let family = instrument.family {
            lines += heading("Instrument · actions of the respondent’s own family") + families(family)
            lines += (words.family.map(wrapped) ?? []) + [""]
        }
        lines += heading("Instrument · shares of the variance") + variance
        lines += words.residualNotes.flatMap(wrapped)
        lines += [""] + heading("Instrument · missing answers and ties") + sensitivity
        return lines.map { $0 + "\n" }.joined()
    }

    private func heading(_ text: String) -> [String] {
        wrapped(text).map { style.paint($0, .strong) }
    }

    private func wrapped(_ text: String) -> [String] {
        TerminalText.wrap(TerminalText.inert(style.plain(text)), width: style.width)
    }

    /// Names and columns; columns that do not fit are left out from the right, the first always stays.
    private func table(
        _ headings: [String]?, _ rows: [(name: String, fields: [String])], widths: [Int]
    ) -> [String] {
        let names = rows.map { TerminalText.inert($0.name) }
        let wanted = max(16, names.map(TerminalText.columns).max() ?? 0)
        func room(_ count: Int) -> Int { style.width - widths.prefix(count).reduce(0) { $0 + $1 + 1 } }
        var fitting = widths.count
        while fitting > 1, room(fitting) < 16 { fitting -= 1 }
        let width = min(wanted, room(fitting))
        func line(_ name: String, _ fields: [String]) -> String {
            zip(fields, widths).prefix(fitting).reduce(
                TerminalText.fit(name, width, ellipsis: style.plain("…"))
            ) { $0 + " " + TerminalText.fit(style.plain($1.0), $1.1, isRight: true, ellipsis: style.plain("…")) }
        }
        return (headings.map { [style.paint(line("", $0), .quiet)] } ?? [])
            + zip(names, rows).map { line($0, $1.fields) }
    }

    private func shares(_ interval: Interval?) -> String {
        interval.map {
            "\(Numerals.decimal($0.low * 100, places: 1)) … \(Numerals.percent($0.high))"
        } ?? Numerals.missing
    }

    private func shifts(_ interval: Interval?) -> String {
        interval.map {
            "\(Numerals.signed($0.low, places: 3)) … \(Numerals.signed($0.high, places: 3))"
        } ?? Numerals.missing
    }

    /// The columns of intervals are left out where nothing was drawn.
    private var hasIntervals: Bool { instrument.plan != nil }

    private func estimates(_ task: TaskInstrument) -> [String] {
        var rows: [(name: String, fields: [String])] = []
        func add(_ name: String, _ share: Estimate?) {
            rows.append((name, [Numerals.percent(share?.value), shares(share?.interval)]))
        }
        if task.variants * task.replicates > 1 {
            add("agreement, every option", task.agreement.byOption)
            if task.options > 2 { add("agreement, inclination", task.agreement.binary) }
        }
        if task.repetitionFlips != nil { add("flips when repeated", task.repetitionFlips) }
        if let position = task.position {
            add("chose what stood first", position.first)
            let bias = position.bias
            rows.append(
                ("bias for the first place", [Numerals.signed(bias?.value, places: 3), shifts(bias?.interval)]))
            if position.flips != nil { add("flips when swapped", position.flips) }
        }
        return table(nil, rows, widths: hasIntervals ? [7, 15] : [7])
    }

    private func effects(_ task: TaskInstrument) -> [String] {
        let effects = InstrumentWords.effects(of: task)
        guard !effects.isEmpty else { return [] }
        let rows = effects.map { effect in
            (
                name: "\(effect.factor): \(effect.level)",
                fields: [
                    Numerals.signed(effect.shift?.value, places: 3), Numerals.percent(effect.flips?.value),
                    shifts(effect.shift?.interval), shares(effect.flips?.interval),
                ]
            )
        }
        let headings = ["shift", "flips", "of shift", "of flips"]
        return table(headings, rows, widths: hasIntervals ? [6, 7, 15, 15] : [6, 7])
    }

    private func families(_ effect: FamilyEffect) -> [String] {
        guard effect.absence == nil else { return [] }
        let rows = [("shift", effect.shift), ("inconsistent cells", effect.inconsistency)].map { name, estimate in
            (
                name: name,
                fields: [Numerals.signed(estimate?.value, places: 3), shifts(estimate?.interval)]
            )
        }
        return table(nil, rows, widths: hasIntervals ? [7, 15] : [7])
    }

    private var variance: [String] {
        let found = [instrument.gap, instrument.stated.variance, instrument.acted.variance]
        let rows = InstrumentTables.sources(found).map { source in
            (
                name: source,
                fields: found.map { found in
                    Numerals.percent(found?.components.first { $0.source == source }?.share)
                }
            )
        }
        return rows.isEmpty ? [] : table(["gap", "stated", "acted"], rows, widths: [7, 7, 7])
    }

    /// The figures as found, then as they would be; columns for what does not occur are left out.
    private var sensitivity: [String] {
        let found = instrument.sensitivity
        var columns: [(heading: String, figure: (Sensitivity) -> Double?)] = [("found", \.measured)]
        if found.missingCells > 0 { columns += [("agree", \.missingAgree), ("disagr.", \.missingDisagree)] }
        if found.statedTies + found.actedTies > 0 {
            columns +=
                found.ties == .undecided
                ? [("tie agr", \.tiesAgree), ("tie dis", \.tiesDisagree)] : [("ties", \.tiesAgree)]
        }
        let rows = InstrumentTables.sensitivities(found).map { name, sensitivity, isSigned in
            (
                name: name,
                fields: columns.map { column in
                    let number = sensitivity.flatMap(column.figure)
                    return isSigned ? Numerals.signed(number, places: 3) : Numerals.decimal(number, places: 3)
                }
            )
        }
        return wrapped(InstrumentTables.scope(found))
            + (columns.count == 1
                ? [] : table(columns.map(\.heading), rows, widths: columns.map { _ in 7 }))
    }
}
