import Measures
import Pages

/// What became of every planned question, one bar for each task.
struct StateFigure {
    let stated, acted: ReplyCounts

    private static let plotWidth = 560.0
    private static let labelWidth = 118.0

    var figure: Figure {
        var drawing = Drawing()
        var left = Self.labelWidth
        for (index, name) in ["answered", "refused", "unreadable", "missing"].enumerated() {
            drawing.box(x: left, y: 4, width: 11, height: 11, style: "state\(index)")
            drawing.text(name, x: left + 17, y: 14)
            left += 34 + TextWidth.estimate(name, size: 11)
        }
        draw(stated, label: "Task 1, stated", role: "stated", y: 34, in: &drawing)
        draw(acted, label: "Task 2, acted", role: "acted", y: 70, in: &drawing)
        return Figure(
            Figure.Heading(
                ReportFigure.states.rawValue, title: "What became of every question",
                summary: "Task 1: \(Self.sentence(stated)). Task 2: \(Self.sentence(acted))."),
            width: Self.labelWidth + Self.plotWidth + 86, height: 106, body: drawing.body)
    }

    /// The counts as words: `1,056 planned; 1,054 answered, 2 refused, 0 unreadable, 0 missing`.
    static func sentence(_ counts: ReplyCounts) -> String {
        "\(Numerals.count(counts.planned)) planned; \(Numerals.count(counts.answered)) answered, "
            + "\(Numerals.count(counts.refused)) refused, \(Numerals.count(counts.unreadable)) unreadable, "
            + "\(Numerals.count(counts.missing)) missing"
    }

    private func draw(_ counts: ReplyCounts, label: String, role: String, y: Double, in drawing: inout Drawing) {
        drawing.text(label, x: Self.labelWidth - 12, y: y + 16, style: "end \(role)", size: 12)
        drawing.box(x: Self.labelWidth, y: y, width: Self.plotWidth, height: 24, style: "tint")
        let parts = [counts.answered, counts.refused, counts.unreadable, counts.missing]
        let whole = Double(max(parts.reduce(0, +), counts.planned, 1))
        var left = Self.labelWidth
        for (index, part) in parts.enumerated() where part > 0 {
            // A state that occurred at all stays visible.
            let width = max(1.5, Double(part) / whole * Self.plotWidth)
            drawing.box(
                x: left, y: y, width: min(width, Self.labelWidth + Self.plotWidth - left), height: 24,
                style: "state\(index)", tip: Numerals.count(part))
            left = min(left + width, Self.labelWidth + Self.plotWidth - 1.5)
        }
        let share = Numerals.percent(counts.answered, of: counts.planned)
        drawing.text(share, x: Self.labelWidth + Self.plotWidth + 78, y: y + 16, style: "end", size: 12)
    }
}
