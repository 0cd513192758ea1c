package import Reading
package import Study
import Text

extension DatasetCheck {
    /// The card for a terminal, one line a fact.
    package var lines: [String] {
        held + formLines + spanLines + likenessLines + studyLines + problemLines
    }

    private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }

    private static func share(_ share: SpanTally.Share) -> String {
        guard share.all > 0 else { return "none" }
        return "\(share.literal) of \(share.all) (\(percent(share.literal, share.all)))"
    }

    private static func percent(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "0 %" }
        let tenths = (1000 * part + whole / 2) / whole
        return "\(tenths / 10).\(tenths % 10) %"
    }

    /// What the file holds.
    private var held: [String] {
        let unread = unreadable.values.reduce(0, +)
        let reasons = unreadable.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.value) \($0.key.rawValue)" }
        var lines = [
            "Dataset: '\(Plain.line(dataset.file))' (\(dataset.layout.title)).",
            "Rows: \(dataset.rowCount): \(Self.counted(dataset.rows.count, "action", "actions")), "
                + "\(Self.counted(refused, "refusal", "refusals")), \(unread) unreadable"
                + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: ", ")))") + ", \(repeated) repeated, "
                + "\(Self.counted(dataset.damagedLines, "damaged line", "damaged lines")).",
            "Cells: \(cells) (\(Self.counted(countries.count, "country", "countries")), "
                + "\(Self.counted(topics.count, "topic", "topics")), \(Self.counted(values.count, "value", "values"))).",
            "Pairs: \(pairs) complete, \(incomplete.count) incomplete.",
        ]
        lines += incomplete.prefix(3).map { "  incomplete: \(Plain.line($0.words))" }
        if incomplete.count > 3 { lines.append("  … and \(incomplete.count - 3) more") }
        if several > 0 {
            lines.append("Several actions for one cell, inclination, generator and variant: \(several) times.")
        }
        lines.append("Generators: \(Self.list(generators.map { ($0.key.isEmpty ? "not said" : $0.key, $0.value) })).")
        lines.append(
            "Prompt variants: \(Self.list(variants.map { ($0.key.map { "\($0)" } ?? "not said", $0.value) })).")
        return lines + notationLines
    }

    private static func list(_ counts: [(name: String, count: Int)]) -> String {
        guard !counts.isEmpty else { return "none" }
        let sorted = counts.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        let shown = sorted.prefix(20).map { "\(Plain.line($0.name)) (\($0.count))" }.joined(separator: ", ")
        return shown + (sorted.count > 20 ? " and \(sorted.count - 20) more" : "")
    }

    private var notationLines: [String] {
        let counts = notations
        guard !counts.isEmpty else { return [] }
        let words = Notation.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
        return ["Replies: \(words)."]
    }

    /// In how many replies each notation was met; empty for a file of lines.
    package var notations: [Notation: Int] {
        dataset.rows.reduce(into: [:]) { counts, row in
            if let notation = row.notation { counts[notation, default: 0] += 1 }
        }
    }

    private var formLines: [String] {
        let found = forms.found.map { ($0.key?.rawValue ?? "can't be told", $0.value) }
        let declared = forms.declared.map { ($0.key.isEmpty ? "not said" : $0.key, $0.value) }
        return [
            "Languages: declared \(Self.list(declared)); found \(Self.list(found)); in another one than asked "
                + "\(forms.otherLanguage).",
            "Words: \(forms.lengths.least) to \(forms.lengths.most), median \(forms.lengths.median); more than "
                + "\(Self.mostWords): \(forms.lengths.tooLong).",
            "Not in the first person: \(forms.notFirstPerson). More than one sentence: \(forms.severalSentences). "
                + "Markup: \(forms.marks).",
            "Leaks: \(forms.leaking) actions name their value: \(forms.leaks[.name] ?? 0) by its name, "
                + "\(forms.leaks[.family] ?? 0) by a word of its family.",
            "Without attributions: \(forms.noAttribution). Without an explanation: \(forms.noExplanation).",
        ]
    }

    private var spanLines: [String] {
        let found = SpanFinder.Manner.allCases.map { "\(spans.manners[$0] ?? 0) \($0.rawValue)" }
        var lines = [
            "Attributions that stand in their action: with strict JSON \(Self.share(spans.whole.strict)), "
                + "with tolerant reading \(Self.share(spans.whole.tolerant)).",
            "  found: \(found.joined(separator: ", ")); nowhere: \(spans.elsewhere), in "
                + "\(Self.counted(spans.actionsElsewhere, "action", "actions")); spans in the file: \(spans.given).",
        ]
        guard spans.byVariant.count > 1 else { return lines }
        for (variant, share) in spans.byVariant.sorted(by: { $0.key < $1.key }) {
            lines.append(
                "  prompt variant \(variant): strict \(Self.share(share.strict)), tolerant \(Self.share(share.tolerant))"
            )
        }
        return lines
    }

    private var likenessLines: [String] {
        var lines = [
            "The same in both inclinations: \(likeness.sameInBoth) pairs. Nearly the same (Jaccard index of word pairs ≥ "
                + "\(NearDuplicates.threshold)): \(likeness.withinPairs) within pairs, \(likeness.withinCells) within cells, "
                + "\(likeness.acrossCells) actions in \(Self.counted(likeness.groups, "group", "groups")) across cells."
        ]
        lines += likeness.examples.prefix(3).map {
            "  across cells: lines \($0.first) and \($0.second) (\(Self.percent(Int((1000 * $0.similarity).rounded()), 1000)))"
        }
        if likeness.isBounded {
            lines.append("  so many actions share their rarest words that some near-duplicates may have been missed")
        }
        return lines
    }

    private var studyLines: [String] {
        guard let ofStudy else { return [] }
        var lines = [
            "Study '\(Plain.line(ofStudy.label))': \(ofStudy.without) of its \(ofStudy.cells) cells have no pair."
        ]
        lines += ofStudy.unknown.prefix(10).map { "Unknown: \($0)." }
        if ofStudy.unknown.count > 10 { lines.append("Unknown: \(ofStudy.unknown.count - 10) more names.") }
        return lines
    }

    private var problemLines: [String] {
        var lines = dataset.problems.prefix(10).map { "Problem: \($0)" }
        if dataset.problems.count > 10 { lines.append("Problem: \(dataset.problems.count - 10) more.") }
        if !dataset.otherKeys.isEmpty {
            lines.append("Keys that mean nothing here: \(Self.list(dataset.otherKeys.map { ($0.key, $0.value) })).")
        }
        return lines + ["Content: \(dataset.contentDigest)"]
    }
}

extension ActionDataset.Layout {
    /// What a person calls it.
    package var title: String {
        switch self {
        case .lines: "one JSON object a line"
        case .table: "a table with a reply a row"
        case .sheet: "a sheet of judged actions"
        }
    }
}

extension DatasetCheck.Incomplete {
    /// "France, Politics, Loyal, variant 3: no disagree-action".
    package var words: String {
        let place = "\(origin.cell.scenario.country), \(origin.cell.scenario.topic), \(origin.cell.value)"
        let maker =
            (origin.generator.isEmpty ? "" : ", \(origin.generator)")
            + (origin.variant.map { ", variant \($0)" } ?? "")
        let lacks = missing.count == 2 ? "neither action" : "no \(missing.first?.rawValue ?? "")-action"
        return "\(place)\(maker): \(lacks)"
    }
}
