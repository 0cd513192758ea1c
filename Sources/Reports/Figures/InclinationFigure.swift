import Measures
import Pages

/// The 2×2 table of inclinations as areas: the two coloured fields are the inconsistent cells.
struct InclinationFigure {
    let table: InclinationTable

    private static let side = 210.0
    private static let width = 560.0
    private static let left = 132.0
    private static let top = 34.0

    var figure: Figure {
        var drawing = Drawing()
        let whole = Double(max(table.count, 1))
        let agree = Double(table.bothAgree + table.statedAgreeActedDisagree)
        let statedShare = table.count == 0 ? 0.5 : agree / whole
        let width = Self.width
        drawing.text("stated agree", x: Self.left, y: 22, style: "stated")
        drawing.text("stated disagree", x: Self.left + width, y: 22, style: "stated end")
        column(
            [(table.bothAgree, "tint"), (table.statedAgreeActedDisagree, "fill-acted")], x: Self.left,
            width: width * statedShare, in: &drawing)
        column(
            [(table.statedDisagreeActedAgree, "fill-stated"), (table.bothDisagree, "tint")],
            x: Self.left + width * statedShare, width: width * (1 - statedShare), in: &drawing)
        drawing.text("acted agree", x: Self.left - 10, y: Self.top + 14, style: "acted end")
        drawing.text("acted disagree", x: Self.left - 10, y: Self.top + Self.side - 6, style: "acted end")
        return Figure(
            Figure.Heading(
                ReportFigure.inclinations.rawValue, title: "Stated and acted inclinations, by area", summary: summary),
            width: Self.left + width + 8, height: Self.top + Self.side + 8, body: drawing.body)
    }

    private var summary: String {
        "Of \(Numerals.count(table.count)) cells: \(Numerals.count(table.bothAgree)) stated and acted agree, "
            + "\(Numerals.count(table.statedAgreeActedDisagree)) stated agree and acted disagree, "
            + "\(Numerals.count(table.statedDisagreeActedAgree)) stated disagree and acted agree, "
            + "\(Numerals.count(table.bothDisagree)) stated and acted disagree."
    }

    private func column(
        _ parts: [(count: Int, style: String)], x: Double, width: Double, in drawing: inout Drawing
    ) {
        let whole = parts.reduce(0) { $0 + $1.count }
        guard whole > 0, width > 0 else { return }
        var y = Self.top
        for part in parts {
            let height = Self.side * Double(part.count) / Double(whole)
            let label = Numerals.count(part.count)
            drawing.box(
                x: x, y: y, width: max(width - 2, 1), height: max(height - 2, 0.5), style: part.style, tip: label)
            if height > 18, width > TextWidth.estimate(label, size: 12) + 12 {
                drawing.text(label, x: x + 8, y: y + 16, style: "bold over", size: 12)
            }
            y += height
        }
    }
}
