import Pages

/// The readings of a cell as bars: a bar for each option of Task 1, from agreement, and for each action of Task 2. A bar's filled part
/// is of questions in which agreement stood first, its outlined part of those in which disagreement did.
struct DistributionFigure {
    let distribution: CellDistribution

    private struct Room {
        let left, plot: Double
        var isNarrow: Bool { left == 0 }
    }

    private static let sides = ["the action for the value", "the action against it"]

    var figure: Figure {
        Figure(
            Figure.Heading("cell-readings", title: "Readings by answer", summary: summary),
            wide: layout(Room(left: 290, plot: 380), width: 740),
            narrow: layout(Room(left: 0, plot: 270), width: Figure.Layout.narrowWidth))
    }

    private var summary: String {
        let stated = zip(distribution.labels, distribution.stated).map { "\($0) \(Numerals.count($1.all))" }
        let acted = zip(Self.sides, distribution.acted).map { "\($0) \(Numerals.count($1.all))" }
        return "Stated: \(stated.joined(separator: ", ")). Acted: \(acted.joined(separator: ", "))."
    }

    private var most: Int { max(1, (distribution.stated + distribution.acted).map(\.all).max() ?? 1) }

    private func layout(_ room: Room, width: Double) -> Figure.Layout {
        var drawing = Drawing()
        var y = legend(room, in: &drawing)
        y = block(
            "Task 1, stated: mean \(Numerals.decimal(distribution.statedScore))", distribution.labels,
            distribution.stated, role: "stated", from: y, room, in: &drawing)
        y = block(
            "Task 2, acted: mean \(Numerals.decimal(distribution.actedScore))", Self.sides, distribution.acted,
            role: "acted", from: y + 12, room, in: &drawing)
        return Figure.Layout(width: width, height: y + 4, body: drawing.body)
    }

    private func legend(_ room: Room, in drawing: inout Drawing) -> Double {
        let entries = [("agreement stood first", "fill"), ("disagreement stood first", "line"), ("not known", "tint")]
        let hasUnknown = (distribution.stated + distribution.acted).contains { $0.unknown > 0 }
        var (x, y) = (room.left, 4.0)
        for (words, kind) in entries where kind != "tint" || hasUnknown {
            let width = 20 + TextWidth.estimate(words, size: 11)
            if x > room.left, x + width > room.left + room.plot + 60 { (x, y) = (room.left, y + 17) }
            mark(kind, role: "ink", x: x, y: y, width: 11, height: 11, in: &drawing)
            drawing.text(words, x: x + 16, y: y + 10)
            x += width + 14
        }
        return y + 22
    }

    private func block(
        _ title: String, _ labels: [String], _ counts: [CellDistribution.Count], role: String, from top: Double,
        _ room: Room, in drawing: inout Drawing
    ) -> Double {
        drawing.text(title, x: room.left, y: top + 12, style: "bold \(role)", size: 12)
        var y = top + 20
        for (label, count) in zip(labels, counts) {
            if room.isNarrow {
                drawing.text(TextWidth.fit(label, size: 11, width: room.plot + 40), x: 0, y: y + 11)
                y += 15
            } else {
                drawing.text(
                    TextWidth.fit(label, size: 11, width: room.left - 14), x: room.left - 10, y: y + 13, style: "end")
            }
            bar(count, role: role, y: y, room, in: &drawing)
            y += 22
        }
        return y
    }

    private func bar(_ count: CellDistribution.Count, role: String, y: Double, _ room: Room, in drawing: inout Drawing)
    {
        let unit = room.plot / Double(most)
        drawing.line(from: (room.left, y), to: (room.left, y + 18), style: "axis")
        var x = room.left + 1
        for (part, kind) in [(count.agreeFirst, "fill"), (count.disagreeFirst, "line"), (count.unknown, "tint")]
        where part > 0 {
            let width = Double(part) * unit
            mark(kind, role: role, x: x, y: y + 2, width: max(1, width - 1), height: 14, in: &drawing)
            x += width
        }
        drawing.text(Numerals.count(count.all), x: x + 5, y: y + 13, style: count.all == 0 ? "quiet" : nil)
    }

    private func mark(
        _ kind: String, role: String, x: Double, y: Double, width: Double, height: Double, in drawing: inout Drawing
    ) {
        switch kind {
        case "fill": drawing.box(x: x, y: y, width: width, height: height, style: "fill-\(role)")
        case "line":
            drawing.frame(x: x + 0.5, y: y + 0.5, width: max(0.5, width - 1), height: height - 1, style: "line-\(role)")
        default:
            drawing.box(x: x, y: y, width: width, height: height, style: "tint")
            drawing.frame(
                x: x + 0.5, y: y + 0.5, width: max(0.5, width - 1), height: height - 1, style: "axis", isDashed: true)
        }
    }

    /// The numbers of the figure.
    var tables: [HTMLTable] {
        func rows(_ labels: [String], _ counts: [CellDistribution.Count]) -> [[String]] {
            zip(labels, counts).map { label, count in
                [label] + [count.all, count.agreeFirst, count.disagreeFirst, count.unknown].map { Numerals.count($0) }
            }
        }
        let columns = ["Readings", "Agreement first", "Disagreement first", "Order not known"]
        return [
            HTMLTable(
                caption: "Task 1, stated: readings by option, and which end of the scale stood first",
                columns: ["Option"] + columns, rows: rows(distribution.labels, distribution.stated)),
            HTMLTable(
                caption: "Task 2, acted: choices by action, and which action stood first",
                columns: ["Action"] + columns, rows: rows(Self.sides, distribution.acted)),
        ]
    }
}
