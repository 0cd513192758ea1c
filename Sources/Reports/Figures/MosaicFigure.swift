import Measures
import Pages

/// The 2×2 table as areas: widths by what is stated, heights by what is done, so that each area is its share of cells.
/// The two coloured fields are the inconsistent cells. Cells without a side stand beside them, hatched.
struct MosaicFigure {
    let table: InclinationTable
    /// Counted cells of which a score is exactly one half.
    let undecided: Int

    private static let side = 190.0
    private static let top = 22.0
    private static let left = 52.0
    private static let lineHeight = 21.0

    var figure: Figure {
        Figure(
            Figure.Heading(
                ReportFigure.inclinations.rawValue, title: "Stated and acted inclinations, by area", summary: summary),
            wide: layout(width: 520), narrow: layout(width: Figure.Layout.narrowWidth))
    }

    /// `Mosaic: of 80 cells with a side in both tasks, 46 (57.5 %) says and does, …`
    private var summary: String {
        let parts = Corner.allCases.map { "\(Numerals.count(table[$0])) (\(share($0))) “\($0.words)”" }
        return "Mosaic: of \(Numerals.count(table.count, "cell", "cells")) with a side in both tasks, "
            + "\(Numerals.count(table.inconsistent)) (\(Numerals.percent(table.inconsistent, of: table.count))) "
            + "are inconsistent. By corner: \(parts.joined(separator: ", ")). "
            + (undecided == 0
                ? "No cell is undecided."
                : "Beside them \(Numerals.count(undecided, "cell is", "cells are")) undecided: a score of exactly one half.")
    }

    private func share(_ corner: Corner) -> String { Numerals.percent(table[corner], of: table.count) }

    private func layout(width: Double) -> Figure.Layout {
        var drawing = Drawing()
        let hatch = drawing.hatching(in: "\(ReportFigure.inclinations.rawValue)-\(width < 400 ? "narrow" : "wide")")
        let room = width - Self.left
        // The strip of the undecided is so wide that its area, too, is a share of cells.
        let strip = undecided == 0 ? 0 : room * Double(undecided) / Double(table.count + undecided)
        let plot = room - (strip > 0 ? max(strip, 3) + 8 : 0)
        drawTiles(width: plot, in: &drawing)
        if strip > 0 {
            drawing.box(
                x: Self.left + plot + 8, y: Self.top, width: max(strip, 3), height: Self.side, fill: hatch,
                tip: "undecided: \(Numerals.count(undecided))")
        }
        let bottom = drawKey(width: width, hatch: hatch, in: &drawing)
        return Figure.Layout(width: width, height: bottom, body: drawing.body)
    }

    private func drawTiles(width: Double, in drawing: inout Drawing) {
        let whole = Double(max(table.count, 1))
        let rejects = Double(table.statedDisagreeActedAgree + table.bothDisagree) / whole
        let middle = width * (table.count == 0 ? 0.5 : 1 - rejects)
        drawing.text("says agree", x: Self.left, y: Self.top - 8, style: "stated")
        drawing.text("says disagree", x: Self.left + width, y: Self.top - 8, style: "stated end")
        drawing.text("acts", x: Self.left - 8, y: Self.top + 12, style: "acted end")
        drawing.text("against", x: Self.left - 8, y: Self.top + 25, style: "acted end")
        drawing.text("acts for", x: Self.left - 8, y: Self.top + Self.side - 4, style: "acted end")
        if table.count == 0 {
            return drawing.box(x: Self.left, y: Self.top, width: width, height: Self.side, style: "tint")
        }
        column([.statedAgreeActedDisagree, .bothAgree], x: Self.left, width: middle, in: &drawing)
        column([.bothDisagree, .statedDisagreeActedAgree], x: Self.left + middle, width: width - middle, in: &drawing)
    }

    /// Two areas, the upper first; each keeps its words where they fit, and is in the key in any case.
    private func column(_ corners: [Corner], x: Double, width: Double, in drawing: inout Drawing) {
        let whole = corners.reduce(0) { $0 + table[$1] }
        guard whole > 0, width > 0 else { return }
        var y = Self.top
        for corner in corners where table[corner] > 0 {
            let height = Self.side * Double(table[corner]) / Double(whole)
            let (area, label) = (max(height - 2, 0.5), share(corner))
            drawing.box(
                x: x, y: y, width: max(width - 2, 1), height: area, style: corner.style,
                tip: "\(corner.words): \(Numerals.count(table[corner])), \(label)")
            if corner.style == "tint" {
                drawing.frame(x: x, y: y, width: max(width - 2, 1), height: area, style: "grid")
            }
            if area > 20, width > TextWidth.estimate(label, size: 12) + 14 {
                drawing.text(label, x: x + 8, y: y + 16, style: "bold over", size: 12)
            }
            y += height
        }
    }

    /// Every corner named, with its count and percent; returns where the figure ends.
    private func drawKey(width: Double, hatch: String, in drawing: inout Drawing) -> Double {
        var y = Self.top + Self.side + 24
        let (counts, shares) = (width - 62, width)
        func line(_ words: String, _ count: String, _ share: String, isBold: Bool) {
            let weight = isBold ? "bold" : ""
            drawing.text(words, x: 20, y: y, style: weight.isEmpty ? nil : weight, size: 12)
            drawing.text(count, x: counts, y: y, style: weight + " end", size: 12)
            drawing.text(share, x: shares, y: y, style: weight + " end", size: 12)
            y += Self.lineHeight
        }
        for corner in [Corner.statedAgreeActedDisagree, .statedDisagreeActedAgree, .bothAgree, .bothDisagree] {
            drawing.box(x: 2, y: y - 10, width: 11, height: 11, style: corner.style)
            if corner.style == "tint" {
                drawing.frame(x: 2, y: y - 10, width: 11, height: 11, style: "axis")
            }
            line(
                corner.words, Numerals.count(table[corner]), share(corner), isBold: corner.style != "tint")
        }
        if undecided > 0 {
            drawing.box(x: 2, y: y - 10, width: 11, height: 11, fill: hatch)
            line("undecided, beside the \(Numerals.count(table.count))", Numerals.count(undecided), "", isBold: false)
        }
        return y - 8
    }
}
