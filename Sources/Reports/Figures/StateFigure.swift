import Measures
import Pages

/// What became of every planned question, one bar for each task.
struct StateFigure {
    let stated, acted: ReplyCounts

    /// Where the bars lie: beside their labels, or on a narrow screen below them.
    private struct Room {
        let left, plot: Double
        var isNarrow: Bool { left == 0 }
    }

    var figure: Figure {
        Figure(
            Figure.Heading(
                ReportFigure.states.rawValue, title: "What became of every question",
                summary: "Task 1: \(Self.sentence(stated)). Task 2: \(Self.sentence(acted))."),
            wide: layout(Room(left: 118, plot: 560), width: 764),
            narrow: layout(Room(left: 0, plot: Figure.Layout.narrowWidth), width: Figure.Layout.narrowWidth))
    }

    private func layout(_ room: Room, width: Double) -> Figure.Layout {
        var drawing = Drawing()
        var left = room.left
        for (index, name) in ["answered", "refused", "unreadable", "missing"].enumerated() {
            drawing.box(x: left, y: 4, width: 11, height: 11, style: "state\(index)")
            drawing.text(name, x: left + 15, y: 14)
            left += (room.isNarrow ? 22 : 34) + TextWidth.estimate(name, size: 11)
        }
        let tops = room.isNarrow ? [56.0, 106] : [34, 70]
        draw(stated, label: "Task 1, stated", role: "stated", y: tops[0], room, in: &drawing)
        draw(acted, label: "Task 2, acted", role: "acted", y: tops[1], room, in: &drawing)
        return Figure.Layout(width: width, height: tops[1] + 36, body: drawing.body)
    }

    /// The counts as words: `1,056 planned; 1,054 answered, 2 refused, 0 unreadable, 0 missing`.
    static func sentence(_ counts: ReplyCounts) -> String {
        "\(Numerals.count(counts.planned)) planned; \(Numerals.count(counts.answered)) answered, "
            + "\(Numerals.count(counts.refused)) refused, \(Numerals.count(counts.unreadable)) unreadable, "
            + "\(Numerals.count(counts.missing)) missing"
            + (counts.overruled > 0
                ? ", \(Numerals.count(counts.overruled, "reading", "readings")) overruled by people" : "")
    }

    private func draw(
        _ counts: ReplyCounts, label: String, role: String, y: Double, _ room: Room, in drawing: inout Drawing
    ) {
        let share = Numerals.percent(counts.answered, of: counts.planned)
        let end = room.left + room.plot
        if room.isNarrow {
            drawing.text(label, x: 0, y: y - 7, style: role, size: 12)
            drawing.text(share, x: end, y: y - 7, style: "end", size: 12)
        } else {
            drawing.text(label, x: room.left - 12, y: y + 16, style: "end \(role)", size: 12)
            drawing.text(share, x: end + 78, y: y + 16, style: "end", size: 12)
        }
        drawing.box(x: room.left, y: y, width: room.plot, height: 24, style: "tint")
        let parts = [counts.answered, counts.refused, counts.unreadable, counts.missing]
        let whole = Double(max(parts.reduce(0, +), counts.planned, 1))
        var left = room.left
        for (index, part) in parts.enumerated() where part > 0 {
            // A state that occurred at all stays visible.
            let width = max(1.5, Double(part) / whole * room.plot)
            drawing.box(
                x: left, y: y, width: min(width, end - left), height: 24, style: "state\(index)",
                tip: Numerals.count(part))
            left = min(left + width, end - 1.5)
        }
    }
}
